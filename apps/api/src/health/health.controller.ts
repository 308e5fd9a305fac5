import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthRegistry, Metrics } from '@binhxet/platform';
import { type FastifyReply } from 'fastify';
import { Public } from '../platform/security/route-access.js';

/** For whoever watches the process; at the root, outside the API. */
@ApiExcludeController()
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly health: HealthRegistry,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Get('health/live')
  live() {
    return { status: 'up' };
  }

  /** The process can serve: 503 when a required part is away; the engine is reported and not required. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    reply.status(report.status === 'down' ? 503 : 200);
    return report;
  }

  @Get('metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const { contentType, body } = await this.metrics.scrape();
    await reply.header('Content-Type', contentType).send(body);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ImportDataService } from '@binhxet/application';
import { type z } from 'zod';
import { LargeBody } from '../platform/http/body-limit.js';
import { Idempotent } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { importAnswer, importRequest } from './imports.schemas.js';

/** Largest import, MiB: about 200,000 members with their posts and past results. */
const LARGEST = 64;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportDataService) {}

  /** Tables of organisations, people, posts, past results and facts: all rows or none. */
  @Post()
  @HttpCode(200)
  @Permission('import.run')
  @Idempotent()
  @LargeBody(LARGEST)
  @Answers(importAnswer)
  create(@CurrentActor() actor: Actor, @Body({ schema: importRequest }) body: z.infer<typeof importRequest>) {
    return this.imports.run(actor, body.files, { dryRun: body.dryRun ?? false });
  }
}

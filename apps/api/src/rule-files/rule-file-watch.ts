import { Rules } from '@binhxet/application';
import { isAppError } from '@binhxet/domain';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../platform/app-logger.js';

/** How old the rules of this process may be when another one published new ones, ms. */
const PERIOD = 1_000;

/** Follows what is published; a look costs one count. */
@Injectable()
export class RuleFileWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rules: Rules,
    private readonly logger: AppLogger,
  ) {}

  /** @throws AppError PACK.INVALID: a process with contradicting rules does not start */
  async onApplicationBootstrap(): Promise<void> {
    await this.look((error) => {
      if (isAppError(error) && error.code === 'PACK.INVALID') throw error;
    });
    this.timer = setInterval(() => void this.look(() => undefined), PERIOD).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(judge: (error: unknown) => void): Promise<void> {
    try {
      await this.rules.refresh();
    } catch (error) {
      judge(error);
      this.logger.warn({ code: isAppError(error) ? error.code : 'INTERNAL.BUG' }, 'published rules could not be read; the known ones stay');
    }
  }
}

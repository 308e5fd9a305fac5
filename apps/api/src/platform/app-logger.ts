import { type LoggerService } from '@nestjs/common';
import { type Logger } from '@binhxet/platform';

/** Injection token of the process's logger. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- a class for the container, an interface for the compiler
export interface AppLogger extends Logger {}
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- as above
export abstract class AppLogger {}

/** Gives the framework's own messages to the process's logger: what it tells while it wires is of no interest when it works. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug({ source: 'framework' }, String(message));
  }
  debug(message: unknown): void {
    this.logger.trace({ source: 'framework' }, String(message));
  }
  verbose(message: unknown): void {
    this.logger.trace({ source: 'framework' }, String(message));
  }
  warn(message: unknown): void {
    this.logger.warn({ source: 'framework' }, String(message));
  }
  error(message: unknown): void {
    if (message instanceof Error) this.logger.error({ source: 'framework', err: message }, 'framework error');
    else this.logger.error({ source: 'framework' }, String(message));
  }
  fatal(message: unknown): void {
    this.error(message);
  }
}

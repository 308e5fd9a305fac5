import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentCorrelation } from './correlation.js';
import { serializeError } from './error-serializer.js';

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** name of the process: api, worker, jobs, ops */
  readonly app: string;
  /** default `info` */
  readonly level?: string;
  /** default: standard output */
  readonly destination?: DestinationStream;
}

/** Fields that hold secrets or what people wrote, at the top of a log call, one or two levels below. */
const SECRET_FIELDS = [
  'password',
  'newPassword',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
  'csrf',
  'session',
  'activationCode',
  'url',
  'payload',
  'body',
  'text',
  'reason',
  'name',
  'fullName',
  'email',
  'parameters',
  'query',
  'salt',
  'ballot',
] as const;

const redactPaths = SECRET_FIELDS.flatMap((field) => {
  const key = field.includes('-') ? `["${field}"]` : field;
  const below = field.includes('-') ? `*${key}` : `*.${key}`;
  return [key, below, `*.${below}`];
});

/**
 * A JSON logger: one object a line with `level, time (UTC), app, msg`, the ids of the running call and the fields given.
 * Messages are constant sentences; everything variable is a field. Errors go under `err` and pass {@link serializeError}.
 */
export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    level: options.level ?? 'info',
    base: { app: options.app },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ ...currentCorrelation() }),
    serializers: { err: (error: unknown) => serializeError(error), error: (error: unknown) => serializeError(error) },
    redact: { paths: redactPaths, censor: '[redacted]' },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

import { z } from 'zod';
import { variable } from './variable.js';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//);
const httpUrl = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/)
  .transform((text) => text.replace(/\/+$/, ''));

/** PostgreSQL, with the role of this process in the URL. */
export const databaseSection = {
  url: variable('BX_DATABASE_URL', postgresUrl, { secret: true }),
  /** connections of this process */
  poolSize: variable('BX_DATABASE_POOL_SIZE', z.coerce.number().int().min(1).max(200).default(16)),
};

export const temporalSection = {
  /** host:port of the frontend */
  address: variable('BX_TEMPORAL_ADDRESS', z.string().regex(/^[^\s:/]+:\d+$/)),
  namespace: variable('BX_TEMPORAL_NAMESPACE', z.string().min(1).default('binhxet')),
  taskQueue: variable('BX_TEMPORAL_TASK_QUEUE', z.string().min(1).default('binhxet')),
  /** web page of the server, for links; without it no link is shown */
  uiUrl: variable('BX_TEMPORAL_UI_URL', httpUrl.optional()),
};

export const httpSection = {
  host: variable('BX_HTTP_HOST', z.string().min(1).default('127.0.0.1')),
  port: variable('BX_HTTP_PORT', port.default(8080)),
  /** address people type, without a slash at the end; links and cookies follow it */
  publicUrl: variable('BX_PUBLIC_URL', httpUrl),
};

/** Small listener of a process without pages: health and metrics. Port 0: any free one. */
export const probeSection = {
  host: variable('BX_PROBE_HOST', z.string().min(1).default('127.0.0.1')),
  port: variable('BX_PROBE_PORT', port.default(0)),
};

export const ledgerSection = {
  /** file of the signing key, mode 0600; mounted read-only in production */
  keyFile: variable(['BX_LEDGER_KEY_FILE', 'LEDGER_KEY_FILE'], z.string().min(1)),
};

export const queueSection = {
  backend: variable('BX_QUEUE_BACKEND', z.enum(['postgres', 'redis']).default('postgres')),
  redisUrl: variable(
    'BX_REDIS_URL',
    z
      .string()
      .regex(/^rediss?:\/\//)
      .optional(),
    { secret: true },
  ),
};

/** Outgoing mail; without a URL there is only the in-app channel. */
export const smtpSection = {
  url: variable(
    'BX_SMTP_URL',
    z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    { secret: true },
  ),
  from: variable('BX_SMTP_FROM', z.string().min(3).optional()),
};

export const modeSection = {
  /** production refuses what only serves trials, such as driven cycle clocks */
  production: variable('BX_PRODUCTION', flag.default(false)),
};

export const rulePacksSection = {
  /** folder of the rule packs; without it the ones shipped with the code */
  dir: variable('BX_RULE_PACKS_DIR', z.string().min(1).optional()),
};

export const loggingSection = {
  level: variable('BX_LOG_LEVEL', z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info')),
};

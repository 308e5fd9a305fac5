import { databaseSection, httpSection, loadConfig, loggingSection, modeSection, queueSection, rulePacksSection, temporalSection, variable, type ConfigOf } from '@binhxet/platform';
import { z } from 'zod';

const minutes = (fallback: number) => z.coerce.number().int().min(1).max(100_000).default(fallback);
const count = (fallback: number) => z.coerce.number().int().min(2).max(1_000_000).default(fallback);

/** Signing in. Lengths in minutes. */
const accessSection = {
  sessionIdleMinutes: variable('BX_SESSION_IDLE_MINUTES', minutes(8 * 60)),
  sessionMinutes: variable('BX_SESSION_MINUTES', minutes(24 * 60)),
  activationMinutes: variable('BX_ACTIVATION_MINUTES', minutes(14 * 24 * 60)),
  throttleMinutes: variable('BX_LOGIN_WINDOW_MINUTES', minutes(15)),
  failuresPerLogin: variable('BX_LOGIN_FAILURES_PER_ACCOUNT', count(10)),
  failuresPerAddress: variable('BX_LOGIN_FAILURES_PER_ADDRESS', count(100)),
  /** addresses of proxies whose X-Forwarded-For is believed, comma separated */
  trustedProxies: variable('BX_TRUSTED_PROXIES', z.string().regex(/^[0-9a-fA-F.:/, ]+$/).optional()),
};

const SECTIONS = {
  database: databaseSection,
  http: httpSection,
  temporal: temporalSection,
  queue: queueSection,
  rulePacks: rulePacksSection,
  mode: modeSection,
  logging: loggingSection,
  access: accessSection,
};

type Values = ConfigOf<typeof SECTIONS>;

/** Everything the api process is told from outside; a class, so that it is its own injection token. */
export abstract class ApiConfig implements Values {
  abstract readonly database: Values['database'];
  abstract readonly http: Values['http'];
  abstract readonly temporal: Values['temporal'];
  abstract readonly queue: Values['queue'];
  abstract readonly rulePacks: Values['rulePacks'];
  abstract readonly mode: Values['mode'];
  abstract readonly logging: Values['logging'];
  abstract readonly access: Values['access'];
}

/** @throws AppError CONFIG.INVALID (invalid) */
export function loadApiConfig(env?: Readonly<Record<string, string | undefined>>): ApiConfig {
  return loadConfig(SECTIONS, env);
}

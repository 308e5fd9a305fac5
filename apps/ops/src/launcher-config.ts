import path from 'node:path';
import { z } from 'zod';
import { loadConfig, variable } from '@binhxet/platform';
import { repositoryRoot } from '@binhxet/platform/servers';

const launcherSection = {
  /** folder of the installation */
  dataDir: variable('BX_DATA_DIR', z.string().min(1).default(path.join(repositoryRoot, '.binhxet'))),
  host: variable('BX_HTTP_HOST', z.string().min(1).default('127.0.0.1')),
  /** 0: a free one, the same as last time while free */
  webPort: variable('BX_HTTP_PORT', z.coerce.number().int().min(0).max(65_535).default(8080)),
  production: variable(
    'BX_PRODUCTION',
    z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
  ),
  /** a Temporal server of one's own */
  temporalAddress: variable(
    'BX_TEMPORAL_ADDRESS',
    z
      .string()
      .regex(/^[^\s:/]+:\d+$/)
      .optional(),
  ),
  temporalNamespace: variable('BX_TEMPORAL_NAMESPACE', z.string().min(1).default('binhxet')),
  temporalUiUrl: variable(
    'BX_TEMPORAL_UI_URL',
    z
      .string()
      .regex(/^https?:\/\//)
      .optional(),
  ),
};

/** What the launcher itself reads from the environment. */
export function launcherConfig(env: Readonly<Record<string, string | undefined>>) {
  return loadConfig({ launcher: launcherSection }, env).launcher;
}

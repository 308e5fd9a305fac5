import path from 'node:path';
import { repositoryRoot, type DatabaseRole } from '@binhxet/platform/servers';
import { type InstallationTemporal } from '../servers/installation-temporal.js';

/** Our own processes, in the order they start; they stop in the order of {@link STOP_ORDER}. */
export const APP_NAMES = ['worker', 'jobs', 'api'] as const;
export type AppName = (typeof APP_NAMES)[number];

/** Nobody is let in any more, then nothing is delivered, then nothing is decided; then the servers. */
export const STOP_ORDER = ['api', 'jobs', 'worker'] as const satisfies readonly AppName[];

const ROLE: Readonly<Record<AppName, DatabaseRole>> = { api: 'bx_api', worker: 'bx_worker', jobs: 'bx_jobs' };

export interface AppSurroundings {
  readonly databaseUrls: Readonly<Record<DatabaseRole, string>>;
  readonly temporal: InstallationTemporal;
  readonly host: string;
  readonly webPort: number;
  readonly publicUrl: string;
  readonly ledgerKeyFile: string;
  readonly production: boolean;
}

/**
 * Compiled entry of a process.
 * @param appsDir folder with the built processes, default `apps` of the repository
 */
export function appProgram(name: AppName, appsDir = path.join(repositoryRoot, 'apps')): string {
  return path.resolve(appsDir, name, 'dist', 'main.js');
}

/** Variables of this machine that a process may need; beside our own settings nothing else of our environment reaches it. */
const PASSED_ON = new Set(['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'LANG', 'NODE_EXTRA_CA_CERTS']);

/** Settings of the launcher itself, and what would give a process more than its own role. */
const KEPT_BACK =
  /^BX_(DATA_DIR|CACHE_DIR|DATABASE_URL|ROLE_PASSWORD_.*|TEST_.*|TEMPORAL_BIN|TEMPORAL_TEST_SERVER_BIN)$/;

const isPassedOn = (variable: string) =>
  PASSED_ON.has(variable) || (variable.startsWith('BX_') && !KEPT_BACK.test(variable));

/**
 * The environment of a process: the URL of its own database role and no other secret.
 * @param own environment of the launcher
 */
export function appEnvironment(
  name: AppName,
  around: AppSurroundings,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const passed = Object.entries(own).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isPassedOn(entry[0]),
  );
  return {
    ...Object.fromEntries(passed),
    NODE_ENV: 'production',
    TZ: 'UTC',
    BX_DATABASE_URL: around.databaseUrls[ROLE[name]],
    BX_TEMPORAL_ADDRESS: around.temporal.address,
    BX_TEMPORAL_NAMESPACE: around.temporal.namespace,
    ...(around.temporal.uiUrl ? { BX_TEMPORAL_UI_URL: around.temporal.uiUrl } : {}),
    BX_HTTP_HOST: around.host,
    BX_HTTP_PORT: String(around.webPort),
    BX_PUBLIC_URL: around.publicUrl,
    BX_LEDGER_KEY_FILE: around.ledgerKeyFile,
    BX_PRODUCTION: String(around.production),
  };
}

import { PinnedRules, ReconcileService, type BodyDifference } from '@binhxet/application';
import { RECONCILE_LABELS } from '@binhxet/messages';
import { AppError, isAppError } from '@binhxet/domain';
import { onPool, openDataSource, PgReconcileReader } from '@binhxet/persistence';
import { loadConfig, rulePacksSection, temporalSection } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { EngineConnection, TemporalEngine, TemporalRepair } from '@binhxet/temporal';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { NAMESPACE } from '../servers/installation-temporal.js';
import { DataFolder } from '../stack/data-folder.js';
import { type Terminal } from '../terminal.js';
import { type CommandContext, type RegisterCommand, runAction } from './command.js';

interface ReconcileCommandOptions {
  readonly cycle?: string;
  readonly apply?: boolean;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

interface Servers {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly taskQueue: string };
  readonly publicUrl: string;
}

/** `reconcile`: what PostgreSQL records against what Temporal runs. Looks only, unless told to apply. Exit codes: 0 nothing differs, 1 something does, 2 refused, 3 a server is away. */
export const registerReconcile: RegisterCommand = (program, context) => {
  program
    .command('reconcile')
    .description('Compare the bodies of running cycles with their workflows; start the missing ones from PostgreSQL')
    .option('--dry-run', 'print the differences and change nothing (the default)')
    .option('--apply', 'start what is missing')
    .option('--replace', 'with --apply: also end workflows that stand elsewhere or are over, and start them where PostgreSQL stands')
    .option('--cycle <id>', 'only this cycle, e.g. KHOI.2026; otherwise every cycle that is not closed')
    .option('--json', 'print the differences as JSON')
    .option('--data <folder>', 'folder of a running installation (default .binhxet); BX_DATABASE_URL, BX_TEMPORAL_ADDRESS and BX_PUBLIC_URL name other servers')
    .action(runAction(context, (options: ReconcileCommandOptions) => reconcile(options, context)));
};

async function reconcile(options: ReconcileCommandOptions, context: CommandContext): Promise<number> {
  const { terminal } = context;
  if ((options.dryRun && options.apply) || (options.replace && !options.apply)) {
    terminal.fail(new AppError('RECONCILE.OPTIONS', 'invalid', 'Either --dry-run or --apply; --replace only with --apply'));
    return EXIT.REFUSED;
  }
  try {
    return await onServers(options, context, (service) => compare(service, options, terminal));
  } catch (error) {
    if (!isAppError(error)) throw error;
    terminal.fail(error);
    return error.kind === 'unavailable' ? EXIT.INFRASTRUCTURE : EXIT.REFUSED;
  }
}

async function compare(service: ReconcileService, options: ReconcileCommandOptions, terminal: Terminal): Promise<number> {
  const scope = options.cycle === undefined ? {} : { cycleId: options.cycle };
  if (options.apply) print(terminal, options, RECONCILE_LABELS.started, await service.apply(options.replace ?? false, scope));
  const left = await service.look(scope);
  print(terminal, options, options.apply ? RECONCILE_LABELS.left : RECONCILE_LABELS.differs, left);
  return left.differences.length === 0 ? EXIT.OK : EXIT.DIFFERENT;
}

function print(terminal: Terminal, options: ReconcileCommandOptions, title: { readonly vi: string; readonly en: string }, report: { readonly cycles: number; readonly bodies: number; readonly differences: readonly BodyDifference[] }): void {
  if (options.json) return terminal.line(JSON.stringify({ title: title.en, ...report }));
  terminal.line(`${title.vi} · ${title.en}: ${report.differences.length} / ${report.bodies}`);
  if (report.differences.length === 0) return;
  const rows = report.differences.map((one) => [one.kind, one.workflowId, one.recorded ?? '–', one.running ?? '–']);
  const table = [['', 'workflow', 'PostgreSQL', 'Temporal'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) terminal.line(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}`);
}

async function onServers(options: ReconcileCommandOptions, { env }: CommandContext, work: (service: ReconcileService) => Promise<number>): Promise<number> {
  const { rulePacks } = loadConfig({ rulePacks: rulePacksSection }, env);
  const run = async ({ databaseUrl, temporal, publicUrl }: Servers): Promise<number> => {
    const source = await openDataSource({ url: databaseUrl, poolSize: 4, applicationName: 'binhxet-reconcile', onPoolError: () => undefined });
    const connection = new EngineConnection(temporal);
    try {
      const repair = new TemporalRepair(connection, new TemporalEngine(connection, temporal), temporal);
      return await work(new ReconcileService(new PgReconcileReader(onPool(source)), repair, new PinnedRules(loadRulePacks(rulePacks.dir)), { publicUrl }));
    } finally {
      await connection.close();
      await source.destroy();
    }
  };
  const given = env['BX_DATABASE_URL'];
  if (given) {
    const { temporal } = loadConfig({ temporal: temporalSection }, env);
    return run({ databaseUrl: given, temporal, publicUrl: (env['BX_PUBLIC_URL'] ?? '').replace(/\/$/, '') });
  }
  const root = options.data ?? launcherConfig(env).dataDir;
  const { ports = {} } = new DataFolder(root).readState();
  const temporal = { address: `127.0.0.1:${ports.temporal ?? 7233}`, namespace: NAMESPACE, taskQueue: 'binhxet' };
  return withInstallationDatabase(root, 'bx_read', (databaseUrl) => run({ databaseUrl, temporal, publicUrl: `http://localhost:${ports.web ?? 8080}` }));
}

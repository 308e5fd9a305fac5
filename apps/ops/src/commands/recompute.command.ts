import { type StoredDifference, PinnedRules, RecomputeCycleService, type RecomputeReport } from '@binhxet/application';
import { recomputeText } from '@binhxet/messages';
import { openDataSource, PgRecords } from '@binhxet/persistence';
import { loadRulePacks } from '@binhxet/rule-packs';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface RecomputeOptions {
  readonly cycle?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** Differences printed before the rest is only counted. */
const SHOWN = 100;

/** `recompute`: makes tallies, quotas, levels and candidates again from the log, and names what is stored otherwise. */
export const registerRecompute: RegisterCommand = (program, context) => {
  program
    .command('recompute')
    .description('Make every tally, quota, level and candidate again from the log; exit 1 when something stored differs')
    .option('--cycle <id>', 'cycle, e.g. KHOI.2025 (default: every cycle)')
    .option('--json', 'one JSON line for each difference and each report')
    .option('--data <folder>', 'folder of the installation (default .binhxet); BX_DATABASE_URL names another server')
    .action(runAction(context, (options: RecomputeOptions) => recompute(options, context)));
};

async function recompute(options: RecomputeOptions, context: CommandContext): Promise<number> {
  const given = context.env['BX_DATABASE_URL'];
  const work = (url: string) => onDatabase(url, options, context);
  return given ? work(given) : withInstallationDatabase(options.data ?? launcherConfig(context.env).dataDir, 'bx_read', work);
}

async function onDatabase(url: string, { cycle, json = false }: RecomputeOptions, { terminal, env }: CommandContext): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const source = await openDataSource({ url, poolSize: 2, applicationName: 'binhxet-recompute', onPoolError: () => undefined });
  try {
    const records = new PgRecords(source);
    const service = new RecomputeCycleService(records, new PinnedRules(loadRulePacks(env['BX_RULE_PACKS_DIR'])));
    let differences = 0;
    for (const id of cycle ? [cycle] : await records.cycleIds()) {
      let shown = 0;
      let noted = Date.now();
      const began = performance.now();
      const report = await service.run(id, {
        signal: stop.signal,
        onDifference: (difference) => {
          shown += 1;
          if (json) terminal.line(JSON.stringify({ cycle: id, ...difference }));
          else if (shown <= SHOWN) terminal.line(lineOf(difference));
        },
        onProgress: ({ done, of }) => {
          if (Date.now() - noted < 1_000) return;
          noted = Date.now();
          terminal.note(`${id}: ${done} / ${of}`);
        },
      });
      if (json) terminal.line(JSON.stringify({ ...report, ms: Math.round(performance.now() - began) }));
      else summary(report, shown);
      differences += report.differences;
    }
    return differences > 0 ? EXIT.DIFFERENT : EXIT.OK;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await source.destroy();
  }

  function summary(report: RecomputeReport, found: number): void {
    const { subjects: _subjects, ...counts } = report;
    if (found > SHOWN) terminal.say(recomputeText('more', { count: found - SHOWN }));
    terminal.say(recomputeText(report.differences === 0 ? 'agrees' : 'differs', { ...counts }));
    if (report.erased > 0) terminal.say(recomputeText('erased', { count: report.erased }));
  }
}

function lineOf({ table, row, path, stored, recomputed }: StoredDifference): string {
  return `  ${table}  ${row}  ${path || '/'}  ${JSON.stringify(stored)} → ${JSON.stringify(recomputed)}`;
}

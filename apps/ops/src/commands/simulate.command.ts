import { PinnedRules, SimulateCycleService, type Simulation } from '@binhxet/application';
import { type LevelShift } from '@binhxet/domain';
import { simulationText } from '@binhxet/messages';
import { openDataSource, PgRecords } from '@binhxet/persistence';
import { loadRulePacks } from '@binhxet/rule-packs';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface SimulateOptions {
  readonly cycle: string;
  readonly pack: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** `simulate`: a closed cycle's facts and votes under another rating pack. */
export const registerSimulate: RegisterCommand = (program, context) => {
  program
    .command('simulate')
    .description('Try a closed cycle under another rating pack: who would have another level; nothing is stored')
    .requiredOption('--cycle <id>', 'closed cycle, e.g. KHOI.2025')
    .requiredOption('--pack <id>', 'rating pack to try; BX_RULE_PACKS_DIR may hold a draft')
    .option('--json', 'everything as JSON: counts, moves and rows')
    .option('--data <folder>', 'folder of the installation (default .binhxet); BX_DATABASE_URL names another server')
    .action(runAction(context, (options: SimulateOptions) => simulate(options, context)));
};

async function simulate({ cycle, pack, json, data }: SimulateOptions, { terminal, env }: CommandContext): Promise<number> {
  const given = env['BX_DATABASE_URL'];
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const work = async (url: string): Promise<Simulation> => {
    const source = await openDataSource({ url, poolSize: 2, applicationName: 'binhxet-simulate', onPoolError: () => undefined });
    try {
      return await new SimulateCycleService(new PgRecords(source), new PinnedRules(loadRulePacks(env['BX_RULE_PACKS_DIR']))).run(cycle, pack, stop.signal);
    } finally {
      await source.destroy();
    }
  };
  try {
    const result = given ? await work(given) : await withInstallationDatabase(data ?? launcherConfig(env).dataDir, 'bx_read', work);
    if (json) terminal.line(JSON.stringify(result));
    else print(result);
    return EXIT.OK;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }

  function print({ cycleId, pack: own, tried, kinds, units }: Simulation): void {
    terminal.say(simulationText('head', { cycleId, own, tried }));
    terminal.table(kinds.flatMap(({ subjectKind, shift, unknown }) => [[subjectKind, `${shift.before.join(' · ')}  →  ${shift.after.join(' · ')}`], ['', `Δ ${shift.changed}  (? ${unknown})`]]));
    const moved = units.filter(({ members, organisation }) => members.changed > 0 || (organisation && organisation.level !== organisation.simulated));
    if (moved.length > 0) terminal.table(moved.map(({ code, members, organisation }) => [code, `${organisation ? `${organisation.level} → ${organisation.simulated}` : '–'}  ${movesOf(members)}`]));
    if (kinds.some(({ unknown }) => unknown > 0)) terminal.say(simulationText('unknown'));
  }
}

/** "1→2: 3, 2→4: 1". */
function movesOf({ moves }: LevelShift): string {
  return moves.flatMap((to, from) => to.flatMap((count, level) => (count > 0 && level !== from ? [`${from + 1}→${level + 1}: ${count}`] : []))).join(', ');
}

import { writeFileSync } from 'node:fs';
import { PinnedRules, ReadinessService, TargetReportService, YearBoard } from '@binhxet/application';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';
import { loadRulePacks, type RulePacks } from '@binhxet/rule-packs';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { type CommandContext, type RegisterCommand, runAction } from './command.js';

interface YearOptions {
  readonly data?: string;
  readonly json?: string;
  readonly on?: string;
  readonly year?: string;
  readonly settings: string;
  readonly pack?: string;
}
interface Parts {
  readonly uow: PgUnitOfWork;
  readonly rules: PinnedRules;
  readonly packs: RulePacks;
  readonly clock: SystemClock;
}

/** What can be asked about a year, by the word of the command line; each answer is plain JSON, the same as over HTTP. */
const QUESTIONS: Readonly<Record<string, (parts: Parts, about: string, options: YearOptions) => Promise<unknown>>> = {
  targets: ({ uow, rules }, cycleId) => new TargetReportService(uow, rules).report(cycleId),
  registrations: ({ uow, rules, clock }, cycleId) => new YearBoard(uow, rules, clock).registrations(cycleId),
  'mid-year': ({ uow, rules, clock }, cycleId, { on }) => new YearBoard(uow, rules, clock).midYear(cycleId, on),
  readiness: ({ uow, rules, packs, clock }, organisation, { year, on, settings, pack }) =>
    new ReadinessService(uow, rules, clock).check(organisation, Number(year ?? clock.now().getUTCFullYear()), packs.getOf('settings', settings).content, pack ? { rating: pack } : {}, on),
};

/** `year`: targets, registrations, mid-year and readiness of an installation, read with a role that cannot write. */
export const registerYear: RegisterCommand = (program, context) => {
  program
    .command('year')
    .description(`Print what a year stands at as JSON: ${Object.keys(QUESTIONS).join(', ')}`)
    .argument('<question>', Object.keys(QUESTIONS).join(' | '))
    .argument('<about>', 'cycle, such as KHOI.2026; for readiness the code of the superior')
    .option('--on <date>', 'day looked at, YYYY-MM-DD')
    .option('--year <year>', 'rating year (readiness)')
    .option('--settings <id>', 'settings file (readiness)', 'DEFAULT')
    .option('--pack <id>', 'rating pack (readiness); default the one of the year')
    .option('--json <file>', 'write there instead of printing')
    .option('--data <folder>', 'folder of the installation (default .binhxet); BX_DATABASE_URL names another server')
    .action(runAction(context, (question: string, about: string, options: YearOptions) => answer(question, about, options, context)));
};

async function answer(question: string, about: string, options: YearOptions, { terminal, env }: CommandContext): Promise<number> {
  const ask = QUESTIONS[question];
  if (!ask) {
    terminal.line(`${question}: ${Object.keys(QUESTIONS).join(', ')}`);
    return EXIT.REFUSED;
  }
  const read = async (url: string): Promise<unknown> => {
    const source = await openDataSource({ url, poolSize: 2, applicationName: 'binhxet-ops', onPoolError: () => undefined });
    try {
      const clock = new SystemClock();
      const packs = loadRulePacks();
      return await ask({ uow: new PgUnitOfWork(source, clock, { next: newId, secret: newSecretId }), rules: new PinnedRules(packs), packs, clock }, about, options);
    } finally {
      await source.destroy();
    }
  };
  const given = env['BX_DATABASE_URL'];
  const found = given ? await read(given) : await withInstallationDatabase(options.data ?? launcherConfig(env).dataDir, 'bx_read', read);
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (options.json) writeFileSync(options.json, text);
  else terminal.line(text.trimEnd());
  return EXIT.OK;
}

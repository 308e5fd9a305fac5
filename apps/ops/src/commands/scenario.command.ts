import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT } from '../launch-error.js';
import { loadScenario, ScenarioRefused } from '../scenario/load-scenario.js';
import { issueLines } from '../scenario/print-issues.js';
import { scenarioFolder } from '../scenario/scenario-folder.js';
import { demo, SCENARIO_GENERATORS } from '../scenarios/index.js';
import { rulesWith } from '../scenarios/rules-of-year.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface GenerateOptions {
  readonly out?: string;
  readonly year?: string;
  readonly rules?: string;
}

/** `scenario generate` and `scenario check`. */
export const registerScenario: RegisterCommand = (program, context) => {
  const scenario = program.command('scenario').description('Generate or check a scenario folder');
  scenario
    .command('generate <name>')
    .description(`Write a shipped scenario again: ${Object.keys(SCENARIO_GENERATORS).join(', ')}`)
    .option('--out <folder>', 'default: the folder of the repository')
    .option('--year <n>', 'demo only: another rating year')
    .option('--rules <folder>', 'demo only: rule files published beside the shipped ones')
    .action(runAction(context, async (name: string, options: GenerateOptions) => generate(name, options, context)));
  scenario
    .command('check <folder>')
    .description('Say everything that is wrong with a scenario folder')
    .action(runAction(context, (folder: string) => check(folder, context)));
};

function generate(name: string, options: GenerateOptions, { terminal }: CommandContext): number {
  const year = options.year === undefined ? undefined : Number(options.year);
  if (
    !(name in SCENARIO_GENERATORS) ||
    (year !== undefined && (name !== 'demo' || !Number.isInteger(year) || !options.out)) ||
    (options.rules !== undefined && year === undefined)
  ) {
    terminal.line(
      `scenario generate ${Object.keys(SCENARIO_GENERATORS).join('|')} [--out FOLDER]; demo --year YEAR --out FOLDER [--rules FOLDER]`,
    );
    return EXIT.REFUSED;
  }
  const files =
    name === 'demo'
      ? demo(year, options.rules === undefined ? undefined : rulesWith(options.rules))
      : SCENARIO_GENERATORS[name]!();
  const folder = options.out ?? scenarioFolder(name);
  writeScenario(folder, files);
  for (const [file, content] of files) terminal.line(`${path.join(folder, file)}  ${Buffer.byteLength(content)}`);
  return EXIT.OK;
}

/** Writes a generated scenario. */
export function writeScenario(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of files) writeFileSync(path.join(folder, file), content);
}

async function check(folder: string, { terminal }: CommandContext): Promise<number> {
  try {
    const { data, play } = await loadScenario(folder);
    for (const [kind, rows] of Object.entries({ ...data, ...play })) terminal.line(`${kind}: ${rows.length}`);
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof ScenarioRefused)) throw error;
    for (const line of issueLines(error.issues)) terminal.line(line);
    return EXIT.REFUSED;
  }
}

import { writeFileSync } from 'node:fs';
import { benchText } from '@binhxet/messages';
import { type Figure, holds } from '../bench/figures.js';
import { type BenchResult, runBench, type Section, SECTIONS } from '../bench/run-bench.js';
import { SIZES, type SizeName } from '../bench/sizes.js';
import { EXIT } from '../launch-error.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface Options {
  readonly quick?: boolean;
  readonly full?: boolean;
  readonly json?: string;
  readonly enforce?: boolean;
  readonly only?: string;
  readonly data?: string;
}

/** `bench`: how fast, as ratios measured in one run, against the numbers of the architecture. */
export const registerBench: RegisterCommand = (program, context) => {
  program
    .command('bench')
    .description('Measure speed against the numbers to hold')
    .option('--quick', 'small sizes, under two minutes')
    .option('--full', 'the full sizes: a million members, leaves and tasks')
    .option('--only <sections>', `some of: ${SECTIONS.join(',')}`)
    .option('--json <file>', 'write all numbers')
    .option('--enforce', 'exit 1 when a number is not held')
    .option('--data <folder>', 'keep the installation in this folder')
    .action(runAction(context, (options: Options) => bench(options, context)));
};

async function bench(options: Options, { terminal, env }: CommandContext): Promise<number> {
  const sections = sectionsOf(options.only);
  if (!sections || (options.quick && options.full)) {
    terminal.line(`bench [--quick | --full] [--only ${SECTIONS.join(',')}]`);
    return EXIT.REFUSED;
  }
  const size: SizeName = options.quick ? 'quick' : options.full ? 'full' : 'normal';
  const giveUp = new AbortController();
  const stop = () => giveUp.abort(new Error('interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const result = await runBench({
      size: SIZES[size],
      sections,
      env,
      signal: giveUp.signal,
      say: (line) => terminal.note(line),
      onFigures: (figures) => figures.forEach((figure) => terminal.line(lineOf(figure))),
      ...(options.data ? { dataDir: options.data } : {}),
    });
    const missed = result.figures.filter((figure) => holds(figure) === false);
    summary(result, missed);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(documentOf(size, result), null, 2)}\n`);
    return options.enforce && missed.length > 0 ? EXIT.DIFFERENT : EXIT.OK;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }

  function summary({ machine, figures }: BenchResult, missed: readonly Figure[]): void {
    const { processor, cores, memoryGiB, node, loadBefore, loadAfter } = machine;
    terminal.table(figures.map((figure) => [`${figure.label.vi} · ${figure.label.en}`, valueOf(figure)]));
    terminal.line(`${processor}, ${cores} × , ${memoryGiB} GiB, Node ${node}, load ${loadBefore} → ${loadAfter}`);
    if (Math.max(loadBefore, loadAfter - cores) > cores) terminal.say(benchText('busy'));
    terminal.say(benchText(missed.length === 0 ? 'allHeld' : 'someMissed', { count: missed.length }));
  }
}

function sectionsOf(only: string | undefined): readonly Section[] | null {
  if (only === undefined) return SECTIONS;
  const names = only.split(',');
  return names.every((name): name is Section => (SECTIONS as readonly string[]).includes(name)) ? names : null;
}

function valueOf(figure: Figure): string {
  const held = holds(figure);
  const hold = figure.hold ? `  (${figure.hold.operator} ${figure.hold.value})` : '';
  return `${figure.reached} ${figure.unit}${hold}${held === null ? '' : held ? '  ✓' : '  ✗'}`;
}

function lineOf(figure: Figure): string {
  return `  ${figure.key}  ${valueOf(figure)}`;
}

/** What `--json` writes. */
function documentOf(size: SizeName, { machine, figures, seconds }: BenchResult) {
  return { format: 'binhxet-bench/1', size, machine, seconds, figures: figures.map((figure) => ({ ...figure, held: holds(figure) })) };
}

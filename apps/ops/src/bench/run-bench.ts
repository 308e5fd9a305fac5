import { BenchEngine } from './bench-engine.js';
import { benchClassification } from './classification.bench.js';
import { benchContributions, peopleFor } from './contributions.bench.js';
import { type Figure } from './figures.js';
import { benchImport } from './import.bench.js';
import { benchInbox } from './inbox.bench.js';
import { benchLedger } from './ledger.bench.js';
import { describeMachine, load, type Machine } from './machine.js';
import { paperOf } from './paper.js';
import { benchQuota } from './quota.bench.js';
import { type CellSize } from './population.js';
import { type BenchSize } from './sizes.js';
import { benchTransition } from './transition.bench.js';
import { benchWholeCycle } from './whole-cycle.bench.js';
import { type Someone, World } from './world.js';

export const SECTIONS = ['contributions', 'transition', 'cycle', 'classification', 'quota', 'ledger', 'import', 'inbox'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchOptions {
  readonly size: BenchSize;
  readonly sections: readonly Section[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir?: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly onFigures: (figures: readonly Figure[]) => void;
}

export interface BenchResult {
  readonly machine: Machine;
  readonly figures: readonly Figure[];
  /** seconds by section, set-up apart */
  readonly seconds: Readonly<Record<string, number>>;
}

/** A cell may have 300 members; the bench fills its large ones like that. */
const LARGE_CELL = 300;
const SMALL_CELL = 5;

/** Runs the sections one after the other on one installation. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const machine = describeMachine();
  const figures: Figure[] = [];
  const seconds: Record<string, number> = {};
  const section = async (name: string, work: () => Promise<readonly Figure[]>) => {
    options.signal.throwIfAborted();
    const began = performance.now();
    const found = await work();
    seconds[name] = (seconds[name] ?? 0) + Math.round(performance.now() - began) / 1000;
    figures.push(...found);
    options.onFigures(found);
  };
  const wanted = (name: Section) => options.sections.includes(name);
  const { size } = options;
  // First what needs no servers: they would only disturb it.
  if (wanted('classification')) await section('classification', async () => benchClassification(size.classification));
  if (wanted('quota')) await section('quota', async () => benchQuota(size.quota));
  if (wanted('ledger')) await section('ledger', () => benchLedger(size.ledger));
  if (wanted('contributions') || wanted('transition') || wanted('cycle') || wanted('import') || wanted('inbox')) {
    let world: World | undefined;
    try {
      await section('setUp', async () => {
        world = await World.open({ ...options, cells: cellsFor(size, wanted) });
        return [];
      });
      const here = world!;
      if (wanted('contributions')) {
        const pool = spread(here, size);
        for (const each of size.contributions) await section(`contributions.${each.writers}`, () => benchContributions(here, pool.splice(0, peopleFor(each)), each, each.p99FloorMs));
      }
      if (wanted('transition') || wanted('cycle')) {
        const paper = await paperOf(here);
        const engine = await BenchEngine.start(here, paper);
        try {
          const codes = (prefix: string, count: number) => named(prefix, count, 0).map(({ code }) => code);
          if (wanted('transition')) await section('transition', () => benchTransition(here, engine, codes('CBT', size.transition.bodies), paper, size.transition));
          if (wanted('cycle')) await section('cycle', () => benchWholeCycle(here, engine, codes('CBC', size.cycle.cells), codes('CBW', size.cycle.cells), paper));
        } finally {
          await engine.stop();
        }
      }
      if (wanted('import')) await section('import', () => benchImport(here, size.import, options.say));
      // Last: its tasks would burden every other section.
      if (wanted('inbox')) await section('inbox', () => benchInbox(here, here.cell(named('CBI', 1, 0)[0]!.code), size.inbox));
    } finally {
      await world?.close();
    }
  }
  machine.loadAfter = load();
  return { machine, figures, seconds };
}

const largeCells = (size: BenchSize) => Math.ceil(size.contributions.reduce((sum, each) => sum + peopleFor(each), 0) / (LARGE_CELL - 1));
const named = (prefix: string, count: number, members: number): CellSize[] => Array.from({ length: count }, (_, at) => ({ code: `${prefix}${String(at + 1).padStart(4, '0')}`, members }));

function cellsFor(size: BenchSize, wanted: (name: Section) => boolean): CellSize[] {
  return [
    ...named('CBN', SMALL_CELL, SMALL_CELL), // somewhere for those who hold posts, whatever is measured
    ...(wanted('contributions') ? named('CBL', largeCells(size), LARGE_CELL) : []),
    ...(wanted('inbox') ? named('CBI', size.inbox.cells, LARGE_CELL) : []),
    ...(wanted('transition') ? named('CBT', size.transition.bodies, SMALL_CELL) : []),
    ...(wanted('cycle') ? [...named('CBC', size.cycle.cells, size.cycle.membersOfACell), ...named('CBW', size.cycle.cells, size.cycle.membersOfACell)] : []),
  ];
}

/** Members of the large cells without their secretaries, neighbours from different cells: as a whole town writes, not one cell. */
function spread(world: World, size: BenchSize): Someone[] {
  const cells = named('CBL', largeCells(size), LARGE_CELL).map(({ code }) => world.cell(code).slice(1));
  return Array.from({ length: LARGE_CELL - 1 }, (_, at) => cells.flatMap((cell) => cell[at] ?? [])).flat();
}

import { type Finding } from './findings.js';
import { IdTable } from './id-table.js';
import { type Leaf } from './leaf.js';

interface Unopened {
  readonly entry: string;
  readonly index: number;
  count: number;
}

/**
 * What entries say about one another: no id twice; `prev` stands earlier; a step has been planned or opened, and stays with its cycle; a
 * cycle has been opened; what was erased. Feed it leaves in index order, then ask once.
 */
export class References {
  private readonly seen = new IdTable();
  private readonly cycles = new Set<string>();
  private readonly steps = new Map<string, string | null>();
  private readonly openPrevs: { entry: string; index: number; prev: string }[] = [];
  private readonly unopenedSteps = new Map<string, Unopened>();
  private readonly unopenedCycles = new Map<string, Unopened>();
  private readonly erasedEntries = new Set<string>();
  private lastCycle: string | null = null;
  private lastStep: string | null = null;
  private lastStepCycle: string | null = null;

  constructor(private readonly report: (finding: Finding) => void) {}

  /** Entries whose payload was erased, as the log says. */
  get erased(): ReadonlySet<string> {
    return this.erasedEntries;
  }

  /** Index of an entry that is in the log. */
  indexOf(entry: string): number | undefined {
    return this.seen.get(entry);
  }

  /** An id that stands in the tree although its entry cannot be read. */
  note(entry: string, index: number): void {
    this.seen.put(entry, index);
  }

  add(leaf: Leaf, index: number): void {
    const { id, prev, step, cycle, type } = leaf;
    if (this.seen.put(id, index) !== index) this.report({ code: 'ENTRY_REPEATED', entry: id, index });
    if (prev !== null && !((this.seen.get(prev) ?? Infinity) < index)) this.openPrevs.push({ entry: id, index, prev });
    if (type === 'payload.erased' && prev !== null) this.erasedEntries.add(prev);
    // Neighbours mostly share step and cycle: comparing with the last ones is cheaper than looking them up.
    if (cycle !== null && cycle !== this.lastCycle) this.addCycle(cycle, leaf, index);
    if (step !== null && (step !== this.lastStep || cycle !== this.lastStepCycle)) this.addStep(step, leaf, index);
  }

  private addCycle(cycle: string, { id, type }: Leaf, index: number): void {
    if (type === 'cycle.opened') this.cycles.add(cycle);
    if (this.cycles.has(cycle)) this.lastCycle = cycle;
    else count(this.unopenedCycles, cycle, id, index);
  }

  private addStep(step: string, { id, type, cycle }: Leaf, index: number): void {
    const known = this.steps.get(step);
    if (known === undefined && type !== 'step.opened' && type !== 'step.planned') return count(this.unopenedSteps, step, id, index);
    if (known === undefined) this.steps.set(step, cycle);
    else if (known !== cycle) return this.report({ code: 'STEP_ELSEWHERE', entry: id, index, facts: { step, cycle: known ?? '-' } });
    this.lastStep = step;
    this.lastStepCycle = cycle;
  }

  /** Reports what can only be known at the end. */
  finish(): void {
    for (const { entry, index, prev } of this.openPrevs) {
      const at = this.seen.get(prev);
      if (at === undefined) this.report({ code: 'PREV_UNKNOWN', entry, index, facts: { prev } });
      else if (at >= index) this.report({ code: 'PREV_LATER', entry, index, facts: { prev } });
    }
    for (const [cycle, { entry, index, count: entries }] of this.unopenedCycles) {
      if (!this.cycles.has(cycle)) this.report({ code: 'CYCLE_UNKNOWN', entry, index, facts: { cycle, count: entries } });
    }
    for (const [step, { entry, index, count: entries }] of this.unopenedSteps) {
      if (!this.steps.has(step)) this.report({ code: 'STEP_UNKNOWN', entry, index, facts: { step, count: entries } });
    }
  }
}

function count(map: Map<string, Unopened>, key: string, entry: string, index: number): void {
  const known = map.get(key);
  if (known) known.count++;
  else map.set(key, { entry, index, count: 1 });
}

import { type CarriedState, type WorkflowName, type WorkflowStart } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { bodyInput, registeredStart } from '../cycle/body-start.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { ENDED_PHASES } from '../ports/body.store.js';
import { type EngineBody } from '../ports/engine.port.js';
import { type EngineRepair } from '../ports/engine-repair.port.js';
import { type Rules } from '../ports/rules.port.js';
import { type CycleFacts, type ReconcileReader } from '../readers/reconcile.reader.js';
import { type BodyFacts } from './body-facts.js';
import { caseEnded, type CaseFacts, caseStart, caseWorkflowId, rebuildCase } from './case-facts.js';
import { endedState, rebuildState } from './rebuild-state.js';

/** MISSING: not running. STALE: waits for something else than PostgreSQL says. ENDED_RUNNING: its part is over. UNKNOWN: PostgreSQL has no such body. */
export const DIFFERENCES = ['MISSING', 'STALE', 'ENDED_RUNNING', 'UNKNOWN'] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

export interface BodyDifference {
  readonly kind: DifferenceKind;
  readonly cycleId: string;
  readonly workflowId: string;
  /** Phase and kinds of awaited steps in PostgreSQL; null for UNKNOWN. */
  readonly recorded: string | null;
  /** The same of the workflow; null where none runs. */
  readonly running: string | null;
}

export interface ReconcileReport {
  readonly cycles: number;
  readonly bodies: number;
  readonly differences: readonly BodyDifference[];
}

/** A case with the cycle of its year; null: that was not run here. */
interface CaseAt {
  readonly cycle: CycleRow | null;
  readonly facts: CaseFacts;
}

interface Found {
  readonly difference: BodyDifference;
  readonly start: WorkflowStart | null;
}

export interface ReconcileOptions {
  /** Only this cycle; without it all that are not closed. */
  readonly cycleId?: string;
  /** Between two looks, milliseconds: what differs only once was on its way. */
  readonly settleMs?: number;
}

const SETTLE_MS = 3_000;
const CALLS_AT_ONCE = 24;
/** Lower bodies first: a body that starts its lower ones must find them. */
const ORDER: readonly WorkflowName[] = ['appeal', 'reevaluation', 'lateReview', 'cellReview', 'organisationReview', 'commendation', 'annualCycle'];

/** Compares what PostgreSQL records with what the engine runs, and starts what is missing. PostgreSQL is the truth. Source: settled questions §2 */
export class ReconcileService {
  constructor(
    private readonly reader: ReconcileReader,
    private readonly repair: EngineRepair,
    private readonly rules: Rules,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /**
   * Changes nothing.
   * @throws AppError CYCLE.NOT_FOUND; ENGINE.UNAVAILABLE; RECONCILE.NOT_ANSWERED (unavailable) when bodies run and no worker answers for them
   */
  async look(options: ReconcileOptions = {}): Promise<ReconcileReport> {
    const { found, ...counts } = await this.find(options);
    return { ...counts, differences: found.map((one) => one.difference) };
  }

  /**
   * Starts the missing ones. Safe to repeat.
   * @param replace also ends those that stand elsewhere or have ended, and starts them where PostgreSQL stands
   * @returns what was done, by body
   */
  async apply(replace: boolean, options: ReconcileOptions = {}): Promise<ReconcileReport> {
    const { found, ...counts } = await this.find(options);
    const due = found.filter(({ difference: { kind }, start }) => start !== null && (kind === 'MISSING' || replace));
    for (const workflow of ORDER) {
      await eachAtOnce(due.filter((one) => one.start?.workflow === workflow), async ({ difference, start }) => {
        if (start) await this.repair.start(start, difference.kind !== 'MISSING');
      });
    }
    return { ...counts, differences: due.map((one) => one.difference) };
  }

  /** Two looks: only what differs in the same way both times counts. */
  private async find(options: ReconcileOptions): Promise<{ readonly cycles: number; readonly bodies: number; readonly found: readonly Found[] }> {
    const cycleIds = options.cycleId === undefined ? await this.reader.openCycles() : [options.cycleId];
    const elsewhere = options.cycleId === undefined;
    const first = await this.once(cycleIds, elsewhere);
    if (first.found.length === 0) return first;
    await new Promise((resolve) => setTimeout(resolve, options.settleMs ?? SETTLE_MS));
    const before = new Set(first.found.map(({ difference }) => JSON.stringify(difference)));
    const second = await this.once(cycleIds, elsewhere);
    return { ...second, found: second.found.filter(({ difference }) => before.has(JSON.stringify(difference))) };
  }

  private async once(cycleIds: readonly string[], elsewhere: boolean) {
    const found: Found[] = [];
    let bodies = 0;
    for (const cycleId of cycleIds) {
      const facts = await this.reader.ofCycle(cycleId);
      bodies += facts.bodies.length + facts.cases.length;
      found.push(...(await this.ofCycle(facts)));
    }
    if (elsewhere) {
      const others = await this.reader.otherCases();
      bodies += others.length;
      found.push(...(await this.ofCases(others)));
    }
    return { cycles: cycleIds.length, bodies, found };
  }

  private async ofCycle(facts: CycleFacts): Promise<Found[]> {
    const found: Found[] = [];
    await this.lookAt(facts.bodies, (body) => body.body.workflowId, (body, seen) => found.push(...this.compare(facts, body, seen)));
    found.push(...(await this.ofCases(facts.cases.map((one) => ({ cycle: facts.cycle, facts: one })))));
    const known = new Set([...facts.bodies.map((one) => one.body.workflowId), ...facts.cases.map(caseWorkflowId)]);
    for (const workflowId of await this.repair.running(facts.cycle.id)) {
      if (!known.has(workflowId)) found.push({ difference: { kind: 'UNKNOWN', cycleId: facts.cycle.id, workflowId, recorded: null, running: '' }, start: null });
    }
    return found.sort((a, b) => (a.difference.workflowId < b.difference.workflowId ? -1 : 1));
  }

  private async ofCases(cases: readonly CaseAt[]): Promise<Found[]> {
    const found: Found[] = [];
    await this.lookAt(cases, ({ facts }) => caseWorkflowId(facts), (one, seen) => found.push(...this.compareCase(one, seen)));
    return found;
  }

  /** @throws AppError RECONCILE.NOT_ANSWERED (unavailable) when some run and no worker answers for them */
  private async lookAt<T>(items: readonly T[], idOf: (item: T) => string, take: (item: T, seen: EngineBody | null) => void): Promise<void> {
    const silent: string[] = [];
    await eachAtOnce(items, async (item) => {
      const seen = await this.repair.look(idOf(item));
      if (seen?.running && !seen.progress) silent.push(idOf(item));
      else take(item, seen);
    });
    if (silent.length > 0) throw new AppError('RECONCILE.NOT_ANSWERED', 'unavailable', 'Bodies run, but no worker answers for them: start a worker first', { bodies: silent.length, first: silent.sort()[0] ?? '' });
  }

  private compareCase({ cycle, facts }: CaseAt, seen: EngineBody | null): Found[] {
    const carried = rebuildCase(facts);
    const running = seen?.running ? seen.progress : undefined;
    const found = (kind: DifferenceKind): Found[] => {
      const packId = facts.packId ?? (cycle ? this.rules.forCycle(cycle).rating.id : '');
      const of = (phase: string, steps: readonly { readonly kind: string }[]): string => describe(phase, steps.map((step) => step.kind));
      const difference = { kind, cycleId: facts.input.cycleId, workflowId: caseWorkflowId(facts), recorded: of(carried.phase, carried.steps), running: running ? of(running.phase, running.waitingFor) : null };
      return [{ difference, start: caseStart(facts, packId, this.options.publicUrl) }];
    };
    if (!running) return caseEnded(facts) ? [] : found('MISSING');
    if (caseEnded(facts)) return found('ENDED_RUNNING');
    return running.phase === carried.phase && stepIds(running.waitingFor) === stepIds(carried.steps) ? [] : found('STALE');
  }

  private compare(facts: CycleFacts, one: BodyFacts, seen: EngineBody | null): Found[] {
    const { body } = one;
    const carried = rebuildState(one);
    const ended = ENDED_PHASES.includes(body.phase);
    const running = seen?.running ? seen.progress : undefined;
    if (!running) return ended ? [] : [this.difference('MISSING', facts, one, carried, null)];
    const actual = describe(running.phase, running.waitingFor.map((step) => step.kind));
    if (ended) return [this.difference('ENDED_RUNNING', facts, one, carried, actual)];
    if (!carried) return []; // it has not told its first phase yet
    const stepsAgree = stepIds(running.waitingFor) === stepIds(carried.steps) || this.decides(body.workflow, running.waitingFor, carried);
    const agrees = stepsAgree && [body.phase, carried.phase].includes(running.phase);
    return agrees ? [] : [this.difference('STALE', facts, one, carried, actual)];
  }

  /** The cycle's decision is left out of what is rebuilt, because it opens again; a cycle that waits for it agrees. */
  private decides(workflow: WorkflowName, waitingFor: readonly { readonly stepId: string; readonly kind: string }[], carried: CarriedState): boolean {
    if (workflow !== 'annualCycle') return false;
    const others = waitingFor.filter((step) => step.kind !== 'DECISION').map((step) => step.stepId);
    return others.sort().join() === carried.steps.map((step) => step.stepId).sort().join();
  }

  private difference(kind: DifferenceKind, facts: CycleFacts, one: BodyFacts, carried: CarriedState | null, running: string | null): Found {
    const { body } = one;
    const recorded = describe(carried?.phase ?? body.phase, carried?.steps.map((step) => step.kind) ?? []);
    return { difference: { kind, cycleId: facts.cycle.id, workflowId: body.workflowId, recorded, running }, start: this.startOf(facts, one, carried) };
  }

  /** null: the organisation takes no part in the cycle any more, so there is nothing to start from. */
  private startOf({ cycle, units }: CycleFacts, { body }: BodyFacts, carried: CarriedState | null): WorkflowStart | null {
    const unit = units.get(body.organisationId);
    const state = ENDED_PHASES.includes(body.phase) ? endedState(body.phase) : carried;
    const inputOf = (of: { readonly organisationId: string; readonly code: string }) => ({ ...bodyInput(cycle, of, this.rules.forCycle(cycle).rating.id, this.options.publicUrl), ...(state ? { carried: state } : {}) });
    if (unit) return registeredStart(body, unit, inputOf(unit));
    // Before the tree is frozen there is only the cycle itself, whose id begins with its superior's code.
    return body.workflow === 'annualCycle' ? { workflow: 'annualCycle', input: inputOf({ organisationId: cycle.superiorId, code: cycle.id.split('.')[0] ?? '' }) } : null;
  }
}

const stepIds = (steps: readonly { readonly stepId: string }[]): string => steps.map((step) => step.stepId).sort().join();
const describe = (phase: string, kinds: readonly string[]): string => [phase, ...[...kinds].sort()].join(' ');

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const runner = async (): Promise<void> => {
    while (next < items.length) await work(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, items.length) }, runner));
}

import {
  bodyEnded,
  type BodyInput,
  type BodyOutcome,
  type BodyPhase,
  type BodyRef,
  type CarriedState,
  type CloseCause,
  clockMoved,
  type CommandName,
  type CommandOutcome,
  type CommandRef,
  COMMANDS,
  cycleClosed,
  type PendingFact,
  progress,
  resultDecided,
  resultReturned,
  type StepKind,
  stepReady,
  type StepRef,
  type WorkflowName,
} from '@binhxet/contracts';
import { condition, defineUpdate, log, patched, setHandler, workflowInfo } from '@temporalio/workflow';
import { command, transition } from './activities.js';
import { Alarm } from './alarm.js';
import { type BodyState, carriedOf, HANDLED_KEPT, SEEN_KEPT, stateOf } from './body-state.js';
import { remember } from './bounded.js';
import { countEvent, dueEvents, forgetStep, nextDeadline } from './deadlines.js';
import { asHandlerFailure, notNow, refusalOf } from './failures.js';
import { Lock } from './lock.js';
import { Visibility } from './visibility.js';

/** What a body does in one phase. Everything here may run again after a refusal and must not mind. */
export interface Phase {
  /** Requests accepted in this phase; the application service judges the rest. */
  readonly commands: readonly CommandName[];
  /** Opens the steps of the phase. */
  readonly enter?: () => Promise<void>;
  /** Moves on when what the phase waits for has happened; called after every event. */
  readonly proceed?: () => Promise<void>;
}

/** Mark: the cycle closes; the body ends at the next opportunity, whatever it waits for. */
const CYCLE_CLOSED = 'CYCLE_CLOSED';

const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 3_600_000;

/**
 * A body that meets and decides, for as long as its part of the cycle lasts: takes requests and facts, waits for steps and
 * deadlines, moves from phase to phase. It holds order and time only; whether an act is right is for the activities to say.
 */
export abstract class Body<I extends BodyInput, P extends BodyPhase> {
  protected readonly state: BodyState;
  protected abstract readonly workflow: WorkflowName;
  protected abstract readonly phases: Readonly<Record<P, Phase>>;
  protected abstract readonly last: P;
  protected readonly body: BodyRef;
  private readonly lock = new Lock();
  private readonly alarm = new Alarm(() => this.wake());
  private readonly visibility: Visibility;
  private dirty = true;
  private blocked: { readonly code: string; readonly retryAt: number; readonly waitMs: number } | null = null;

  constructor(protected input: I) {
    this.state = stateOf(input);
    this.body = { cycleId: input.cycleId, orgId: input.orgId, workflowId: workflowInfo().workflowId };
    this.visibility = new Visibility(input);
  }

  /** Takes messages from now on. Called before the first await, so that none is lost. */
  listen(): void {
    for (const name of COMMANDS) {
      setHandler(defineUpdate<CommandOutcome, [CommandRef]>(name), (ref) => this.execute(name, ref), { validator: (ref) => this.assertMay(name, ref) });
    }
    setHandler(stepReady, ({ stepId, outboxId }) => this.once(outboxId, () => this.markReady(stepId)));
    setHandler(resultReturned, ({ outboxId }) => this.once(outboxId, () => this.state.facts.push('RETURNED')));
    setHandler(resultDecided, ({ outboxId }) => this.once(outboxId, () => this.state.facts.push('DECIDED')));
    setHandler(bodyEnded, ({ outboxId }) => this.once(outboxId, () => this.state.facts.push('ENDED')));
    setHandler(clockMoved, ({ until, outboxId }) => this.once(outboxId, () => this.moveClock(until)));
    setHandler(cycleClosed, ({ outboxId }) => {
      // A run that heard this before it knew the word took no step then and must not in its replay.
      if (patched('body-ends-with-cycle')) this.once(outboxId, () => this.mark(CYCLE_CLOSED));
    });
    setHandler(progress, () => ({ phase: this.state.phase, waitingFor: this.state.steps }));
  }

  /** Works until the body's part is over, or until this run should hand over to the next. */
  async work(): Promise<void> {
    while (!this.over) {
      await this.lock.run(() => this.advance());
      if (this.over || this.shouldRoll) return;
      await condition(() => this.dirty || this.shouldRoll);
    }
  }

  get over(): boolean {
    return this.state.phase === this.last && this.state.entered;
  }

  /** Input of the next run. */
  carry(): I & { readonly carried: CarriedState } {
    return { ...this.input, carried: carriedOf(this.state) };
  }

  outcome(): BodyOutcome {
    return { phase: this.state.phase as P };
  }

  // --- requests ---------------------------------------------------------------------------------------------------

  /** Requests allowed beside those of the phase; overridden where what has happened inside the phase counts. */
  protected allows(name: CommandName): boolean {
    return this.phase.commands.includes(name);
  }

  /** What a request means for the order of things; the activity has committed when it is called. */
  protected abstract afterCommand(name: CommandName, outcome: CommandOutcome): Promise<void>;

  private assertMay(name: CommandName, ref: CommandRef): void {
    if (this.outcomeOf(ref.commandId) || this.allows(name)) return;
    const allowedPhases = (Object.keys(this.phases) as P[]).filter((phase) => this.phases[phase].commands.includes(name));
    throw notNow({ phase: this.state.phase, command: name, allowedPhases });
  }

  private async execute(name: CommandName, ref: CommandRef): Promise<CommandOutcome> {
    try {
      return await this.lock.run(async () => {
        const earlier = this.outcomeOf(ref.commandId);
        if (earlier) return earlier;
        this.assertMay(name, ref); // the phase may have ended while this request waited
        const outcome = await command(`${this.state.phase} · ${this.input.orgCode}`, this.shouldRoll)[name](this.body, ref);
        remember(this.state.handled, outcome, HANDLED_KEPT);
        for (const stepId of outcome.closed ?? []) this.drop(stepId);
        for (const step of outcome.opened ?? []) this.expect(step);
        if (name === 'closeStepEarly') await this.closeEarly(ref.stepId);
        await this.afterCommand(name, outcome);
        this.wake();
        return outcome;
      });
    } catch (error) {
      throw asHandlerFailure(error, name);
    }
  }

  private outcomeOf(commandId: string): CommandOutcome | undefined {
    return this.state.handled.find((outcome) => outcome.commandId === commandId);
  }

  /** The service has checked and stored the order to close; it may have closed the step in the same transaction. */
  private async closeEarly(stepId: string | undefined): Promise<void> {
    const step = this.state.steps.find((candidate) => candidate.stepId === stepId);
    if (step) await this.close(step, 'EARLY');
  }

  // --- facts ------------------------------------------------------------------------------------------------------

  /** The relay delivers at least once: each outbox id counts once. */
  private once(outboxId: string, take: () => void): void {
    if (this.state.seen.includes(outboxId)) return;
    remember(this.state.seen, outboxId, SEEN_KEPT);
    take();
    this.wake();
  }

  private markReady(stepId: string): void {
    if (!this.state.ready.includes(stepId)) remember(this.state.ready, stepId, SEEN_KEPT);
  }

  private moveClock(until: string): void {
    if (this.state.clockUntil === null || until > this.state.clockUntil) this.state.clockUntil = until;
  }

  /** An act pinned the rating pack: told from now on, also to later runs and to the bodies that this one starts. */
  protected pinPack(packId: string): void {
    this.input = { ...this.input, packId };
    this.visibility.pinned(packId);
  }

  protected takeFact(): PendingFact | undefined {
    return this.state.facts.shift();
  }

  // --- phases -----------------------------------------------------------------------------------------------------

  private get phase(): Phase {
    return this.phases[this.state.phase as P];
  }

  protected moveTo(phase: P): void {
    this.state.phase = phase;
    this.state.entered = false;
  }

  protected has(mark: string): boolean {
    return this.state.marks.includes(mark);
  }

  protected mark(mark: string, on = true): void {
    const others = this.state.marks.filter((other) => other !== mark);
    this.state.marks = on ? [...others, mark] : others;
  }

  /** Does all that can be done now. A refusal leaves the body where it is: it tries again at the next event or after a while. */
  private async advance(): Promise<void> {
    try {
      do {
        this.dirty = false;
        if (this.has(CYCLE_CLOSED) && this.state.phase !== this.last) await this.endWithCycle();
        this.endIfEnded();
        if (!this.state.entered) await this.enter();
        if (this.over) break;
        await this.passDeadlines();
        await this.settle();
        await this.phase.proceed?.();
      } while (this.dirty || !this.state.entered);
      this.blocked = null;
    } catch (error) {
      this.block(error);
    }
    this.visibility.tell(this.state.phase, this.state.steps, this.state.counters, this.blocked?.code ?? null);
    this.arm();
  }

  /** Passed over: what is still open is closed without a result. */
  private async endWithCycle(): Promise<void> {
    await transition('cycle closed').endBody(this.body);
    this.dropAll();
    this.state.late = [];
    this.moveTo(this.last);
  }

  /** The organisation is no more: nothing is waited for, the last phase is recorded. */
  private endIfEnded(): void {
    if (!this.state.facts.includes('ENDED') || this.state.phase === this.last) return;
    this.dropAll();
    this.moveTo(this.last);
  }

  private async enter(): Promise<void> {
    const phase = this.state.phase as P;
    await transition(phase).recordPhase(this.body, this.workflow, phase);
    await this.phase.enter?.();
    // A phase that finds nothing to do moves on while it is entered.
    if (this.state.phase === phase) this.state.entered = true;
  }

  /** Steps that mean the same in every phase; see the sitting. */
  protected async settle(): Promise<void> {}

  private block(error: unknown): void {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const waitMs = Math.min(LAST_RETRY_MS, this.blocked ? this.blocked.waitMs * 2 : FIRST_RETRY_MS);
    this.blocked = { code: refusal.type ?? 'UNKNOWN', retryAt: Date.now() + waitMs, waitMs };
    log.warn('transition refused', { code: this.blocked.code, phase: this.state.phase });
  }

  // --- steps ------------------------------------------------------------------------------------------------------

  /** Opens a step and awaits it. @returns null when there is nothing to wait for */
  protected async open(kind: StepKind, refId?: string): Promise<StepRef | null> {
    const step = await this.askOpen(kind, refId);
    if (step) this.expect(step);
    return step;
  }

  // What a step asks of the services; a case keeps its steps with itself.

  protected askOpen(kind: StepKind, refId?: string): Promise<StepRef | null> {
    const opening = transition(kind);
    return refId === undefined ? opening.openStep(this.body, kind) : opening.openStep(this.body, kind, refId);
  }

  protected async askClose(step: StepRef, cause: CloseCause): Promise<boolean> {
    const { closed } = await transition(`${step.kind} ${cause}`).closeStep(step.stepId, cause);
    return closed;
  }

  protected askRemind(step: StepRef, nth: number): Promise<void> {
    return transition(`${step.kind} ${nth}`).remind(step.stepId, nth);
  }

  protected askEscalate(step: StepRef, nth: number): Promise<void> {
    return transition(`${step.kind} ${nth}`).escalate(step.stepId, nth);
  }

  protected expect(step: StepRef): void {
    const known = this.state.steps.findIndex((other) => other.stepId === step.stepId);
    if (known >= 0) this.state.steps[known] = step;
    else this.state.steps.push(step);
    if (step.outstanding === 0) this.markReady(step.stepId);
  }

  protected drop(stepId: string): void {
    this.state.steps = this.state.steps.filter((step) => step.stepId !== stepId);
    forgetStep(this.state.counters, stepId);
  }

  protected dropAll(...kinds: readonly StepKind[]): void {
    for (const step of this.awaited(...kinds)) this.drop(step.stepId);
  }

  /** Awaited steps of these kinds; of all kinds when none is named. */
  protected awaited(...kinds: readonly StepKind[]): StepRef[] {
    return this.state.steps.filter((step) => kinds.length === 0 || kinds.includes(step.kind));
  }

  /** Takes the ready mark off before the activity that acts on it: a mark set meanwhile is news. */
  protected takeReady(step: StepRef): boolean {
    const ready = this.state.ready.includes(step.stepId);
    if (ready) this.state.ready = this.state.ready.filter((stepId) => stepId !== step.stepId);
    return ready;
  }

  /** Closes steps of these kinds once every one of them is ready. @returns whether none is awaited any more */
  protected async closedWhenReady(...kinds: readonly StepKind[]): Promise<boolean> {
    const steps = this.awaited(...kinds);
    if (!steps.every((step) => this.state.ready.includes(step.stepId))) return false;
    for (const step of steps) {
      if (!(await this.close(step, 'ALL_IN'))) return false;
    }
    return true;
  }

  private async close(step: StepRef, cause: CloseCause): Promise<boolean> {
    this.takeReady(step);
    const closed = await this.askClose(step, cause);
    if (closed) this.drop(step.stepId);
    return closed;
  }

  // --- time -------------------------------------------------------------------------------------------------------

  private get now(): number {
    if (this.input.clock === 'REAL') return Date.now();
    return this.state.clockUntil === null ? Number.NEGATIVE_INFINITY : Date.parse(this.state.clockUntil);
  }

  private async passDeadlines(): Promise<void> {
    for (const event of dueEvents(this.state.steps, this.state.counters, this.now)) {
      const { step } = event;
      countEvent(this.state.counters, event);
      if (event.kind === 'remind') await this.askRemind(step, event.nth);
      if (event.kind === 'escalate') await this.askEscalate(step, event.nth);
      if (event.kind === 'close') await this.close(step, 'TIME');
    }
  }

  /** DRIVEN cycles have no deadlines by timer; both kinds try again after a refusal. */
  private arm(): void {
    if (this.blocked) {
      this.alarm.set(this.blocked.retryAt, `retry ${this.blocked.code}`);
      return;
    }
    const next = this.input.clock === 'REAL' && !this.over ? nextDeadline(this.state.steps, this.state.counters) : null;
    this.alarm.set(next?.at ?? null, next?.summary ?? '');
  }

  private wake(): void {
    this.dirty = true;
  }

  private get shouldRoll(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength > (this.input.rollAfterEvents ?? Number.POSITIVE_INFINITY);
  }
}

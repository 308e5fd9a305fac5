import {
  type Activities,
  type BodyRef,
  CHILD_PAGE,
  type ChildStart,
  type CommandName,
  type CommandOutcome,
  type CommandRef,
  COMMANDS,
  type LateReviewInput,
  type RefusalDetail,
  type StepKind,
  type StepRef,
} from '@binhxet/contracts';
import { ApplicationFailure } from '@temporalio/common';

/** What a test says about a kind of step at a body: null = nothing to wait for. Absent: one expectation, no deadline. */
export type StepPlan = Partial<Pick<StepRef, 'outstanding' | 'dueAt' | 'closeAt' | 'remindAt' | 'escalateAt'>> | null;

interface FakeStep {
  ref: StepRef;
  open: boolean;
  outstanding: number;
}

type CommandScript = (body: BodyRef, ref: CommandRef, name: CommandName) => CommandOutcome | Promise<CommandOutcome>;

/**
 * The application services as the workflows see them: steps with what is outstanding, nothing else. Typed by the contract, so that
 * a changed signature breaks every test at compile time. Every call is kept in `calls` as `name|workflow id|facts`.
 */
export class FakePlane {
  readonly calls: string[] = [];
  readonly steps = new Map<string, FakeStep>();
  private readonly plans = new Map<string, StepPlan[]>();
  private readonly scripts = new Map<CommandName, CommandScript>();
  private readonly lower = new Map<string, readonly ChildStart[]>();
  private serial = 0;
  candidates = 1;
  pageSize = CHILD_PAGE;
  /** Where the pages of bodies to be ended go on; then there is no other. */
  readonly bodyPages: number[] = [];
  /** Answers of the tally, in order; then the tellers agree. */
  readonly tallies: boolean[] = [];
  /** Runs inside the named activity before it answers, e.g. to hold it. */
  readonly before = new Map<string, () => Promise<void>>();
  lateInput: ((reviewId: string) => LateReviewInput) | undefined;

  /** The next openings of this kind at this body answer with these plans, in order; the last one stays. */
  plan(orgId: string, kind: StepKind, ...plans: StepPlan[]): void {
    this.plans.set(`${orgId}|${kind}`, plans);
  }

  script(name: CommandName, script: CommandScript): void {
    this.scripts.set(name, script);
  }

  children(orgId: string, children: readonly ChildStart[]): void {
    this.lower.set(orgId, children);
  }

  /** Id of the open step of this kind. */
  openStepId(workflowId: string, kind: StepKind): string {
    const found = [...this.steps.entries()].reverse().find(([id, step]) => step.open && id.startsWith(`${workflowId}|${kind}|`));
    if (!found) throw new Error(`no open ${kind} of ${workflowId}`);
    return found[0];
  }

  /** Everything expected by the step is done (or `left` is still to come). */
  settle(stepId: string, left = 0): void {
    this.step(stepId).outstanding = left;
  }

  called(pattern: RegExp): string[] {
    return this.calls.filter((call) => pattern.test(call));
  }

  /** Opens a step the way an act of a person does. */
  addStep(body: BodyRef, kind: StepKind, refId?: string): StepRef {
    const plans = this.plans.get(`${body.orgId}|${kind}`) ?? [];
    const plan = plans.length > 1 ? plans.shift() : plans[0];
    const stepId = `${body.workflowId}|${kind}|${(this.serial += 1)}`;
    const ref: StepRef = {
      stepId,
      kind,
      ...(refId === undefined ? {} : { refId }),
      outstanding: plan?.outstanding ?? 1,
      dueAt: plan?.dueAt ?? null,
      closeAt: plan?.closeAt ?? null,
      remindAt: plan?.remindAt ?? [],
      escalateAt: plan?.escalateAt ?? [],
    };
    this.steps.set(stepId, { ref, open: true, outstanding: ref.outstanding });
    return ref;
  }

  refuse(code: string, facts: object = {}): never {
    const detail: RefusalDetail = { kind: 'conflict', errors: [] };
    const failure = ApplicationFailure.create({ type: code, message: code, nonRetryable: true, details: [facts, detail] });
    failure.stack = code; // as the worker does: no path of this machine in a history
    throw failure;
  }

  private step(stepId: string): FakeStep {
    const step = this.steps.get(stepId);
    if (!step) throw new Error(`unknown step ${stepId}`);
    return step;
  }

  private openOf(body: BodyRef, ...kinds: StepKind[]): FakeStep[] {
    return [...this.steps.values()].filter((step) => step.open && kinds.some((kind) => step.ref.stepId.startsWith(`${body.workflowId}|${kind}|`)));
  }

  private async run(name: CommandName, body: BodyRef, ref: CommandRef): Promise<CommandOutcome> {
    this.calls.push(`${name}|${body.workflowId}|${ref.commandId}`);
    await this.before.get(name)?.();
    const script = this.scripts.get(name) ?? this.standard[name];
    return script ? script(body, ref, name) : { commandId: ref.commandId };
  }

  private readonly standard: Partial<Record<CommandName, CommandScript>> = {
    convene: (body, { commandId }) => ({ commandId, meetingId: `${body.workflowId}|meeting` }),
    openBallot: (body, { commandId }) => ({ commandId, ballotId: `${body.workflowId}|ballot` }),
    closeBallot: (body, { commandId, ballotId }) => ({ commandId, opened: [this.addStep(body, 'PAPER_COUNT', ballotId ?? `${body.workflowId}|ballot`)] }),
    draftMinutes: (body, { commandId, meetingId }) => ({ commandId, opened: [this.addStep(body, 'SIGN_MINUTES', meetingId ?? `${body.workflowId}|meeting`)] }),
    submitResult: (body, { commandId }) => ({ commandId, closed: this.end(body, 'MEETING', 'SUBMISSION') }),
    issueDecision: (body, { commandId }) => ({ commandId, decisionId: `${body.workflowId}|decision`, closed: this.end(body, 'DECISION') }),
    advanceCases: (_body, { commandId }) => ({ commandId, openCases: 0 }),
  };

  private end(body: BodyRef, ...kinds: StepKind[]): string[] {
    return this.openOf(body, ...kinds).map((step) => {
      step.open = false;
      return step.ref.stepId;
    });
  }

  /** What the worker registers. */
  get activities(): Activities {
    const commands = Object.fromEntries(COMMANDS.map((name) => [name, (body: BodyRef, ref: CommandRef) => this.run(name, body, ref)]));
    return { ...(commands as unknown as Pick<Activities, CommandName>), ...this.engine };
  }

  private readonly engine: Omit<Activities, CommandName> = {
    openStep: async (body, kind, refId) => {
      this.calls.push(`openStep|${body.workflowId}|${kind}`);
      await this.before.get(`openStep ${kind}`)?.();
      const already = this.openOf(body, kind)[0];
      if (already) return { ...already.ref, outstanding: already.outstanding };
      const plans = this.plans.get(`${body.orgId}|${kind}`);
      if (plans?.[0] === null) {
        if (plans.length > 1) plans.shift();
        return null;
      }
      return this.addStep(body, kind, refId);
    },
    closeStep: async (stepId, cause) => {
      this.calls.push(`closeStep|${stepId}|${cause}`);
      await this.before.get('closeStep')?.();
      const step = this.step(stepId);
      if (cause === 'ALL_IN' && step.open && step.outstanding > 0) return { closed: false, outstanding: step.outstanding };
      step.open = false;
      return { closed: true, outstanding: step.outstanding };
    },
    tallyBallot: async (ballotId) => {
      this.calls.push(`tallyBallot|${ballotId}`);
      const counting = [...this.steps.values()].find((step) => step.open && step.ref.kind === 'PAPER_COUNT' && step.ref.refId === ballotId);
      if (!counting) return { agreed: true };
      if (this.tallies.shift() ?? true) {
        counting.open = false;
        return { agreed: true };
      }
      counting.outstanding = 2;
      return { agreed: false, reopened: { ...counting.ref, outstanding: 2 } };
    },
    closeMeeting: async (meetingId) => {
      this.calls.push(`closeMeeting|${meetingId}`);
      for (const step of this.steps.values()) {
        const workflowId = step.ref.stepId.split('|')[0] ?? '';
        if (meetingId.startsWith(`${workflowId}|`) && (step.ref.kind === 'MEETING' || step.ref.kind === 'SIGN_MINUTES')) step.open = false;
      }
      return { kind: 'REVIEW' };
    },
    remind: async (stepId, nth) => void this.calls.push(`remind|${stepId}|${nth}`),
    escalate: async (stepId, nth) => void this.calls.push(`escalate|${stepId}|${nth}`),
    freezeCycle: async (cycleId) => {
      this.calls.push(`freezeCycle|${cycleId}`);
      return { snapshotHash: '00', bodies: 1, members: 1 };
    },
    prepareYear: async (cycleId) => {
      this.calls.push(`prepareYear|${cycleId}`);
      return { bodies: 1 };
    },
    childBodies: async (body, after) => {
      this.calls.push(`childBodies|${body.workflowId}|${after ?? ''}`);
      const all = this.lower.get(body.orgId) ?? [];
      const from = after === null ? 0 : Number(after);
      const next = from + this.pageSize;
      return { children: all.slice(from, next), next: next < all.length ? String(next) : null };
    },
    recordPhase: async (body, _workflow, phase) => void this.calls.push(`recordPhase|${body.workflowId}|${phase}`),
    lateReviewInput: async (_body, reviewId) => {
      if (!this.lateInput) throw new Error('no late review expected');
      return this.lateInput(reviewId);
    },
    deriveCandidates: async (cycleId) => {
      this.calls.push(`deriveCandidates|${cycleId}`);
      return { candidates: this.candidates };
    },
    endBodies: async (cycleId, after) => {
      this.calls.push(`endBodies|${cycleId}|${after ?? ''}`);
      await this.before.get('endBodies')?.();
      const next = this.bodyPages.shift() ?? null;
      return { ended: 0, next };
    },
    endBody: async (body) => {
      this.calls.push(`endBody|${body.workflowId}`);
      for (const step of this.steps.values()) if (step.ref.stepId.startsWith(`${body.workflowId}|`)) step.open = false;
    },
    closeCycle: async (cycleId) => void this.calls.push(`closeCycle|${cycleId}`),
    openCaseStep: async (caseId, kind) => {
      this.calls.push(`openCaseStep|${caseId}|${kind}`);
      const plan = this.plans.get(`${caseId}|${kind}`)?.[0];
      return plan === null ? null : { stepId: `${caseId}:${kind}`, kind, refId: caseId, outstanding: 1, dueAt: null, closeAt: null, remindAt: [], escalateAt: [], ...plan };
    },
    closeCaseStep: async (caseId, kind, cause) => void this.calls.push(`closeCaseStep|${caseId}|${kind}|${cause}`),
    remindCase: async (caseId, kind, nth) => void this.calls.push(`remindCase|${caseId}|${kind}|${nth}`),
    escalateCase: async (caseId, kind, nth) => void this.calls.push(`escalateCase|${caseId}|${kind}|${nth}`),
    closeCase: async (caseId, kind) => void this.calls.push(`closeCase|${caseId}|${kind}`),
  };
}

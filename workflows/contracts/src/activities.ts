import { type CellReviewInput, type LateReviewInput, type OrganisationReviewInput, type BodyPhase } from './inputs.js';
import { type CommandName, type CommandOutcome, type CommandRef } from './messages.js';
import { type CloseCause, type StepKind, type StepRef } from './steps.js';

/** A body inside a cycle. `workflowId` is where signals about its steps go: a grassroots cell has two workflows for one organisation. */
export interface BodyRef {
  readonly cycleId: string;
  readonly orgId: string;
  readonly workflowId: string;
}

export type ChildStart =
  | { readonly workflow: 'organisationReview'; readonly input: OrganisationReviewInput }
  | { readonly workflow: 'cellReview'; readonly input: CellReviewInput };

export interface ChildPage {
  readonly children: readonly ChildStart[];
  /** Pass back to get the next page; null after the last. */
  readonly next: string | null;
}

/**
 * Executes a person's stored command: one PostgreSQL transaction, idempotent on the command id.
 * A refusal is a non-retryable ApplicationFailure whose `type` is the AppError code and whose details are its facts.
 */
export type CommandActivities = { readonly [K in CommandName]: (body: BodyRef, command: CommandRef) => Promise<CommandOutcome> };

/** Safe to repeat: each is keyed by (cycle, organisation, step kind, round) or by the row it closes. */
export interface StepActivities {
  /**
   * Opens a step with its expectations and tasks, or returns the one already open. null when the step has nothing to wait for
   * (no opinion was asked for, no head to decide, nothing to decide on, a result handed over without a person's act): the workflow goes on.
   */
  openStep(body: BodyRef, kind: StepKind, refId?: string): Promise<StepRef | null>;
  /** `closed: false` means something is outstanding again (a returned paper): wait on. */
  closeStep(stepId: string, cause: CloseCause): Promise<{ readonly closed: boolean; readonly outstanding: number }>;
  /** After both tellers handed in. `agreed: false`: the differing rows are asked again, `reopened` is the step to wait for. */
  tallyBallot(ballotId: string): Promise<{ readonly agreed: boolean; readonly reopened?: StepRef }>;
  /** After all signatures: closes the meeting and moves its subjects. `lateReviewIds`: absent members that now go their own way. */
  closeMeeting(meetingId: string): Promise<{ readonly kind: string; readonly lateReviewIds?: readonly string[] }>;
  /** `nth` counts from 1; of several that fell due together only the last is asked for. */
  remind(stepId: string, nth: number): Promise<void>;
  escalate(stepId: string, nth: number): Promise<void>;
}

export interface CycleActivities {
  /** Freezes tree and rolls by hash, creates the reviews; safe to repeat. */
  freezeCycle(cycleId: string): Promise<{ readonly snapshotHash: string; readonly bodies: number; readonly members: number }>;
  /** Tree of a cycle that begins with the year, provisional until the freeze; safe to repeat. */
  prepareYear(cycleId: string): Promise<{ readonly bodies: number }>;
  /** Lower bodies of `body` that need a workflow of their own, at most 200 a page. */
  childBodies(body: BodyRef, after: string | null): Promise<ChildPage>;
  /** Records the phase on the body's row (progress page) and, for the cycle itself, moves its state. */
  recordPhase(body: BodyRef, workflow: string, phase: BodyPhase): Promise<void>;
  /** Input of the workflow for one absent member. */
  lateReviewInput(body: BodyRef, reviewId: string): Promise<LateReviewInput>;
  deriveCandidates(cycleId: string): Promise<{ readonly candidates: number }>;
  /**
   * Before the cycle closes: ends what is still open at the next page of organisations – steps, tasks, meetings, subjects – and tells the
   * bodies still at work. `ended` counts them; pass `next` back to get the next page, null after the last.
   */
  endBodies(cycleId: string, after: number | null): Promise<{ readonly ended: number; readonly next: number | null }>;
  /** The same for one body that has heard of the close: it may have opened a step in between. */
  endBody(body: BodyRef): Promise<void>;
  /** Ends every review, writes the year's results to history. */
  closeCycle(cycleId: string): Promise<void>;
}

/** Kinds of steps that belong to one case and are kept with it. */
export type CaseStepKind = 'APPEAL' | 'APPEAL_EVIDENCE' | 'REEVALUATION';

/** Safe to repeat: each is keyed by the case, its state or the number of the reminder. */
export interface CaseActivities {
  /** Opens what a case waits for, or returns it as it is; `stepId` is `{caseId}:{kind}`. null: closed already. */
  openCaseStep(caseId: string, kind: CaseStepKind): Promise<StepRef | null>;
  /** The end of a case's step; evidence is refused from then on. */
  closeCaseStep(caseId: string, kind: CaseStepKind, cause: CloseCause): Promise<void>;
  remindCase(caseId: string, kind: CaseStepKind, nth: number): Promise<void>;
  escalateCase(caseId: string, kind: CaseStepKind, nth: number): Promise<void>;
  /** Ends a case whose outcome is recorded: its tasks end, those concerned are told. */
  closeCase(caseId: string, kind: CaseStepKind): Promise<void>;
}

export type Activities = CommandActivities & StepActivities & CycleActivities & CaseActivities;

import { type CommandOutcome } from './messages.js';
import { type StepRef } from './steps.js';

/** REAL waits with timers; DRIVEN has none and listens to `clockMoved` (settled: §2). */
export type ClockMode = 'REAL' | 'DRIVEN';

/** What every workflow of a body carries: ids, codes and the words of its search attributes. */
export interface BodyInput {
  readonly cycleId: string;
  readonly orgId: string;
  readonly orgCode: string;
  readonly year: number;
  readonly packId: string;
  readonly clock: ClockMode;
  /** Public address of the body's page, for the link in the Temporal UI. */
  readonly pageUrl: string;
  /**
   * Events after which a run hands over to the next (continue-as-new). Absent: when the server suggests it.
   * An installation with small history limits sets it; it changes nothing else.
   */
  readonly rollAfterEvents?: number;
  /** State of an earlier run, after continue-as-new. */
  readonly carried?: CarriedState;
}

/** A fact from above that waits until the body can act on it. */
export type PendingFact = 'RETURNED' | 'DECIDED' | 'ENDED';

/** Plain JSON: what survives continue-as-new. The lists of ids are bounded, oldest out first. */
export interface CarriedState {
  readonly phase: string;
  /** Whether the steps of `phase` have been opened and the phase recorded. */
  readonly entered: boolean;
  /** Awaited steps. */
  readonly steps: readonly StepRef[];
  /** Steps told ready and not yet closed, known or not: a signal may overtake the update that opens its step. */
  readonly ready: readonly string[];
  /** Commands already executed, with their outcome: an update id is remembered within one run only. */
  readonly handled: readonly CommandOutcome[];
  /** Outbox ids of facts already taken. */
  readonly seen: readonly string[];
  readonly facts: readonly PendingFact[];
  /** What has happened inside the phase, e.g. `SAT`. */
  readonly marks: readonly string[];
  /** Reviews whose late-review workflow is still to be started. */
  readonly late: readonly string[];
  /** DRIVEN clock: end of the last day told. */
  readonly clockUntil: string | null;
  /** How many reminders and escalations of a step have gone out, by `remind:{stepId}` and the like. */
  readonly counters: Readonly<Record<string, number>>;
}

/** What a cycle that begins with the year does before its review; absent: it opens with the review. */
export type EarlyPhase = 'REGISTRATION' | 'MID_YEAR';
export interface AnnualCycleInput extends BodyInput {
  readonly early?: readonly EarlyPhase[];
}
export interface OrganisationReviewInput extends BodyInput {
  readonly parentOrgId: string;
  /** A sub-committee proposes only; a grassroots organisation decides its members and cells. */
  readonly mode: 'DECIDE' | 'PROPOSE';
  /** A grassroots cell: its org-review starts one cell-review with the same code. */
  readonly isCell: boolean;
  /** False for a grassroots cell without a cell committee: the cell meeting decides. */
  readonly hasCommittee: boolean;
}
export interface CellReviewInput extends BodyInput {
  readonly parentOrgId: string;
}
export interface LateReviewInput extends BodyInput {
  readonly reviewId: string;
}
export interface CommendationInput extends BodyInput {
  /** It was over, and a decision on an earlier result led to new candidates: it runs again under its id. */
  readonly again?: boolean;
}
/** One appeal or re-evaluation; `orgId` is the authority that handles it, `cycleId` the period its result belongs to. */
export interface CaseInput extends BodyInput {
  readonly caseId: string;
}

export type CyclePhase = 'OPENING' | EarlyPhase | 'AWAITING_REVIEW' | 'REVIEW' | 'CLASSIFICATION' | 'HEADS' | 'COMMENDATION' | 'CLOSED';
export type OrganisationPhase = 'OPENING' | 'UNITS' | 'SITTING' | 'DECISION' | 'DOSSIER' | 'SUBMITTED' | 'HEADS_SITTING' | 'HEADS_DECISION' | 'DONE';
export type CellPhase = 'OPENING' | 'SELF_REVIEW' | 'OPINIONS' | 'MEETING' | 'SUBMISSION' | 'SUBMITTED' | 'DONE';
export type LateReviewPhase = 'OPENING' | 'SELF_REVIEW' | 'MEETING' | 'SUBMISSION' | 'DONE';
export type CommendationPhase = 'OPENING' | 'CASES' | 'DONE';
export type AppealPhase = 'OPENING' | 'RECEIVED' | 'FORWARDED' | 'ADMITTED' | 'VERIFYING' | 'CONCLUDED' | 'CLOSING' | 'DONE';
export type ReevaluationPhase = 'OPENING' | 'OPENED' | 'CLOSING' | 'DONE';
export type BodyPhase = CyclePhase | OrganisationPhase | CellPhase | LateReviewPhase | CommendationPhase | AppealPhase | ReevaluationPhase;

/** Workflow types and their inputs: one list for whoever starts them. */
export interface WorkflowInputs {
  readonly annualCycle: AnnualCycleInput;
  readonly organisationReview: OrganisationReviewInput;
  readonly cellReview: CellReviewInput;
  readonly lateReview: LateReviewInput;
  readonly commendation: CommendationInput;
  readonly appeal: CaseInput;
  readonly reevaluation: CaseInput;
}
export type WorkflowName = keyof WorkflowInputs;
export type WorkflowStart = { readonly [W in WorkflowName]: { readonly workflow: W; readonly input: WorkflowInputs[W] } }[WorkflowName];

/** Last line of a finished workflow. */
export interface BodyOutcome {
  readonly phase: BodyPhase;
}

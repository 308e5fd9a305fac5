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
  /** State of an earlier run, after continue-as-new. */
  readonly carried?: CarriedState;
}

/** Plain JSON: what survives continue-as-new. */
export interface CarriedState {
  readonly phase: string;
  readonly steps: readonly StepRef[];
  readonly handled: Readonly<Record<string, unknown>>;
  readonly clockUntil: string | null;
  readonly counters: Readonly<Record<string, number>>;
}

export type AnnualCycleInput = BodyInput;
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
export type CommendationInput = BodyInput;

export type CyclePhase = 'OPENING' | 'REVIEW' | 'CLASSIFICATION' | 'HEADS' | 'COMMENDATION' | 'CLOSED';
export type OrganisationPhase = 'OPENING' | 'UNITS' | 'SITTING' | 'DECISION' | 'DOSSIER' | 'SUBMITTED' | 'HEADS_SITTING' | 'HEADS_DECISION' | 'DONE';
export type CellPhase = 'OPENING' | 'SELF_REVIEW' | 'OPINIONS' | 'MEETING' | 'SUBMISSION' | 'SUBMITTED' | 'DONE';
export type LateReviewPhase = 'OPENING' | 'SELF_REVIEW' | 'MEETING' | 'SUBMISSION' | 'DONE';
export type CommendationPhase = 'OPENING' | 'CASES' | 'DONE';
export type BodyPhase = CyclePhase | OrganisationPhase | CellPhase | LateReviewPhase | CommendationPhase;

import { type CommandOutcome, type StepKind, type StepRef } from '@binhxet/contracts';
import { type BodyRow } from '../ports/body.store.js';

/** A step of a body with what has happened to it. */
export interface StepFact {
  readonly ref: StepRef;
  readonly kind: StepKind;
  readonly open: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly reminded: number;
  readonly escalated: number;
}

/** All that PostgreSQL knows about one body: enough to say where its workflow stands. */
export interface BodyFacts {
  readonly body: BodyRow;
  /** Of this workflow, oldest first. */
  readonly steps: readonly StepFact[];
  /** Newest hand-over of the organisation itself. */
  readonly submission: { readonly state: string; readonly submittedAt: Date } | null;
  /** The level above has decided on it. */
  readonly decided: boolean;
  /** The cell is a grassroots organisation: its absent members go their own way from its meeting. */
  readonly grassrootsCell: boolean;
  /** Absent members whose own review nobody has opened. */
  readonly absent: readonly string[];
  /** Late review: its subject was handed over. Commendation: no case is open. */
  readonly settled: boolean;
  /** DRIVEN clock: end of the last day told, ISO 8601 UTC. */
  readonly clockUntil: string | null;
  /** Requests carried out, oldest first: a repeated one gets its first answer. */
  readonly handled: readonly CommandOutcome[];
}

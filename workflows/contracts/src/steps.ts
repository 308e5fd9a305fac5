/**
 * What a workflow waits for. A contribution step completes when nothing is outstanding or at `closeAt`;
 * an act of a body never completes by time (settled: §2).
 */
export const STEP_KINDS = [
  'SELF_REVIEW', //       cell: one expectation per member who reviews
  'OPINIONS', //          cell: one per requested opinion
  'LATE_SELF_REVIEW', //  one absent member
  'COLLECTIVE_REPORT', // committee: the written report
  'MEETING', //           act of a body: convene, hold and close its meeting
  'PAPER_COUNT', //       one per teller
  'SIGN_MINUTES', //      chair, minute-taker, head teller
  'SUBMISSION', //        act of a body: hand the result upward
  'UNITS', //             one per lower body that must hand in its result
  'VERIFICATION', //      one per dossier
  'DECISION', //          act of a body: issue the decision
  'HEADS', //             one per organisation whose own heads are decided in a second sitting
  'COMMENDATION', //      one: the commendation workflow
  'REGISTRATION', //      one per grassroots organisation: the level it aims at
  'MID_YEAR_REVIEW', //   act of a body: hold and conclude the conference on the first half-year
  'CORRECTION', //        one per organisation that is late with the work asked for
  'APPEAL', //            act of a body: handle an appeal; kept with its case
  'APPEAL_EVIDENCE', //   what is brought forward in an appeal; ends with its window
  'REEVALUATION', //      act of a body: decide on a past year; kept with its case
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** An open step as a workflow knows it. Instants are ISO 8601 UTC; null where the pack sets no deadline. */
export interface StepRef {
  readonly stepId: string;
  readonly kind: StepKind;
  /** The meeting, ballot or review the step belongs to. */
  readonly refId?: string;
  readonly outstanding: number;
  readonly dueAt: string | null;
  /** Only for contribution steps. */
  readonly closeAt: string | null;
  readonly remindAt: readonly string[];
  readonly escalateAt: readonly string[];
}

/** `CYCLE_CLOSED`: whoever had not handed in by then was passed over. */
export type CloseCause = 'ALL_IN' | 'EARLY' | 'TIME' | 'CYCLE_CLOSED';

import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['ACCEPTED', 'RETURNED', 'WITHDRAWN'],
  RETURNED: ['SUBMITTED', 'WITHDRAWN'],
  ACCEPTED: ['RETURNED'], // the superior sends an organisation back after its committee had accepted the cell
  WITHDRAWN: [],
} as const;

export type SubmissionState = keyof typeof MOVES;

/** Dossier that a body hands to the level above. */
export const submissionMachine = defineMachine<SubmissionState>('SUBMISSION', 'DRAFT', MOVES);

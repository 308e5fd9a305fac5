import { type Schemas } from '@binhxet/api-client';
import { type Person } from './cast.js';

type Row = Schemas['ProgressRow'];
type Step = Row['steps'][number];

/** Phases in which a body waits for the level above, or for nothing any more. */
const RESTING = new Set(['SUBMITTED', 'DONE', 'CLOSED']);
/** Steps that the leaders of a body end by acting. */
const ACTS_OF_BODIES = new Set([
  'MEETING',
  'SUBMISSION',
  'DECISION',
  'COLLECTIVE_REPORT',
  'OPINIONS',
  'SELF_REVIEW',
  'VERIFICATION',
  'COMMENDATION',
]);

export interface Board {
  readonly rows: readonly Row[];
  /** Units whose leaders may have something to do. */
  readonly acting: readonly string[];
  /** Cells that wait for the paper of somebody who comes late. */
  readonly latePapers: readonly string[];
  /** Units the engine is still moving: everything is in, nothing is open. */
  readonly moving: readonly string[];
  /** Where each unit stands, as text to compare. */
  readonly prints: ReadonlyMap<string, string>;
}

const isOpen = (step: Step): boolean => step.state === 'OPEN';

/** Reads the progress page: who has to act, and whether the engine is done with what has been handed in. */
export async function readBoard(person: Person, cycleId: string): Promise<Board> {
  const rows: Row[] = [];
  for await (const row of person.pages<Row>(`/cycles/${cycleId}/progress`)) rows.push(row);
  const waiting = (row: Row) => row.steps.filter((step) => isOpen(step) && step.outstanding > 0);
  return {
    rows,
    acting: rows.filter((row) => waiting(row).some((step) => ACTS_OF_BODIES.has(step.kind))).map((row) => row.code),
    latePapers: rows
      .filter((row) => waiting(row).some((step) => step.kind === 'LATE_SELF_REVIEW'))
      .map((row) => row.code),
    prints: new Map(
      rows.map((row) => [
        row.code,
        `${row.phase} ${row.steps.map((step) => `${step.kind}:${step.id.slice(-6)}:${step.state}:${step.outstanding}`).join(' ')}`,
      ]),
    ),
    // A step that is complete may wait for another one of the same body: only a body for which nobody is waited is on the move.
    moving: rows
      .filter((row) => waiting(row).length === 0 && (row.steps.some(isOpen) || !RESTING.has(row.phase)))
      .map((row) => row.code),
  };
}

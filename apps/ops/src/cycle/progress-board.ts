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
  /** Papers that are waited for from people who were absent or late. */
  readonly latePapers: number;
  /** Units the engine is still moving: everything is in, nothing is open. */
  readonly moving: readonly string[];
  /** Where each unit stands, as text to compare. */
  readonly prints: ReadonlyMap<string, string>;
}

const isOpen = (step: Step): boolean => step.state === 'OPEN';

/** Reads the progress page: who has to act, and whether the engine is done with what has been handed in. */
export async function readBoard(person: Person, cycleId: string): Promise<Board> {
  const rows: Row[] = [];
  let totals: Schemas['ProgressPage']['steps'] = [];
  let cursor: string | null = null;
  do {
    const page: Schemas['ProgressPage'] = await person.get(
      `/cycles/${cycleId}/progress?limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    rows.push(...page.items);
    totals = page.steps;
    cursor = page.next;
  } while (cursor !== null);
  // Late work of the year is waited for beside everything else.
  const waiting = (row: Row) => row.steps.filter((step) => isOpen(step) && step.kind !== 'CORRECTION' && step.outstanding > 0);
  return {
    rows,
    acting: rows.filter((row) => waiting(row).some((step) => ACTS_OF_BODIES.has(step.kind))).map((row) => row.code),
    latePapers: totals
      .filter((step) => step.kind === 'LATE_SELF_REVIEW')
      .reduce((sum, step) => sum + step.total - step.done, 0),
    prints: new Map(
      rows.map((row) => [
        row.code,
        `${row.phase} ${row.steps.map((step) => `${step.kind}:${step.id.slice(-6)}:${step.state}:${step.outstanding}`).join(' ')}`,
      ]),
    ),
    // A step that is complete may wait for another one of the same body: only a body for which nobody is waited is on the move.
    moving: rows
      .filter((row) => waiting(row).length === 0 && (row.steps.some((step) => isOpen(step) && step.kind !== 'CORRECTION') || !RESTING.has(row.phase)))
      .map((row) => row.code),
  };
}

import { type Schemas } from '@binhxet/api-client';
import { type Person } from './cast.js';

export type Stand = Schemas['BodyStands']['items'][number];
type Step = Stand['open'][number];

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
/** Steps within a sitting, or of one person beside the body's own way. */
const OF_ONE_MATTER = new Set(['PAPER_COUNT', 'SIGN_MINUTES', 'LATE_SELF_REVIEW', 'CORRECTION']);

export interface Board {
  readonly rows: readonly Stand[];
  /** Units whose leaders may have something to do. */
  readonly acting: readonly string[];
  /** Cells in which papers are waited for from people who were absent or late, and how many. */
  readonly latePapers: ReadonlyMap<string, number>;
  /** Units the engine is still moving: everything is in, nothing is open. */
  readonly moving: readonly string[];
  /** Where each unit stands, as text to compare. */
  readonly prints: ReadonlyMap<string, string>;
}

/** Looks at where the bodies of a cycle stand; a look at what has not changed costs next to nothing. */
export class BoardWatch {
  private tag: string | undefined;
  private last: Board | undefined;

  constructor(
    private readonly person: Person,
    private readonly cycleId: string,
  ) {}

  /** @returns the very board of the look before where nothing has changed. @throws Refused 404 before the tree is frozen */
  async look(): Promise<Board> {
    const answer = await this.person.getIfChanged<Schemas['BodyStands']>(`/cycles/${this.cycleId}/bodies`, this.tag);
    if (answer.status !== 304 || !this.last) {
      this.tag = answer.etag;
      this.last = boardOf(answer.body.items);
    }
    return this.last;
  }
}

/** Who has to act, and whether the engine is done with what has been handed in. */
export function boardOf(rows: readonly Stand[]): Board {
  const own = (row: Stand): Step[] => row.open.filter((step) => !OF_ONE_MATTER.has(step.kind));
  const waiting = (row: Stand): Step[] => own(row).filter((step) => step.outstanding > 0);
  return {
    rows,
    acting: rows.filter((row) => waiting(row).some((step) => ACTS_OF_BODIES.has(step.kind))).map((row) => row.code),
    latePapers: new Map(
      rows.flatMap((row): [string, number][] => {
        const late = row.open.filter((step) => step.kind === 'LATE_SELF_REVIEW' && step.outstanding > 0).length;
        return late > 0 ? [[row.code, late]] : [];
      }),
    ),
    // A step that is complete may wait for another one of the same body: only a body for which nobody is waited is on the move.
    moving: rows
      .filter((row) => waiting(row).length === 0 && (own(row).length > 0 || !RESTING.has(row.phase)))
      .map((row) => row.code),
    prints: new Map(
      rows.map((row) => [
        row.code,
        `${row.phase} ${row.open.map((step) => `${step.kind}:${step.id.slice(-6)}:${step.outstanding}`).join(' ')}`,
      ]),
    ),
  };
}

import { type Json, type Level, type SubjectKind } from '@binhxet/domain';
import { type LedgerRecord, type Records, type RecordView, type RecordedResult } from '../ports/records.port.js';
import { type Rules } from '../ports/rules.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';
import { BALLOT_TYPES, BallotRecords } from './recompute-ballots.js';
import { CANDIDATE_TYPES, CandidateRecords } from './recompute-candidates.js';
import { CASE_TYPES, CaseRecords } from './recompute-cases.js';
import { DECISION_TYPES, DecisionRecords } from './recompute-decisions.js';
import { PERSON_BALLOT_TYPES, PersonBallotRecords } from './recompute-person-ballots.js';

export interface RecomputeProgress {
  /** Entries of the log taken so far, of all that are wanted. */
  readonly done: number;
  readonly of: number;
  readonly differences: number;
}
export interface RecomputeReport {
  readonly cycleId: string;
  readonly entries: number;
  /** Entries whose payload was erased: nothing can be made from them again. */
  readonly erased: number;
  readonly tallies: number;
  /** Ballots about persons made again; they give no level. */
  readonly personBallots: number;
  readonly levels: number;
  /** Stored results held against what the log gives, one for each subject with a review. */
  readonly subjects: Readonly<Record<SubjectKind, number>>;
  readonly candidates: boolean;
  readonly differences: number;
}

export interface RecomputeOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RecomputeProgress) => void;
  /** Each difference as it is found. */
  readonly onDifference?: (difference: StoredDifference) => void;
}

const TYPES = [...BALLOT_TYPES, ...DECISION_TYPES, ...CASE_TYPES, ...CANDIDATE_TYPES, ...PERSON_BALLOT_TYPES] as const;
const isOf = (types: readonly string[], type: string): boolean => types.includes(type);

/** Everything a log is read into. */
interface Read {
  readonly ballots: BallotRecords;
  readonly decisions: DecisionRecords;
  readonly cases: CaseRecords;
  readonly candidates: CandidateRecords;
  readonly persons: PersonBallotRecords;
}

/**
 * Makes every tally, quota, level and candidate of a cycle again from the log and the pinned rules, and names each stored value that is
 * not what they give. Reads one moment of the database and writes nothing.
 */
export class RecomputeCycleService {
  constructor(
    private readonly records: Records,
    private readonly rules: Rules,
  ) {}

  /** @throws AppError CYCLE.NOT_FOUND (not-found); the reason of `signal` when it is stopped */
  run(cycleId: string, options: RecomputeOptions = {}): Promise<RecomputeReport> {
    return this.records.read(cycleId, (view) => new Recomputation(view, this.rules, options).run(cycleId));
  }
}

class Recomputation {
  private found = 0;
  private erased = 0;
  private tallies = 0;
  private readonly subjects: Record<SubjectKind, number> = { MEMBER: 0, COLLECTIVE: 0, ORGANISATION: 0 };
  private done = 0;

  constructor(
    private readonly view: RecordView,
    private readonly rules: Rules,
    private readonly options: RecomputeOptions,
  ) {}

  async run(cycleId: string): Promise<RecomputeReport> {
    const cycle = await this.view.tx.cycles.get(cycleId);
    const book = this.rules.forCycle(cycle);
    const ballots = new BallotRecords(this.view);
    const compiled = { pack: book.rating, gates: book.gates };
    const decisions = new DecisionRecords(this.view, compiled, ballots);
    const cases = new CaseRecords(this.view, compiled, decisions, await this.view.cases());
    const candidates = new CandidateRecords(this.view, cycle, book);
    const persons = new PersonBallotRecords(this.view, cycleId);
    const read: Read = { ballots, decisions, cases, candidates, persons };
    const of = await this.view.count(TYPES);
    for await (const page of this.view.entries(TYPES)) {
      for (const { payload, ...entry } of page) {
        this.options.signal?.throwIfAborted();
        this.done += 1;
        if (payload === null) this.erased += 1;
        else this.tell(await this.take({ ...entry, payload }, read));
      }
      this.options.onProgress?.({ done: this.done, of, differences: this.found });
    }
    await this.results(read);
    // With payloads gone the log is no longer whole: what it does not tell of is not held against anybody.
    if (this.erased === 0) this.tell([...(await ballots.strays()), ...(await persons.strays()), ...(await decisions.strays(new Set([...candidates.decisions, ...cases.decisions]))), ...cases.strays()]);
    const levels = new Map([...decisions.results].flatMap(([review, { level }]): [string, Level][] => (level === null ? [] : [[review, level]])));
    if (candidates.derived && this.erased === 0) this.tell(await candidates.differences(levels, cases.cancelled));
    return { cycleId, entries: this.done, erased: this.erased, tallies: this.tallies, personBallots: persons.tallies, levels: levels.size, subjects: this.subjects, candidates: candidates.derived, differences: this.found };
  }

  private async take(record: LedgerRecord & { readonly payload: { readonly [key: string]: Json } }, { ballots, decisions, cases, candidates, persons }: Read): Promise<StoredDifference[]> {
    if (isOf(PERSON_BALLOT_TYPES, record.type)) return persons.take(record);
    if (isOf(CANDIDATE_TYPES, record.type)) return candidates.take(record);
    if (isOf(CASE_TYPES, record.type)) return cases.take(record);
    if (!isOf(BALLOT_TYPES, record.type)) return decisions.take(record);
    if (record.type === 'ballot.tallied') this.tallies += 1;
    return ballots.take(record);
  }

  private async results(read: Read): Promise<void> {
    for await (const page of this.view.results()) {
      this.options.signal?.throwIfAborted();
      for (const stored of page) {
        this.subjects[stored.subjectKind] += 1;
        this.tell(this.resultDifferences(stored, read));
      }
    }
  }

  private resultDifferences(stored: RecordedResult, { decisions, cases }: Read): StoredDifference[] {
    const { reviewId } = stored;
    const made = decisions.results.get(reviewId);
    const level = made?.level ?? null;
    if (!made && this.erased > 0) return [];
    const cancelled = cases.cancelled.has(reviewId);
    return [
      ...rowDifferences('app.review', reviewId, { decided_level: stored.decidedLevel }, { decided_level: level }),
      ...((stored.state === 'CANCELLED') === cancelled ? [] : [{ table: 'app.review', row: reviewId, path: '/state', stored: stored.state, recomputed: cancelled ? 'CANCELLED' : null }]),
      ...(made?.derived ? rowDifferences('app.review', reviewId, { ceiling: stored.ceiling, proof: stored.proof }, { ceiling: made.ceiling, proof: made.proof }) : []),
      ...(stored.historyLevel === undefined ? [] : rowDifferences('app.rating_history', reviewId, { level: stored.historyLevel }, { level: cases.levelOf(reviewId) })),
      ...rowDifferences('app.rating_history', reviewId, { superseded: [...stored.superseded] }, { superseded: cases.supersededOf(reviewId) }),
    ];
  }

  private tell(differences: readonly StoredDifference[]): void {
    this.found += differences.length;
    if (this.options.onDifference) for (const difference of differences) this.options.onDifference(difference);
  }
}

import { type CommendationCaseState, commendationCaseMachine, type Json, type Level, type SubjectKind } from '@binhxet/domain';
import { awardsOf, chainRecord, keyOf, listOf } from '../commendation/derive-candidates.service.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type LedgerRecord, type RecordView } from '../ports/records.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';
import { type Payload } from './recompute-decisions.js';

export const CANDIDATE_TYPES = ['commendation.derived', 'commendation.advanced', 'commendation.decided', 'commendation.revoked'] as const;

/** One case as the log tells of it. */
interface ToldCase {
  readonly id: string;
  chain: Json;
  state: CommendationCaseState;
}
interface DerivedCase {
  readonly case: string;
  readonly award: string;
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly chain: Json;
}

/**
 * Candidates again, from levels as the log gives them and the years before; held against the stored cases. A case that has ended keeps
 * the chain it was derived with: whoever lost a year is no candidate any more, and the log says which entry ended the case.
 */
export class CandidateRecords {
  /** Whether candidates were derived at all. */
  derived = false;
  /** Decisions on awards, given or taken back. */
  readonly decisions = new Set<string>();
  private readonly told = new Map<string, ToldCase>();
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly view: RecordView,
    private readonly cycle: CycleRow,
    private readonly book: RuleBook,
  ) {}

  async take({ type, payload }: LedgerRecord & { readonly payload: Payload }): Promise<StoredDifference[]> {
    if (typeof payload['decision'] === 'string') this.decisions.add(payload['decision']);
    if (type === 'commendation.derived') this.derive(payload['cases'] as unknown as readonly DerivedCase[]);
    else for (const { case: id, after } of payload['cases'] as unknown as readonly { case: string; after: CommendationCaseState }[]) this.move(id, after);
    return [];
  }

  /**
   * @param levels by review id
   * @param cancelled reviews whose result was cancelled
   */
  async differences(levels: ReadonlyMap<string, Level>, cancelled: ReadonlySet<string>): Promise<StoredDifference[]> {
    const now = await this.candidates(levels, cancelled);
    const stored = new Map((await this.view.tx.commendations.ofCycle(this.cycle.id)).map((one) => [`${one.awardId} ${keyOf(one.subjectKind, one.subjectId)}`, one]));
    return [...new Set([...now.keys(), ...stored.keys(), ...this.told.keys()])].sort().flatMap((key): StoredDifference[] => {
      const [has, told] = [stored.get(key), this.told.get(key)];
      const ended = told !== undefined && commendationCaseMachine.isEnd(told.state);
      const chain = ended ? told.chain : now.get(key);
      if (!has || !told || chain === undefined) return [{ table: 'app.commendation_case', row: has?.id ?? key, path: '', stored: has ? key : null, recomputed: has ? null : key }];
      return rowDifferences('app.commendation_case', has.id, { chain: has.chain, state: has.state }, { chain, state: told.state });
    });
  }

  /** An entry may list a case again: with the id it has, or with one that was never stored. */
  private derive(cases: readonly DerivedCase[]): void {
    this.derived = true;
    for (const { case: id, award, kind, subject, chain } of cases) {
      const key = `${award} ${keyOf(kind, subject)}`;
      const known = this.told.get(key);
      if (!known) {
        this.told.set(key, { id, chain, state: commendationCaseMachine.initial });
        this.keys.set(id, key);
      } else if (known.id === id && !commendationCaseMachine.isEnd(known.state)) known.chain = chain;
    }
  }

  private move(id: string, after: CommendationCaseState): void {
    const told = this.told.get(this.keys.get(id) ?? '');
    if (told) told.state = after;
  }

  private async candidates(levels: ReadonlyMap<string, Level>, cancelled: ReadonlySet<string>): Promise<Map<string, Json>> {
    const units = await this.view.tx.cycles.units(this.cycle.id);
    const reviews = new Map<string, ReviewRow>();
    for (const unit of units) {
      if (unit.organisationId === this.cycle.superiorId || (unit.unitId !== null && unit.unitId !== unit.organisationId)) continue;
      for (const review of await this.view.tx.reviews.inUnit(this.cycle.id, unit.organisationId)) {
        const level = levels.get(review.id);
        if (level !== undefined) reviews.set(keyOf(review.subjectKind, review.subjectId), { ...review, decidedLevel: level, state: cancelled.has(review.id) ? 'CANCELLED' : 'NOTIFIED' });
      }
    }
    const superior = units.find((unit) => unit.organisationId === this.cycle.superiorId);
    const { candidates } = await listOf(this.view.tx, this.cycle, this.book, awardsOf(this.book, superior), reviews, units);
    return new Map(candidates.map((one): [string, Json] => [`${one.award.id} ${keyOf(one.award.subject, one.subjectId)}`, chainRecord(one)]));
  }
}

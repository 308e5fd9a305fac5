import { type CommendationCaseState, commendationCaseMachine, type Json, type Level, type SubjectKind } from '@binhxet/domain';
import { awardsOf, caseKey, chainRecord, keyOf, listOf } from '../commendation/derive-candidates.service.js';
import { type CaseRow } from '../ports/commendation.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type LedgerRecord, type RecordView } from '../ports/records.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';
import { type Payload } from './recompute-decisions.js';

export const CANDIDATE_TYPES = ['commendation.derived', 'commendation.advanced', 'commendation.decided', 'commendation.revoked'] as const;

const TABLE = 'app.commendation_case';

/** One case as the log tells of it. */
interface ToldCase {
  readonly id: string;
  /** Award and subject. */
  readonly key: string;
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
  /** By id. */
  private readonly told = new Map<string, ToldCase>();
  /** The last case of an award and its subject: one that lost a year may be followed by another. */
  private readonly newest = new Map<string, ToldCase>();

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
    const stored = await this.view.tx.commendations.ofCycle(this.cycle.id);
    const byId = new Map(stored.map((one) => [`${caseKey(one)} ${one.id}`, one]));
    const missing = [...now.keys()].filter((key) => !this.newest.has(key)).map((key) => ({ table: TABLE, row: key, path: '', stored: null, recomputed: key }));
    const strays = stored.filter((one) => this.told.get(one.id)?.key !== caseKey(one)).map((one) => ({ table: TABLE, row: one.id, path: '', stored: caseKey(one), recomputed: null }));
    return [...missing, ...[...this.told.values()].flatMap((told) => this.caseDifferences(told, byId.get(`${told.key} ${told.id}`), now)), ...strays];
  }

  private caseDifferences(told: ToldCase, has: CaseRow | undefined, now: ReadonlyMap<string, Json>): StoredDifference[] {
    const chain = commendationCaseMachine.isEnd(told.state) ? told.chain : now.get(told.key);
    if (!has) return [{ table: TABLE, row: told.key, path: '', stored: null, recomputed: told.key }];
    if (chain === undefined) return [{ table: TABLE, row: has.id, path: '', stored: told.key, recomputed: null }];
    return rowDifferences(TABLE, has.id, { chain: has.chain, state: has.state }, { chain, state: told.state });
  }

  /** An entry may list a case again: with the id it has, or with one that was never stored. */
  private derive(cases: readonly DerivedCase[]): void {
    this.derived = true;
    for (const { case: id, award, kind, subject, chain } of cases) {
      const key = caseKey({ awardId: award, subjectKind: kind, subjectId: subject });
      const last = this.newest.get(key);
      const stands = last !== undefined && !commendationCaseMachine.isEnd(last.state);
      if (stands && last.id === id) last.chain = chain;
      if (stands || this.told.has(id)) continue;
      const told: ToldCase = { id, key, chain, state: commendationCaseMachine.initial };
      this.told.set(id, told);
      this.newest.set(key, told);
    }
  }

  private move(id: string, after: CommendationCaseState): void {
    const told = this.told.get(id);
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
    return new Map(candidates.map((one): [string, Json] => [caseKey({ awardId: one.award.id, subjectKind: one.award.subject, subjectId: one.subjectId }), chainRecord(one)]));
  }
}

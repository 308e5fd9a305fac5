import { type Json, type Level } from '@binhxet/domain';
import { awardsOf, chainRecord, keyOf, listOf } from '../commendation/derive-candidates.service.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RecordView } from '../ports/records.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';

/**
 * Candidates again, from levels as the log gives them and the years before; held against the stored cases.
 * @param levels by review id
 */
export async function candidateDifferences(view: RecordView, cycle: CycleRow, book: RuleBook, levels: ReadonlyMap<string, Level>): Promise<StoredDifference[]> {
  const units = await view.tx.cycles.units(cycle.id);
  const reviews = new Map<string, ReviewRow>();
  for (const unit of units) {
    if (unit.organisationId === cycle.superiorId || (unit.unitId !== null && unit.unitId !== unit.organisationId)) continue;
    for (const review of await view.tx.reviews.inUnit(cycle.id, unit.organisationId)) {
      const level = levels.get(review.id);
      if (level !== undefined) reviews.set(keyOf(review.subjectKind, review.subjectId), { ...review, decidedLevel: level });
    }
  }
  const superior = units.find((unit) => unit.organisationId === cycle.superiorId);
  const { candidates } = await listOf(view.tx, cycle, book, awardsOf(book, superior), reviews, units);
  const recomputed = new Map(candidates.map((one): [string, Json] => [`${one.award.id} ${keyOf(one.award.subject, one.subjectId)}`, chainRecord(one)]));
  const stored = new Map((await view.tx.commendations.ofCycle(cycle.id)).map((one) => [`${one.awardId} ${keyOf(one.subjectKind, one.subjectId)}`, one]));
  return [...new Set([...recomputed.keys(), ...stored.keys()])].sort().flatMap((key): StoredDifference[] => {
    const [has, should] = [stored.get(key), recomputed.get(key)];
    if (has && should !== undefined) return rowDifferences('app.commendation_case', has.id, { chain: has.chain }, { chain: should });
    return [{ table: 'app.commendation_case', row: has?.id ?? key, path: '', stored: has ? key : null, recomputed: has ? null : key }];
  });
}

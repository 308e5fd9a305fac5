import {
  AFTER_MERGE,
  type AfterMerge,
  type ChainLink,
  type ChainRule,
  type CommendationRules,
  type CommendationSubject,
  type Level,
  lineageHistory,
  type NonLevelState,
  type OrgRole,
  settingOf,
  type SubjectKind,
  type YearResult,
} from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type HistoryRow } from '../ports/history.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The superior's choices about chains, beside the commendation rules of the cycle. */
export interface ChainChoices {
  readonly rules: CommendationRules;
  readonly nonLevelYear: ChainRule['nonLevelYear'];
  readonly afterMerge: AfterMerge;
}

export function chainChoices(book: RuleBook): ChainChoices {
  const breaks = settingOf(book.settings, 'chain.cancelledYearBreaks');
  const rules = typeof breaks === 'boolean' ? { ...book.commendation, cancelledYearBreaks: { ...book.commendation.cancelledYearBreaks, value: breaks } } : book.commendation;
  const afterMerge = settingOf(book.settings, 'chain.afterMerge');
  return {
    rules,
    nonLevelYear: settingOf(book.settings, 'chain.nonLevelYear') === 'SKIPS' ? 'SKIPS' : 'BREAKS',
    afterMerge: AFTER_MERGE.find((one) => one === afterMerge) ?? 'NEW_CHAIN',
  };
}

/**
 * Subjects of one kind with the years before and this one. A person's years follow the person wherever they belonged; an organisation's
 * (and its collective's) follow its lineage.
 * @param reviews of this year, decided or not
 * @param years rating years the longest award asks for, whole, >= 1
 */
export async function commendationSubjects(tx: Pick<Tx, 'history' | 'lineage'>, cycle: CycleRow, book: RuleBook, kind: SubjectKind, reviews: readonly ReviewRow[], units: readonly UnitRow[], years: number): Promise<CommendationSubject[]> {
  const roles = new Map(units.map((unit) => [unit.organisationId, unit.role as OrgRole]));
  const ids = reviews.map((review) => review.subjectId);
  const links = kind === 'MEMBER' ? [] : await tx.lineage.before(ids);
  const all = [...new Set([...ids, ...links.map((link) => link.predecessorId)])];
  const past = await tx.history.ofSubjects(kind, all, cycle.ratingYear - 2 * years, cycle.ratingYear - 1);
  const byId = new Map<string, YearResult[]>();
  for (const row of past) byId.set(row.subjectId, [...(byId.get(row.subjectId) ?? []), yearOf(row)]);
  const { afterMerge } = chainChoices(book);
  return reviews.map((review): CommendationSubject => {
    const before = links.length > 0 ? lineageHistory(review.subjectId, byId, links, afterMerge) : (byId.get(review.subjectId) ?? []);
    return { subjectId: review.subjectId, kind, orgRole: roles.get(review.organisationId)!, history: [...before, ...thisYear(cycle, book, review)] };
  });
}

function thisYear(cycle: CycleRow, book: RuleBook, review: ReviewRow): YearResult[] {
  const base = { year: cycle.ratingYear, packId: book.rating.id, subjectId: review.subjectId };
  if (review.state === 'CANCELLED') return [{ ...base, result: { level: (review.decidedLevel ?? 4) as Level }, cancelled: true }];
  if (review.decidedLevel !== null) return [{ ...base, result: { level: review.decidedLevel }, cancelled: false }];
  return review.nonLevel === null ? [] : [{ ...base, result: { state: review.nonLevel }, cancelled: false }];
}

function yearOf(row: HistoryRow): YearResult {
  const result: YearResult['result'] = row.level === null ? { state: row.nonLevel as NonLevelState } : { level: row.level, title: row.label };
  return { year: row.year, packId: row.packId, result, cancelled: row.state === 'CANCELLED' };
}

/** One year of a chain as it is kept and shown: what it was, under which rules, why it counts or not, and whose it is. */
export function linkRecord(link: ChainLink) {
  return { year: link.year, status: link.status, pack: link.packId, level: link.level, state: link.state, clause: link.clause, mark: link.mark, subject: link.subjectId } as const;
}

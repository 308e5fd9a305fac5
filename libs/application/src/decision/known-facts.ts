import { depthOf, type FactValue, IMPORT_FIRST, type Level, parsePeriod, type QuarterResult, quarterFacts, type RatingPack, type ReviewDutyResult, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type CycleRow, type RollRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { mergeFacts, recordFacts } from '../work-record/record-facts.js';
import { CycleResultsReader } from './cycle-results.js';

export interface KnownFacts {
  /** By review id. */
  readonly facts: ReadonlyMap<string, SubjectFacts>;
  /** What absences leave a member, by member id, as frozen with the roll: the best level and the rules that say so. */
  readonly duties: ReadonlyMap<string, ReviewDutyResult>;
}

/**
 * What is known of subjects: imported facts of the rating year, dated work records, and what the cycle itself knows (the frozen roll, the level
 * of the collective, results below). Only facts that the pack declares; the cycle's own word wins over an imported one.
 * @param levels levels that the decision under way gives, by review id
 */
export async function knownFacts(tx: Tx, cycle: CycleRow, book: RuleBook, reviews: readonly ReviewRow[], levels: ReadonlyMap<string, Level>): Promise<KnownFacts> {
  const roll = await rollOf(tx, cycle, reviews);
  const results = new CycleResultsReader(tx, cycle, reviews, levels);
  const facts = new Map<string, SubjectFacts>();
  for (const kind of ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const satisfies readonly SubjectKind[]) {
    const of = reviews.filter((review) => review.subjectKind === kind);
    if (of.length === 0) continue;
    const declared = book.rating.facts?.[kind] ?? {};
    const ids = of.map((review) => review.subjectId);
    const imported = await tx.organisations.facts(kind, ids, cycle.ratingYear);
    const recorded = await recordFacts(tx, cycle, kind, ids);
    const quarters = kind === 'MEMBER' ? await quartersOf(tx, cycle, book, declared, ids) : null;
    for (const review of of) {
      const stored = imported.get(review.subjectId) as SubjectFacts | undefined;
      const given: SubjectFacts = { ...stored, ...declaredOnly(mergeFacts(stored, recorded.get(review.subjectId)), declared) };
      const own = kind === 'MEMBER' ? { ...(await memberFacts(review, roll.get(review.subjectId), 'collectiveLevel' in declared, results)), ...quarters?.(review.subjectId) } : await bodyFacts(review, declared, results);
      const known = Object.entries(own).filter(([name, value]) => name in declared && value !== null && !(IMPORT_FIRST.includes(name) && (given[name] ?? null) !== null));
      facts.set(review.id, { ...given, ...Object.fromEntries(known) });
    }
  }
  return { facts, duties: new Map([...roll.values()].flatMap((row) => capOf(row, book.rating))) };
}

/** Facts with a value, of those the pack declares. */
function declaredOnly(facts: SubjectFacts, declared: Readonly<Record<string, unknown>>): SubjectFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => name in declared && value !== null));
}

async function memberFacts(review: ReviewRow, row: RollRow | undefined, withCollective: boolean, results: CycleResultsReader): Promise<Record<string, FactValue>> {
  const civil = row?.flags['isCivilServant'];
  const noPost = row?.flags['noLeadershipPost'];
  return {
    isHead: review.isHead,
    isCivilServant: typeof civil === 'boolean' ? civil : null,
    holdsLeadershipPost: typeof noPost === 'boolean' ? !noPost : null,
    ...(withCollective && review.isHead && { collectiveLevel: await results.collectiveLevel(review.unitId ?? review.organisationId) }),
  };
}

/** What the quarters of the same year came to, where the pack of the year reads them. */
async function quartersOf(tx: Tx, cycle: CycleRow, { rating }: RuleBook, declared: Readonly<Record<string, unknown>>, memberIds: readonly string[]): Promise<((memberId: string) => Record<string, FactValue>) | null> {
  if (parsePeriod(cycle.period)?.quarter !== null || !Object.keys(declared).some((name) => name.startsWith('quarters'))) return null;
  const results = new Map<string, QuarterResult[]>();
  for (const { memberId, ...result } of await tx.reviews.quartersOf(memberIds, cycle.ratingYear)) results.set(memberId, [...(results.get(memberId) ?? []), result]);
  return (memberId) => quarterFacts(results.get(memberId) ?? [], depthOf(rating));
}

/** A collective does not rest on itself. */
async function bodyFacts(review: ReviewRow, declared: Readonly<Record<string, unknown>>, results: CycleResultsReader): Promise<Record<string, FactValue>> {
  if (!Object.keys(declared).some((name) => /^(collectiveLevel|isCell|subordinate|members)/.test(name))) return {};
  const { collectiveLevel, ...rest } = await results.facts(review.subjectId);
  return review.subjectKind === 'COLLECTIVE' ? rest : { collectiveLevel: collectiveLevel ?? null, ...rest };
}

async function rollOf(tx: Tx, cycle: CycleRow, reviews: readonly ReviewRow[]): Promise<Map<string, RollRow>> {
  const rows = new Map<string, RollRow>();
  const cells = new Set(reviews.filter((review) => review.subjectKind === 'MEMBER').map((review) => review.organisationId));
  for (const cell of cells) for (const row of await tx.cycles.roll(cycle.id, cell)) rows.set(row.memberId, row);
  return rows;
}

/** The frozen cap with the rules behind it: those of the pack whose clauses were frozen beside it. */
function capOf(row: RollRow, rating: RatingPack): [string, ReviewDutyResult][] {
  const cap = row.flags['levelCap'];
  if (typeof cap !== 'number') return [];
  const because = (rating.exemptions ?? []).flatMap(({ id, subjects, effect }) =>
    subjects.includes('MEMBER') && effect.value?.kind === 'LEVEL_CAP' && (row.dutyClause ?? '').includes(effect.source)
      ? [{ rule: id, source: effect.source, mark: effect.mark, ...(effect.carriedFrom && { carriedFrom: effect.carriedFrom }), inputs: { cap: effect.value.level } }]
      : [],
  );
  return [[row.memberId, { duty: 'NORMAL', cap: cap as Level, because, notEvaluated: [] }]];
}

import { type FactValue, type Level, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type CycleRow, type RollRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { mergeFacts, recordFacts } from '../work-record/record-facts.js';

export interface KnownFacts {
  /** By review id. */
  readonly facts: ReadonlyMap<string, SubjectFacts>;
  /** Best level that absences leave a member, by member id, as frozen with the roll. */
  readonly caps: ReadonlyMap<string, Level>;
}

/**
 * What is known of subjects: imported facts of the rating year, dated work records, and what the cycle itself knows (the frozen roll, the level of the
 * collective). Only facts that the pack declares; the cycle's own word wins over an imported one.
 * @param levels levels that the decision under way gives, by review id
 */
export async function knownFacts(tx: Tx, cycle: CycleRow, book: RuleBook, reviews: readonly ReviewRow[], levels: ReadonlyMap<string, Level>): Promise<KnownFacts> {
  const roll = await rollOf(tx, cycle, reviews);
  const collective = collectiveLevels(tx, cycle, reviews, levels);
  const facts = new Map<string, SubjectFacts>();
  for (const kind of ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const satisfies readonly SubjectKind[]) {
    const of = reviews.filter((review) => review.subjectKind === kind);
    if (of.length === 0) continue;
    const declared = book.rating.facts?.[kind] ?? {};
    const ids = of.map((review) => review.subjectId);
    const imported = await tx.organisations.facts(kind, ids, cycle.ratingYear);
    const recorded = await recordFacts(tx, cycle, kind, ids);
    for (const review of of) {
      const own: Record<string, FactValue> = mergeFacts(imported.get(review.subjectId) as SubjectFacts | undefined, recorded.get(review.subjectId));
      if (kind === 'MEMBER') Object.assign(own, memberFacts(review, roll.get(review.subjectId)));
      if ('collectiveLevel' in declared && (kind === 'ORGANISATION' || review.isHead)) own.collectiveLevel = await collective(review);
      const known = Object.entries(own).filter(([name, value]) => name in declared && value !== null);
      facts.set(review.id, { ...(imported.get(review.subjectId) as SubjectFacts | undefined), ...Object.fromEntries(known) });
    }
  }
  const caps = [...roll.values()].flatMap((row): [string, Level][] => (typeof row.flags['levelCap'] === 'number' ? [[row.memberId, row.flags['levelCap'] as Level]] : []));
  return { facts, caps: new Map(caps) };
}

function memberFacts(review: ReviewRow, row: RollRow | undefined): Record<string, FactValue> {
  const civil = row?.flags['isCivilServant'];
  return { isHead: review.isHead, isCivilServant: typeof civil === 'boolean' ? civil : null };
}

async function rollOf(tx: Tx, cycle: CycleRow, reviews: readonly ReviewRow[]): Promise<Map<string, RollRow>> {
  const rows = new Map<string, RollRow>();
  const cells = new Set(reviews.filter((review) => review.subjectKind === 'MEMBER').map((review) => review.organisationId));
  for (const cell of cells) for (const row of await tx.cycles.roll(cycle.id, cell)) rows.set(row.memberId, row);
  return rows;
}

/** Level of the collective an organisation or its head stands with: decided, or about to be. */
function collectiveLevels(tx: Tx, cycle: CycleRow, reviews: readonly ReviewRow[], levels: ReadonlyMap<string, Level>): (review: ReviewRow) => Promise<Level | null> {
  const now = new Map(reviews.flatMap((review): [string, Level | null][] => (review.subjectKind === 'COLLECTIVE' ? [[review.subjectId, levels.get(review.id) ?? null]] : [])));
  return async (review) => {
    const organisationId = review.subjectKind === 'MEMBER' ? (review.unitId ?? review.organisationId) : review.subjectId;
    if (!now.has(organisationId)) now.set(organisationId, (await tx.reviews.ofSubject(cycle.id, 'COLLECTIVE', organisationId))?.decidedLevel ?? null);
    return now.get(organisationId) ?? null;
  };
}

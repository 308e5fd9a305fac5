import { classify, type Json, memberDutyFacts, type MemberRecords, parsePeriod, type PeriodSpan, type PostTerm, reviewDuty, type ReviewDuty, type ReviewDutyResult, spanOf, type WorkKind, type WorkRecord } from '@binhxet/domain';
import { type CycleRow, type RollRow, type UnitRow } from '../ports/cycle.store.js';
import { type MemberNode } from '../ports/organisation.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Kinds of work records that say something about who is rated. */
const KINDS: readonly WorkKind[] = ['LEAVE', 'TRAINING', 'INSPECTION'];
/** The fact by which an import tells of posts that the tree does not know. */
const LEADERSHIP_FACT = 'holdsLeadershipPost';
/** Duties that end a review before it begins, and the state that says so. */
const ENDED_AT_ONCE: readonly ReviewDuty[] = ['EXEMPT', 'NOT_YET_RATED'];

/** A member of the roll and what the pack makes of them. */
export interface DutyOfMember {
  readonly row: RollRow;
  readonly result: ReviewDutyResult;
}

/** First and last day that the cycle rates. */
export const spanOfCycle = (cycle: Pick<CycleRow, 'period' | 'ratingYear'>): PeriodSpan => spanOf(parsePeriod(cycle.period) ?? { year: cycle.ratingYear, quarter: null });

/**
 * Rows of the frozen roll: dated states, posts, leave, training and inspections under the exemptions of the pack.
 * @param on day on which they are looked at @param knownAt as recorded then; without it as held true now
 */
export async function memberDuties(tx: Pick<Tx, 'organisations' | 'workRecords'>, cycle: CycleRow, { rating }: Pick<RuleBook, 'rating'>, members: readonly MemberNode[], tree: ReadonlyMap<string, UnitRow>, on: string, knownAt?: Date): Promise<DutyOfMember[]> {
  const span = spanOfCycle(cycle);
  const ids = members.map((member) => member.id);
  const posts = rating.leadership?.value ? group(await tx.organisations.postTerms(ids, on, knownAt), (term) => term.memberId) : new Map<string, never[]>();
  // What is in force on the day counts too, though the day may lie outside the period.
  const seen = { from: on < span.from ? on : span.from, to: on > span.to ? on : span.to };
  const records = group(await tx.workRecords.ofMembers(ids, KINDS, seen, knownAt), (record) => record.subjectId ?? '');
  const imported = rating.leadership ? await tx.organisations.facts('MEMBER', ids, cycle.ratingYear) : new Map<string, Record<string, unknown>>();
  return members.map((member) => {
    const said = imported.get(member.id)?.[LEADERSHIP_FACT];
    const stored: MemberRecords = {
      admittedOn: member.admittedOn,
      periods: member.periods,
      posts: (posts.get(member.id) ?? []) as readonly PostTerm[],
      records: (records.get(member.id) ?? []) as readonly WorkRecord[],
      holdsLeadershipPost: typeof said === 'boolean' ? said : null,
    };
    const facts = memberDutyFacts(stored, rating.leadership?.value ?? null, on);
    const result = reviewDuty(facts, rating.exemptions ?? [], on, span);
    const row: RollRow = {
      cycleId: cycle.id,
      memberId: member.id,
      superiorId: cycle.superiorId,
      organisationId: member.organisationId,
      unitId: tree.get(member.organisationId)?.unitId ?? member.organisationId,
      status: member.status,
      duty: result.duty,
      dutyClause: result.because.map((reason) => reason.source).join('; ') || null,
      flags: { ...(facts.flags as { readonly [flag: string]: boolean }), isCivilServant: member.isCivilServant, levelCap: result.cap },
    };
    return { row, result };
  });
}

/** State, clause and proof of a review that ends before it begins; otherwise it has not started. */
export function openingOf({ row, result }: DutyOfMember, book: Pick<RuleBook, 'rating' | 'gates'>) {
  if (!ENDED_AT_ONCE.includes(result.duty)) return { state: 'NOT_STARTED', nonLevel: null, nonLevelClause: null } as const;
  const nonLevel = result.duty as 'EXEMPT' | 'NOT_YET_RATED';
  const { proof } = classify({ subject: 'MEMBER', facts: {}, duty: result }, { pack: book.rating, gates: book.gates });
  return { state: nonLevel, nonLevel, nonLevelClause: row.dutyClause, proof: proof as unknown as Json };
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(keyOf(row));
    if (list) list.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
}

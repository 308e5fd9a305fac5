import { type AwardRule, type CandidateList, type CommendationCandidate, deriveCandidates, type Json, type NearMiss, type OrgRole, type SubjectKind } from '@binhxet/domain';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type NearMissRow, type NewCase } from '../ports/commendation.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { holdersOf } from '../task/task-holders.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { caseMoney } from './award-money.js';
import { settleCommendation } from './settle-commendation.js';
import { chainChoices, commendationSubjects, linkRecord } from './subject-chains.js';

/** Candidates of a cycle out of this year's decided levels and the years before; nobody types one. */
export class DeriveCandidatesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Safe to repeat: cases that exist stay as they are. @returns cases that wait for an act */
  derive(cycleId: string): Promise<{ readonly candidates: number }> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const book = this.rules.forCycle(cycle);
      const units = await tx.cycles.units(cycleId);
      const superior = units.find((unit) => unit.organisationId === cycle.superiorId);
      const awards = awardsOf(book, superior);
      const reviews = await endedReviews(tx, cycle, units);
      const now = this.clock.now();
      const { candidates, nearMisses } = await listOf(tx, cycle, book, awards, reviews, units);
      const known = new Map((await tx.commendations.ofCycle(cycleId)).map((one) => [caseKey(one), one.id]));
      const cases = candidates.map((one) => caseOf(known.get(caseKey({ awardId: one.award.id, subjectKind: one.award.subject, subjectId: one.subjectId })) ?? this.ids.next(), cycle, book, one, reviews, units, cycleDate(cycle, now)));
      // Who is a candidate already, or was one and is none any more, gets no second case here.
      const added = await tx.commendations.insert(cases.filter((one) => !known.has(caseKey(one))));
      const missed = nearMisses.map((one) => missOf(cycle, one, reviews));
      await tx.commendations.insertNearMisses(missed);
      const open = await tx.commendations.openCount(cycleId);
      if (added > 0 && superior) await openTask(tx, cycle, superior.role as OrgRole, open, now);
      tx.ledger.append({
        type: 'commendation.derived',
        cycleId,
        org: superior?.code ?? null,
        payload: derivedRecord(book, awards, cases, missed),
      });
      if (open === 0) await settleCommendation(tx, cycle, now);
      return { candidates: open };
    });
  }
}

/** A candidate as a case. */
export function caseOf(id: string, cycle: CycleRow, book: RuleBook, candidate: CommendationCandidate, reviews: ReadonlyMap<string, ReviewRow>, units: readonly UnitRow[], on: string): NewCase {
  const review = reviews.get(keyOf(candidate.award.subject, candidate.subjectId))!;
  const role = units.find((unit) => unit.organisationId === review.organisationId)?.role as OrgRole;
  return {
    id,
    cycleId: cycle.id,
    superiorId: cycle.superiorId,
    awardId: candidate.award.id,
    form: candidate.award.form,
    subjectKind: candidate.award.subject,
    subjectId: candidate.subjectId,
    organisationId: review.organisationId,
    unitId: review.unitId,
    chain: chainRecord(candidate),
    money: caseMoney(book, candidate.award, role, on),
  };
}

/** What the log keeps of a derivation: by ids, with the chain each case rests on. */
export function derivedRecord(book: RuleBook, awards: readonly AwardRule[], cases: readonly Pick<NewCase, 'id' | 'awardId' | 'subjectKind' | 'subjectId' | 'chain'>[], missed: readonly NearMissRow[]): { readonly [key: string]: Json } {
  return {
    rules: book.commendation.id,
    awards: awards.map((award) => award.id),
    cases: cases.map(({ id, awardId, subjectKind, subjectId, chain }) => ({ case: id, award: awardId, kind: subjectKind, subject: subjectId, chain })),
    nearMisses: missed.map(({ awardId, subjectKind, subjectId, brokenYear, brokenStatus }) => ({ award: awardId, kind: subjectKind, subject: subjectId, year: brokenYear, status: brokenStatus })),
  };
}

export function missOf(cycle: CycleRow, miss: NearMiss, reviews: ReadonlyMap<string, ReviewRow>): NearMissRow {
  return {
    cycleId: cycle.id,
    awardId: miss.award.id,
    subjectKind: miss.award.subject,
    subjectId: miss.subjectId,
    organisationId: reviews.get(keyOf(miss.award.subject, miss.subjectId))!.organisationId,
    chain: miss.links.map(linkRecord),
    brokenYear: miss.broken.year,
    brokenStatus: miss.broken.status,
  };
}

/** One case of a cycle: an award and its subject. */
export const caseKey = ({ awardId, subjectKind, subjectId }: Pick<NewCase, 'awardId' | 'subjectKind' | 'subjectId'>): string => `${awardId} ${keyOf(subjectKind, subjectId)}`;

export const keyOf = (kind: SubjectKind, subjectId: string): string => `${kind} ${subjectId}`;

/** A chain as a case keeps it. */
export function chainRecord({ chain }: CommendationCandidate): Json[] {
  return chain.links.map(linkRecord);
}

/** Awards that the superior's own body gives; they are given for years, never for a quarter. */
export function awardsOf(book: Pick<RuleBook, 'commendation' | 'rating'>, superior: UnitRow | undefined): AwardRule[] {
  if (book.rating.period === 'QUARTER') return [];
  return book.commendation.awards.filter((award) => award.awardedBy.value === superior?.role);
}

/** Reviews of the year that have ended, with a level or without one, by kind and subject. */
async function endedReviews(tx: Tx, cycle: CycleRow, units: readonly UnitRow[]): Promise<Map<string, ReviewRow>> {
  const found = new Map<string, ReviewRow>();
  for (const unit of units) {
    if (unit.organisationId === cycle.superiorId || (unit.unitId !== null && unit.unitId !== unit.organisationId)) continue;
    for (const review of await tx.reviews.inUnit(cycle.id, unit.organisationId)) if (review.decidedLevel !== null || review.nonLevel !== null) found.set(keyOf(review.subjectKind, review.subjectId), review);
  }
  return found;
}

/**
 * Who qualifies and who is one year short, from levels and years before.
 * @param reviews of the year that have ended, by kind and subject
 */
export async function listOf(tx: Pick<Tx, 'history' | 'lineage'>, cycle: CycleRow, book: RuleBook, awards: readonly AwardRule[], reviews: ReadonlyMap<string, ReviewRow>, units: readonly UnitRow[]): Promise<Pick<CandidateList, 'candidates' | 'nearMisses'>> {
  const { rules, nonLevelYear } = chainChoices(book);
  const candidates: CommendationCandidate[] = [];
  const nearMisses: NearMiss[] = [];
  for (const kind of ['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const) {
    const longest = Math.max(0, ...awards.filter((award) => award.subject === kind).map((award) => award.years.value ?? 0));
    const of = [...reviews.values()].filter((review) => review.subjectKind === kind);
    if (longest === 0 || of.length === 0) continue;
    const subjects = await commendationSubjects(tx, cycle, book, kind, of, units, longest);
    const list = deriveCandidates(subjects, { ...rules, awards }, cycle.ratingYear, book.equivalence, nonLevelYear);
    candidates.push(...list.candidates);
    nearMisses.push(...list.nearMisses);
  }
  return { candidates, nearMisses };
}

/** One task of the superior's leaders for all cases; it ends with the last of them. */
export async function openTask(tx: Tx, cycle: CycleRow, role: OrgRole, open: number, now: Date): Promise<void> {
  const step = await tx.steps.find(cycle.id, cycle.superiorId, 'COMMENDATION');
  const facts: { readonly [key: string]: Json } = { cases: open };
  await tx.tasks.open(
    [
      {
        kind: 'NOMINATE',
        cycleId: cycle.id,
        superiorId: cycle.superiorId,
        organisationId: cycle.superiorId,
        stepId: step?.id ?? null,
        refId: cycle.superiorId,
        holder: holdersOf('NOMINATE', role),
        dueAt: step?.dueAt ?? null,
        waitingCount: open,
        facts,
      },
    ],
    now,
  );
}

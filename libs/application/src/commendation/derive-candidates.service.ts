import { type AwardRule, type CommendationCandidate, type CommendationSubject, deriveCandidates, type Json, type Level, type NonLevelState, type OrgRole, settingOf, type SubjectKind, type YearResult } from '@binhxet/domain';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type NewCase } from '../ports/commendation.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type HistoryRow } from '../ports/history.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { LEADING_POSTS } from '../step/body-step.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { caseMoney } from './award-money.js';
import { settleCommendation } from './settle-commendation.js';

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
      const reviews = await decidedReviews(tx, cycle, units);
      const now = this.clock.now();
      const cases = (await candidatesOf(tx, cycle, book, awards, reviews, units)).map((one) => this.caseOf(cycle, book, one, reviews, units, cycleDate(cycle, now)));
      const added = await tx.commendations.insert(cases);
      const open = await tx.commendations.openCount(cycleId);
      if (added > 0) await openTask(tx, cycle, open, now);
      tx.ledger.append({
        type: 'commendation.derived',
        cycleId,
        org: superior?.code ?? null,
        payload: { rules: book.commendation.id, awards: awards.map((award) => award.id), cases: cases.map(({ id, awardId, subjectKind, subjectId, chain }) => ({ case: id, award: awardId, kind: subjectKind, subject: subjectId, chain })) },
      });
      if (open === 0) await settleCommendation(tx, cycle, now);
      return { candidates: open };
    });
  }

  private caseOf(cycle: CycleRow, book: RuleBook, candidate: CommendationCandidate, reviews: ReadonlyMap<string, ReviewRow>, units: readonly UnitRow[], on: string): NewCase {
    const review = reviews.get(keyOf(candidate.award.subject, candidate.subjectId))!;
    const role = units.find((unit) => unit.organisationId === review.organisationId)?.role as OrgRole;
    return {
      id: this.ids.next(),
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
}

export const keyOf = (kind: SubjectKind, subjectId: string): string => `${kind} ${subjectId}`;

/** A chain as a case keeps it. */
export function chainRecord({ chain }: CommendationCandidate): Json[] {
  return chain.links.map((link) => ({ year: link.year, status: link.status, pack: link.packId, level: link.level, clause: link.clause, mark: link.mark }));
}

/** Awards that the superior's own body gives. */
export function awardsOf(book: Pick<RuleBook, 'commendation'>, superior: UnitRow | undefined): AwardRule[] {
  return book.commendation.awards.filter((award) => award.awardedBy.value === superior?.role);
}

/** Reviews of the year with a level, by kind and subject. */
async function decidedReviews(tx: Tx, cycle: CycleRow, units: readonly UnitRow[]): Promise<Map<string, ReviewRow>> {
  const found = new Map<string, ReviewRow>();
  for (const unit of units) {
    if (unit.organisationId === cycle.superiorId || (unit.unitId !== null && unit.unitId !== unit.organisationId)) continue;
    for (const review of await tx.reviews.inUnit(cycle.id, unit.organisationId)) if (review.decidedLevel !== null) found.set(keyOf(review.subjectKind, review.subjectId), review);
  }
  return found;
}

/**
 * Who qualifies, from levels and years before.
 * @param reviews of the year with a level, by kind and subject
 */
export async function candidatesOf(tx: Pick<Tx, 'history'>, cycle: CycleRow, book: RuleBook, awards: readonly AwardRule[], reviews: ReadonlyMap<string, ReviewRow>, units: readonly UnitRow[]): Promise<readonly CommendationCandidate[]> {
  const rules = { ...book.commendation, awards };
  const breaks = settingOf(book.settings, 'chain.cancelledYearBreaks');
  const chainRules = typeof breaks === 'boolean' ? { ...rules, cancelledYearBreaks: { ...rules.cancelledYearBreaks, value: breaks } } : rules;
  const nonLevelYear = settingOf(book.settings, 'chain.nonLevelYear') === 'SKIPS' ? 'SKIPS' : 'BREAKS';
  const roles = new Map(units.map((unit) => [unit.organisationId, unit.role as OrgRole]));
  const candidates: CommendationCandidate[] = [];
  for (const kind of ['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const) {
    const longest = Math.max(0, ...awards.filter((award) => award.subject === kind).map((award) => award.years.value ?? 0));
    const of = [...reviews.values()].filter((review) => review.subjectKind === kind);
    if (longest === 0 || of.length === 0) continue;
    const past = await tx.history.ofSubjects(kind, of.map((review) => review.subjectId), cycle.ratingYear - 2 * longest, cycle.ratingYear - 1);
    const byId = new Map<string, YearResult[]>();
    for (const row of past) byId.set(row.subjectId, [...(byId.get(row.subjectId) ?? []), yearOf(row)]);
    const subjects = of.map((review): CommendationSubject => ({
      subjectId: review.subjectId,
      kind,
      orgRole: roles.get(review.organisationId)!,
      history: [...(byId.get(review.subjectId) ?? []), { year: cycle.ratingYear, packId: book.rating.id, result: { level: review.decidedLevel as Level }, cancelled: false }],
    }));
    candidates.push(...deriveCandidates(subjects, chainRules, cycle.ratingYear, book.equivalence, nonLevelYear).candidates);
  }
  return candidates;
}

function yearOf(row: HistoryRow): YearResult {
  const result: YearResult['result'] = row.level === null ? { state: row.nonLevel as NonLevelState } : { level: row.level, title: row.label };
  return { year: row.year, packId: row.packId, result, cancelled: row.state === 'CANCELLED' };
}

/** One task of the superior's leaders for all cases; it ends with the last of them. */
async function openTask(tx: Tx, cycle: CycleRow, open: number, now: Date): Promise<void> {
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
        holder: { postKinds: LEADING_POSTS },
        dueAt: step?.dueAt ?? null,
        waitingCount: open,
        facts,
      },
    ],
    now,
  );
}

import { AppError, classify, type RatingPack, SUBJECT_KINDS, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type RulePacks } from '@binhxet/rule-packs';
import { knownFacts, type KnownFacts } from '../decision/known-facts.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type Page, type PageRequest } from '../readers/page.js';

/** Subjects by the best level that rules allow; `NONE` for who gets no level. */
export type CeilingCounts = Readonly<Record<string, number>>;

export interface TriedSubject {
  readonly reviewId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly before: number;
  readonly after: number;
  /** What the competent body decided; null: nothing yet. */
  readonly decided: number | null;
}

export interface TriedRules {
  readonly counts: Readonly<Record<SubjectKind, { readonly before: CeilingCounts; readonly after: CeilingCounts }>>;
  /** Decided levels that the tried rules would not allow. */
  readonly aboveCeiling: number;
  readonly changed: Page<TriedSubject>;
  readonly changedTotal: number;
}

/**
 * What a rating pack would have made of a cycle's stored facts. Nothing is written. Who is exempt or not rated stays as the cycle froze
 * it: absences and dates are not asked again.
 */
export class TryRuleFileService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly packs: RulePacks,
  ) {}

  /** @param page changed subjects, by review id. @throws AppError CYCLE.NOT_FOUND, PACK.* */
  async try(cycleId: string, pack: RatingPack, page: PageRequest): Promise<TriedRules> {
    if (pack.use === 'HISTORY') throw new AppError('PACK.HISTORY_ONLY', 'conflict', 'This file names labels of past years only and cannot open a cycle', { pack: pack.id });
    await this.rules.refresh();
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const before = this.rules.forCycle(cycle);
      const after: RuleBook = { ...before, rating: pack, gates: this.packs.compile(pack, before.settings).gates };
      const reviews: ReviewRow[] = [];
      for (const unit of await tx.cycles.units(cycleId)) reviews.push(...(await tx.reviews.atOrganisation(cycleId, unit.organisationId)));
      const levels = new Map(reviews.flatMap((review) => (review.decidedLevel === null ? [] : [[review.id, review.decidedLevel] as const])));
      const rated = reviews.filter((review) => review.nonLevel === null);
      const [known, tried] = [await knownFacts(tx, cycle, before, rated, levels), await knownFacts(tx, cycle, after, rated, levels)];
      const subjects = rated.map((review): TriedSubject => ({
        reviewId: review.id,
        subjectKind: review.subjectKind,
        subjectId: review.subjectId,
        before: ceilingOf(review, known, before),
        after: ceilingOf(review, tried, after),
        decided: review.decidedLevel,
      }));
      const changed = subjects.filter((subject) => subject.before !== subject.after).sort((one, other) => (one.reviewId < other.reviewId ? -1 : 1));
      return {
        counts: Object.fromEntries(
          SUBJECT_KINDS.map((kind) => {
            const here = subjects.filter((subject) => subject.subjectKind === kind);
            const none = reviews.filter((review) => review.subjectKind === kind).length - here.length;
            return [kind, { before: countBy(here.map((one) => one.before), none), after: countBy(here.map((one) => one.after), none) }];
          }),
        ) as TriedRules['counts'],
        aboveCeiling: subjects.filter((subject) => subject.decided !== null && subject.decided < subject.after).length,
        changed: pageOf(changed, page),
        changedTotal: changed.length,
      };
    });
  }
}

function ceilingOf(review: ReviewRow, { facts, duties }: KnownFacts, book: RuleBook): number {
  const known: SubjectFacts = facts.get(review.id) ?? {};
  const duty = duties.get(review.subjectId);
  return classify({ subject: review.subjectKind, facts: known, ...(duty && { duty }) }, { pack: book.rating, gates: book.gates }).ceiling ?? 1;
}

function countBy(ceilings: readonly number[], none: number): CeilingCounts {
  const counts: Record<string, number> = none > 0 ? { NONE: none } : {};
  for (const ceiling of ceilings) counts[ceiling] = (counts[ceiling] ?? 0) + 1;
  return counts;
}

function pageOf(all: readonly TriedSubject[], { after, limit }: PageRequest): Page<TriedSubject> {
  const last = after?.[0];
  const rest = typeof last === 'string' ? all.filter(({ reviewId }) => reviewId > last) : all;
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? [items.at(-1)!.reviewId] : null };
}

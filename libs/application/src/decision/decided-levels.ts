import { AppError, type CeilingGround, classify, type Classification, type ClassificationInput, type DecisionGround, type FieldError, type Level, type LevelVerdict, settingOf } from '@binhxet/domain';
import { type VerdictRow } from '../ports/ballot.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { ranksOfBook } from '../rules/cycle-rules.js';
import { type Adjustment } from './decision-input.js';
import { type DecisionScope } from './decision-scope.js';
import { knownFacts } from './known-facts.js';
import { type QuotaGroup } from './quota-groups.js';

/** One subject with the level that the decision gives it. */
export interface DecidedLevel {
  readonly review: ReviewRow;
  readonly level: Level;
  readonly verdict: Level | null;
  readonly reason: string | null;
  /** Ground of the pack on which it may be above the ceiling. */
  readonly ground: string | null;
}

/**
 * The ballots' verdicts, lowered where the decision says so and why. A body may not rate better than it voted unless the superior's
 * settings allow it (`decision.adjustUpwards`); where no level had its majority the decision names one, with a reason.
 * @throws AppError DECISION.ADJUSTMENT_INVALID (invalid), DECISION.LEVEL_MISSING (conflict)
 */
export function decidedLevels(scope: DecisionScope, adjustments: ReadonlyMap<string, Adjustment>, book: RuleBook): DecidedLevel[] {
  const ready = new Set(scope.ready.map((review) => review.id));
  const ranks = ranksOfBook(book);
  const upwards = settingOf(book.settings, 'decision.adjustUpwards') === true;
  const errors: FieldError[] = [...adjustments.values()].flatMap((one, index): FieldError[] => {
    const at = `/adjustments/${index}`;
    if (!ready.has(one.reviewId)) return [{ pointer: `${at}/reviewId`, code: 'DECISION.NOT_IN_SCOPE', facts: { reviewId: one.reviewId } }];
    if (!ranks.includes(one.level)) return [{ pointer: `${at}/level`, code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [...ranks] } }];
    const verdict = scope.verdicts.get(one.reviewId)?.verdict ?? null;
    const grounds = (book.rating.decision?.aboveCeiling.value ?? []).map(({ id }) => id);
    if (one.ground !== null && !grounds.includes(one.ground)) return [{ pointer: `${at}/ground`, code: 'DECISION.GROUND_UNKNOWN', facts: { accepted: grounds } }];
    if (verdict !== null && one.level < verdict && !upwards) return [{ pointer: `${at}/level`, code: 'DECISION.ADJUSTED_UPWARDS', facts: { reviewId: one.reviewId, verdict, level: one.level } }];
    return [];
  });
  if (errors.length > 0) throw new AppError('DECISION.ADJUSTMENT_INVALID', 'invalid', 'adjustments do not fit the votes', {}, errors);

  const missing = scope.ready.filter((review) => !adjustments.has(review.id) && (scope.verdicts.get(review.id)?.verdict ?? null) === null);
  if (missing.length > 0) throw new AppError('DECISION.LEVEL_MISSING', 'conflict', 'No level had its majority: the decision has to name one, with a reason', { reviewIds: missing.map((review) => review.id) });
  return scope.ready.map((review) => {
    const verdict = scope.verdicts.get(review.id)?.verdict ?? null;
    const adjustment = adjustments.get(review.id);
    return { review, level: (adjustment?.level ?? verdict) as Level, verdict, reason: adjustment?.reason ?? null, ground: adjustment?.ground ?? null };
  });
}

/** A derivation with what went into it. */
export interface ClassifiedLine {
  readonly result: Classification;
  readonly input: ClassificationInput;
}

/**
 * Derivation of every decided level from facts, gates, votes and the decision.
 * @param groups quotas as this decision leaves them
 * @returns by review id
 * @throws AppError DECISION.ABOVE_CEILING (conflict) naming level, ceiling, failing gates and the grounds the pack accepts; not where the
 * line names one of these grounds with its reason, nor where the superior's setting `gates.enforcement` is WARN_WITH_REASON and the line
 * carries a reason
 */
export async function classifyDecided(tx: Tx, cycle: CycleRow, book: RuleBook, decided: readonly DecidedLevel[], verdicts: ReadonlyMap<string, VerdictRow>, groups: readonly QuotaGroup[], decisionId: string): Promise<Map<string, ClassifiedLine>> {
  const levels = new Map(decided.map((one) => [one.review.id, one.level]));
  const { facts, duties } = await knownFacts(tx, cycle, book, decided.map((one) => one.review), levels);
  const results = new Map<string, ClassifiedLine>();
  const quotas = quotasByReview(groups);
  const above: { reviewId: string; level: Level; ceiling: Level | null; failing: string[]; grounds: string[] }[] = [];
  for (const one of decided) {
    const { review, level } = one;
    const row = verdicts.get(review.id);
    const input: ClassificationInput = {
      subject: review.subjectKind,
      facts: facts.get(review.id) ?? {},
      ...(duties.has(review.subjectId) && { duty: duties.get(review.subjectId)! }),
      votes: row ? [{ ballotId: row.ballotId, verdict: verdictOf(row), clause: (row.proof as { readonly clause?: string } | null)?.clause ?? null }] : [],
      quotas: quotas.get(review.id) ?? [],
      decision: { decisionId, clause: null, level, ground: groundOf(book, one) },
    };
    const result = classify(input, { pack: book.rating, gates: book.gates });
    results.set(review.id, { result, input });
    if (result.level === null) above.push({ reviewId: review.id, level, ceiling: result.ceiling, failing: failing(result, level, book), grounds: groundsFor(book, review).map(({ id }) => id) });
  }
  if (above.length > 0) throw new AppError('DECISION.ABOVE_CEILING', 'conflict', 'Levels better than the gates allow', { subjects: above });
  return results;
}

const groundsFor = (book: Pick<RuleBook, 'rating'>, review: ReviewRow): DecisionGround[] => (book.rating.decision?.aboveCeiling.value ?? []).filter(({ subjects }) => subjects.includes(review.subjectKind));

/** What lets a line be above its ceiling; both values stay in the proof. */
function groundOf(book: RuleBook, { review, reason, ground }: DecidedLevel): CeilingGround | null {
  if (reason === null) return null;
  const known = groundsFor(book, review).find(({ id }) => id === ground);
  if (known) return { id: known.id, clause: book.rating.decision!.aboveCeiling.source, mark: book.rating.decision!.aboveCeiling.mark };
  const setting = book.settings.values['gates.enforcement'];
  return setting?.value === 'WARN_WITH_REASON' ? { id: 'gates.enforcement', clause: setting.source, mark: setting.mark } : null;
}

function quotasByReview(groups: readonly QuotaGroup[]): Map<string, QuotaGroup[]> {
  const byReview = new Map<string, QuotaGroup[]>();
  for (const group of groups) {
    for (const id of group.countedIds) {
      const known = byReview.get(id);
      if (known) known.push(group);
      else byReview.set(id, [group]);
    }
  }
  return byReview;
}

function verdictOf(row: VerdictRow): LevelVerdict {
  const { outcome, countedBody, tests } = row.proof as unknown as Pick<LevelVerdict, 'outcome' | 'countedBody' | 'tests'>;
  return { level: row.verdict, outcome, countedBody, tests };
}

/** Gates behind a ceiling: those required and not met, and caps that hold. */
function failing(result: Classification, level: Level, book: RuleBook): string[] {
  const nodes = result.proof.children?.find((node) => node.rule === 'gates')?.children ?? [];
  const gates = new Map(book.gates.map(({ rule }) => [rule.id, rule]));
  return nodes.flatMap(({ rule, outcome }) => {
    const effect = gates.get(rule)?.effect;
    const restricts = effect && (effect.kind === 'CAP' ? outcome === 'HOLDS' && effect.level > level : outcome === 'FAILS' && effect.level >= level);
    return restricts ? [rule] : [];
  });
}

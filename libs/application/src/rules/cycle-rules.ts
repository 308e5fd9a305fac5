import {
  AppError,
  type BodyKind,
  type CountedRule,
  depthOf,
  type Level,
  type LevelMajority,
  type LevelVoteOverride,
  type OrgRole,
  ranksOf,
  type ResolvedQuota,
  resolveQuota,
  settingOf,
  type SettingValue,
  type Sourced,
  type SubjectKind,
  type Threshold,
  USUAL_LEVELS,
} from '@binhxet/domain';
import { type BallotRule } from '../ports/ballot.store.js';
import { type RuleBook } from '../ports/rules.port.js';

export type VotingBody = 'MEMBERS_MEETING' | 'COMMITTEE';

/** What the pack itself says of level votes in such a body; `null` values count as absent. */
function overrideOf(book: RuleBook, body: VotingBody): LevelVoteOverride {
  return (body === 'COMMITTEE' ? book.rating.votingOverrides?.committee : book.rating.votingOverrides?.membersMeeting) ?? {};
}

/** The superior's choice where it made one, else the value of the rule file; null where neither knows. */
export function chosen<T>(book: RuleBook, key: string, of: Sourced<T>): { readonly value: T | null; readonly source: string } {
  const setting = settingOf(book.settings, key);
  return setting === null ? { value: of.value, source: of.source } : { value: setting as T & SettingValue, source: `${book.settings.id}#${key}` };
}

/** @throws AppError READINESS.SETTING_MISSING (conflict) */
export function required<T>(book: RuleBook, key: string, of: Sourced<T>): { readonly value: T; readonly source: string } {
  const { value, source } = chosen(book, key, of);
  if (value === null) throw new AppError('READINESS.SETTING_MISSING', 'conflict', 'The rules leave a choice open that this act needs', { settings: [key], file: book.voting.id });
  return { value, source };
}

/** @returns null: the quorum is not confirmed and nobody checks it */
export function quorumOf(book: RuleBook): (Threshold & { readonly source: string }) | null {
  const { value, source } = chosen(book, 'vote.quorum', book.voting.quorum);
  return value === null ? null : { ...value, source };
}

/**
 * How a rating ballot is counted, put together from the pack's overrides, settings and voting rules, the first that speaks winning; stored with the ballot, so that its verdicts can be
 * recomputed for ever.
 * @param body a members' meeting counts who was summoned, a committee who holds office
 * @throws AppError READINESS.SETTING_MISSING (conflict)
 * Source: ballots-and-documents.md sections 2 and 3
 */
export function ballotRuleOf(book: RuleBook, body: VotingBody): BallotRule {
  const { voting } = book;
  const override = overrideOf(book, body);
  const ordered = override.countedBody?.value ? override.countedBody : null;
  const base = ordered ?? (body === 'COMMITTEE' ? voting.countedBody.committee : voting.countedBody.membersMeeting);
  const counted = ordered || body === 'COMMITTEE' ? { value: base.value, source: base.source } : chosen<CountedRule>(book, 'vote.countedBody', base);
  if (counted.value === null) throw new AppError('READINESS.SETTING_MISSING', 'conflict', 'The rules do not say who is counted', { settings: ['vote.countedBody'], file: voting.id });
  const depth = depthOf(book.rating);
  const majority = required(book, 'vote.majority', voting.levelMajority.default);
  const byLevel = Object.entries<Sourced<Threshold> | undefined>({ ...voting.levelMajority.byLevel, ...confirmed(override.byLevel) }).flatMap(([level, threshold]): [string, Threshold][] => (threshold?.value ? [[level, threshold.value]] : []));
  return {
    counted: {
      rule: counted.value,
      source: counted.source,
      mark: base.mark,
      exclusions: voting.exclusions,
      votingStatuses: required(book, 'vote.statuses', voting.votingStatuses).value,
    },
    majority: {
      default: majority.value,
      // Absent for four, as in ballots stored before ladders could differ.
      ...(depth !== USUAL_LEVELS && { ranks: depth }),
      ...(byLevel.length > 0 && { byLevel: Object.fromEntries(byLevel) as LevelMajority['byLevel'] }),
      higherCountsForLower: required(book, 'vote.higherCountsForLower', voting.higherCountsForLower).value,
    },
    majoritySource: majority.source,
    invalidScope: required(book, 'vote.invalidScope', voting.invalidScope).value,
    secret: secrecyOf(book, override),
    secretFromVoters: required(book, 'vote.secretFromVoters', voting.secretFromVoters).value,
  };
}

/** One way to vote alone is an order of the pack; else the superior's choice, else the voting rules. */
function secrecyOf(book: RuleBook, { methods }: LevelVoteOverride): boolean {
  const [only, ...others] = methods?.value ?? [];
  return only && others.length === 0 ? only === 'SECRET_BALLOT' : required(book, 'vote.secret', book.voting.secret).value;
}

function confirmed(byLevel: LevelVoteOverride['byLevel']): Record<string, Sourced<Threshold>> {
  return Object.fromEntries(Object.entries(byLevel ?? {}).filter(([, { value }]) => value !== null));
}

/** Ranks of the year's ladder, the best first. */
export function ranksOfBook(book: RuleBook): readonly Level[] {
  return ranksOf(depthOf(book.rating));
}

/** Must the collective be voted on before its members? Source: process.md section 3, rule 1 */
export function collectiveFirst(book: RuleBook): boolean {
  return (book.rating.order ?? []).some((rule) => rule.id === 'COLLECTIVE_BEFORE_INDIVIDUAL' && rule.applies.value === true);
}

/** Quotas of the pack for such subjects that have a confirmed rate, in its order; all of them are to be kept. */
export function quotasOf(book: Pick<RuleBook, 'rating' | 'settings'>, subject: SubjectKind): ResolvedQuota[] {
  return (book.rating.quotas ?? []).filter((rule) => rule.subject === subject).flatMap((rule) => resolveQuota(rule, book.settings) ?? []);
}

/** The same quota with its special rate, where the pack knows one. */
export function withSpecialRate(book: Pick<RuleBook, 'rating' | 'settings'>, quota: ResolvedQuota): ResolvedQuota {
  const rule = (book.rating.quotas ?? []).find((candidate) => candidate.id === quota.id);
  return (rule && resolveQuota(rule, book.settings, true)) ?? quota;
}

/** Bodies that decide such subjects, first preference first; empty where the pack does not say. */
export function decidingBodies(book: RuleBook, subject: SubjectKind, subjectRole: OrgRole): readonly BodyKind[] {
  const rule = (book.rating.authority ?? []).find((candidate) => candidate.subject === subject && candidate.subjectRoles.includes(subjectRole));
  return rule?.decides.value?.bodies ?? [];
}

import { type Rational, type SubjectKind } from '@binhxet/domain';
import { loadRulePacks, readFolder, type RulePacks } from '@binhxet/rule-packs';

let shipped: RulePacks | undefined;
const packs = (): RulePacks => (shipped ??= loadRulePacks());

/** Id of the rating pack of a year. @param from default: the shipped rules. @throws AppError PACK.NOT_FOUND */
export function ratingPackOf(year: number, from: RulePacks = packs()): string {
  return from.forYear(year).content.id;
}

/** Share of members that the pack of a year allows at the top; undefined where it does not say. */
export function memberRateOf(year: number, from: RulePacks = packs()): Rational | undefined {
  return from.forYear(year).content.quotas?.find(({ subject }) => subject === 'MEMBER')?.rate.value ?? undefined;
}

/** Ids of every file that rules a cycle of a rating year opened on a date. @throws AppError PACK.NOT_FOUND */
export function rulesInForce(
  year: number,
  on: string,
): Readonly<Record<'rating' | 'voting' | 'commendation' | 'money' | 'documents', string>> {
  const dated = (kind: 'voting-rules' | 'commendation-rules' | 'money-rules' | 'document-format'): string =>
    packs().inForce(kind, on).content.id;
  return {
    rating: ratingPackOf(year),
    voting: dated('voting-rules'),
    commendation: dated('commendation-rules'),
    money: dated('money-rules'),
    documents: dated('document-format'),
  };
}

/** Keys of the facts that the rating pack of a year declares about a kind of subject. */
export function factsOfYear(year: number, subjectKind: SubjectKind): ReadonlySet<string> {
  return new Set(Object.keys(packs().forYear(year).content.facts?.[subjectKind] ?? {}));
}

/**
 * The shipped rules with a folder of files beside them, as they stand after an administrator has published each.
 * @throws AppError PACK.INVALID with every problem
 */
export function rulesWith(folder: string): RulePacks {
  const rules = loadRulePacks();
  rules.adopt(readFolder(folder));
  return rules;
}

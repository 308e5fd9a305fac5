import { type SubjectKind } from '@binhxet/domain';
import { loadRulePacks, type RulePacks } from '@binhxet/rule-packs';

let shipped: RulePacks | undefined;
const packs = (): RulePacks => (shipped ??= loadRulePacks());

/** Id of the shipped rating pack of a year. @throws AppError PACK.NOT_FOUND */
export function ratingPackOf(year: number): string {
  return packs().forYear(year).content.id;
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

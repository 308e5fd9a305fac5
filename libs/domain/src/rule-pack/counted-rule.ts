/** Who stands in the denominator of a vote. Source: ballots-and-documents.md section 2 */
export const COUNTED_RULES = [
  'SUMMONED_OFFICIAL_MINUS_EXCLUSIONS',
  'MEMBERS_IN_OFFICE',
  'ALL_OFFICIAL',
  'PRESENT',
] as const;
export type CountedRule = (typeof COUNTED_RULES)[number];

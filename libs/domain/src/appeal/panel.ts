/** Why a person may not judge a case. */
export const PANEL_REFUSALS = ['DECIDED_BEFORE', 'CONFLICTED', 'IS_SUBJECT', 'IS_FILER', 'NOT_OF_AUTHORITY'] as const;
export type PanelRefusal = (typeof PANEL_REFUSALS)[number];

export interface PanelRule {
  /** Who decided the result the first time: voted on it, chaired, signed the decision. */
  readonly decidedBefore: ReadonlySet<string>;
  /** Declared to be in conflict. */
  readonly conflicted: ReadonlySet<string>;
  readonly subjectId: string;
  readonly filerId: string;
  /** Members who hold a post with the authority. */
  readonly ofAuthority: ReadonlySet<string>;
}

/**
 * First reason that keeps a person from judging; null: none.
 * Source: process.md section 8 (other deciders than before; a person in conflict does not chair and abstains)
 */
export function panelRefusal(memberId: string, rule: PanelRule): PanelRefusal | null {
  if (memberId === rule.subjectId) return 'IS_SUBJECT';
  if (memberId === rule.filerId) return 'IS_FILER';
  if (rule.decidedBefore.has(memberId)) return 'DECIDED_BEFORE';
  if (rule.conflicted.has(memberId)) return 'CONFLICTED';
  return rule.ofAuthority.has(memberId) ? null : 'NOT_OF_AUTHORITY';
}

import { type AccessRole } from '@binhxet/domain';

/** Words of members: whoever may read the paper itself, and nobody else. */
const MEMBER_WORDS = /^(self-review|opinion)\./;
/** Who files, denounces or judges is for the people of the case, not for its subject. */
const CASE_WORDS = /^appeal\./;
/** What an auditor or the superior may open; administrators keep the system and read no content. */
const READS_PAYLOADS: readonly AccessRole[] = ['AUDITOR', 'SUPERIOR_STANDING_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'CELL_SECRETARY', 'ADVISORY_BODY', 'INSPECTION_COMMISSION'];
const READS_MEMBER_WORDS: readonly AccessRole[] = ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'];

/**
 * May the payload of a log entry be opened by this reader?
 * @param roles of posts and grants that reach the entry's organisation
 * @param own whether the entry is the reader's own act, or about their own review
 * Source: process.md section 11, architecture §5
 */
export function mayOpenPayload(type: string, roles: ReadonlySet<AccessRole>, own: boolean): boolean {
  if (own && !CASE_WORDS.test(type)) return true;
  const readers = MEMBER_WORDS.test(type) ? READS_MEMBER_WORDS : READS_PAYLOADS;
  return readers.some((role) => roles.has(role));
}

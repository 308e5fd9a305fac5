import { type AccessRole } from '@binhxet/domain';
import { type ReviewPlace } from '../readers/review.reader.js';
import { type Actor } from './actor.js';
import { type Scope } from './scope.js';

/** How much of a review a reader sees. */
export interface ReviewSight {
  /** The subject themselves. */
  readonly own: boolean;
  /** Its words: paper and opinions. */
  readonly words: boolean;
}

/** Members' papers: the cell's leaders and the committee above; a collective's report also those who verify and decide on it. */
const READS_MEMBER_PAPERS: readonly AccessRole[] = ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'];
const READS_REPORTS: readonly AccessRole[] = [...READS_MEMBER_PAPERS, 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION', 'AUDITOR'];

/**
 * @returns null: the review does not exist for this reader
 * Source: process.md section 11 (administrators read no review, auditors no member's paper)
 */
export async function sightOf(scope: Scope, actor: Actor, review: Pick<ReviewPlace, 'subjectKind' | 'subjectId' | 'organisationId'>): Promise<ReviewSight | null> {
  if (review.subjectKind === 'MEMBER' && actor.memberId !== null && actor.memberId === review.subjectId) return { own: true, words: true };
  const roles = await scope.rolesOver(actor, review.organisationId);
  if ([...roles].every((role) => role === 'ADMINISTRATOR')) return null;
  const readers = review.subjectKind === 'MEMBER' ? READS_MEMBER_PAPERS : READS_REPORTS;
  return { own: false, words: readers.some((role) => roles.has(role)) };
}

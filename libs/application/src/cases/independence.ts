import { AppError, panelRefusal, type PanelRefusal, type PanelRule } from '@binhxet/domain';
import { type AppealRow } from '../ports/appeal.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Everything that keeps people from judging this case. @param on day on which posts count */
export async function panelRule(tx: Tx, row: AppealRow, review: ReviewRow, on: string): Promise<PanelRule> {
  const [before, people, posts] = [await tx.appeals.decidedBefore(review.id), await tx.appeals.people(row.id), await tx.organisations.postsOf([row.authorityId], on)];
  return {
    decidedBefore: new Set(before),
    conflicted: new Set(people.filter((person) => person.role === 'CONFLICTED').map((person) => person.memberId)),
    subjectId: review.subjectId,
    filerId: row.filerId,
    ofAuthority: new Set(posts.map((post) => post.memberId)),
  };
}

/**
 * Whoever ends a case judges it: the first deciders, people in conflict, the subject and the filer do not.
 * @throws AppError APPEAL.NOT_INDEPENDENT (conflict) with the reason
 */
export function assertIndependent(memberId: string | null, rule: PanelRule): void {
  const refusal: PanelRefusal | null = memberId === null ? 'NOT_OF_AUTHORITY' : panelRefusal(memberId, rule);
  if (refusal) throw new AppError('APPEAL.NOT_INDEPENDENT', 'conflict', 'Another person has to do this', { reason: refusal });
}

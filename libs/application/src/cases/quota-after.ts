import { type Level } from '@binhxet/domain';
import { unitsBelow } from '../decision/quota-board.service.js';
import { type QuotaGroup, quotaGroups } from '../decision/quota-groups.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/**
 * The quota of the year once one result is another: for information. Nobody else's result is opened again.
 * @param level what the subject has now
 * Source: process.md section 8
 */
export async function quotaAfter(tx: Tx, book: RuleBook, review: ReviewRow, level: Level): Promise<QuotaGroup[]> {
  const all = await tx.reviews.decidedBy(review.cycleId, review.deciderId);
  const reviews = all.map((one) => (one.id === review.id ? { ...one, state: 'NOTIFIED', decidedLevel: level, nonLevel: null } : one));
  const groups = quotaGroups(book, reviews, await unitsBelow(tx, review.cycleId, review.deciderId));
  return groups.filter((group) => group.reviewIds.includes(review.id));
}

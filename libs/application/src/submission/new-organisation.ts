import { reviewDuty } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/**
 * The organisation's own result goes up with its dossier. One that is younger at the end of the year than the pack asks for has been
 * reviewed and gets no level, nor does its collective. Source: process.md sections 4 and 9
 * @returns whether there is anything to verify and to rate
 */
export async function handInOwn(tx: Tx, rules: Rules, cycle: CycleRow, unit: UnitRow, own: ReviewRow): Promise<boolean> {
  const establishedOn = await tx.cycleChanges.establishedOn(unit.organisationId);
  const { duty, because } = reviewDuty({ subject: 'ORGANISATION', flags: {}, establishedOn }, rules.forCycle(cycle).rating.exemptions ?? [], `${cycle.ratingYear}-12-31`, cycle.ratingYear);
  if (duty === 'NORMAL') {
    await tx.reviews.move(own, 'SUBMITTED');
    return true;
  }
  const nonLevel = { nonLevel: 'NOT_RATED', nonLevelClause: because.map((reason) => reason.source).join('; ') || null } as const;
  await tx.reviews.move(own, 'NOT_RATED_NEW', nonLevel);
  const collective = await tx.reviews.ofSubject(cycle.id, 'COLLECTIVE', unit.organisationId);
  if (collective?.state === 'SELF_RATED' || collective?.state === 'REVIEWED') await tx.reviews.move(collective, 'NOT_RATED_NEW', nonLevel);
  return false;
}

/** Nobody verifies a result without a level. */
export async function releaseVerification(tx: Tx, stepId: string, organisationId: string, now: Date): Promise<void> {
  if (!(await tx.steps.markReleased(stepId, organisationId, now))) return;
  const { outstanding, workflowId } = await tx.steps.settle(stepId, 1);
  if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId });
}

import { AppError, type Level } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock } from '../ports/clock.port.js';
import { type Rules } from '../ports/rules.port.js';
import { ranksOfBook } from '../rules/cycle-rules.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

/** The superior's advisory body checks a dossier and proposes a level. Source: Điều 11 step 2 (verification), process.md step 16 */
export class VerifyDossierService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  /**
   * @param reviewId the ORGANISATION review of a submitted dossier; its collective is verified with it, at `collectiveLevel` or as self-rated
   * @param reason obligatory where the level differs from the self-assigned one
   */
  verify(actor: Actor, reviewId: string, level: Level, reason: string | null, collectiveLevel: Level | null = null): Promise<{ readonly state: string; readonly outstanding: number }> {
    return this.uow.run(async (tx) => {
      const review = await tx.reviews.get(reviewId).catch(() => null);
      if (!review || review.subjectKind !== 'ORGANISATION') throw notFound();
      await this.access.assert(actor, 'verification.write', review.deciderId);
      if (review.selfLevel !== level && !reason) throw new AppError('VERIFICATION.REASON_MISSING', 'invalid', 'Another level than the self-assigned one needs a reason', { self: review.selfLevel, level }, [{ pointer: '/reason', code: 'VERIFICATION.REASON_MISSING' }]);
      const step = await tx.steps.find(review.cycleId, review.deciderId, 'VERIFICATION');
      if (!step) throw new AppError('STEP.CLOSED', 'conflict', 'Verification is closed', { reviewId });
      const now = this.clock.now();
      const cycle = await tx.cycles.get(review.cycleId);
      const ranks = ranksOfBook(this.rules.forCycle(cycle));
      if (!ranks.includes(level) || (collectiveLevel !== null && !ranks.includes(collectiveLevel))) throw new AppError('REQUEST.INVALID', 'invalid', 'No level of this year', {}, [{ pointer: ranks.includes(level) ? '/collectiveLevel' : '/level', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [...ranks] } }]);
      const collective = await tx.reviews.ofSubject(review.cycleId, 'COLLECTIVE', review.subjectId);
      if (collective?.state === 'SELF_RATED') await tx.reviews.move(collective, 'VERIFIED', { verifiedLevel: collectiveLevel ?? collective.selfLevel });
      const verifying = await tx.reviews.move(review, 'VERIFYING');
      const moved = await tx.reviews.move(verifying, 'PROPOSED', { verifiedLevel: level, proposedLevel: level, note: reason });
      const unit = await tx.cycles.unit(review.cycleId, review.organisationId);
      tx.ledger.append({
        type: 'dossier.verified',
        cycleId: review.cycleId,
        org: unit.code,
        stepId: step.id,
        payload: { by: actedBy(actor), review: reviewId, before: review.selfLevel, after: level, collective: collectiveLevel ?? collective?.selfLevel ?? null, reason, effectiveOn: cycleDate(cycle, now) },
      });
      await tx.tasks.done({ kind: 'VERIFY_DOSSIER', refId: reviewId }, actor.memberId, now);
      const settled = (await tx.steps.markDone(step.id, review.subjectId, now, false)) ? 1 : 0;
      const { outstanding, workflowId } = await tx.steps.settle(step.id, settled);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
      return { state: moved.state, outstanding };
    });
  }
}

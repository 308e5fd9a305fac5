import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { isLate } from './write-paper.service.js';

/** Opinions on a member: the ones asked of another organisation, and what the committee of the cell itself says. */
export class GiveOpinionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Answers the request made to an organisation the actor leads; without one, adds an opinion of the reviewing organisation.
   * A late opinion is kept and marked; it no longer counts for the step.
   */
  give(actor: Actor, reviewId: string, text: string): Promise<{ readonly opinionId: string; readonly late: boolean }> {
    return this.uow.run(async (tx) => {
      const review = await tx.reviews.get(reviewId).catch(() => null);
      if (!review) throw notFound();
      const now = this.clock.now();
      const unit = await tx.cycles.unit(review.cycleId, review.organisationId);
      const asked = (await tx.reviews.opinionsAsked(review.cycleId, review.organisationId)).find(
        (opinion) => opinion.reviewId === reviewId && opinion.fromOrganisationId !== null && this.access.leads(actor, opinion.fromOrganisationId),
      );
      const entry = (opinionId: string, late: boolean, stepId: string | null): void => {
        tx.ledger.append({ type: 'opinion.given', cycleId: review.cycleId, org: unit.code, stepId, payload: { by: actedBy(actor), review: reviewId, opinion: opinionId, text, late } });
      };
      if (!asked) {
        await this.access.assertLeads(actor, 'opinion.write', review.organisationId);
        const opinionId = this.ids.next();
        await tx.reviews.addOpinion({ id: opinionId, reviewId, fromOrganisationId: null, state: 'GIVEN' }, text, actor.accountId, now);
        entry(opinionId, false, null);
        return { opinionId, late: false };
      }
      const step = await tx.steps.find(review.cycleId, review.organisationId, 'OPINIONS');
      const late = !step || isLate(await tx.cycles.get(review.cycleId), step, now);
      await tx.reviews.giveOpinion(asked.id, text, actor.accountId, now, late);
      entry(asked.id, late, step?.id ?? null);
      await tx.tasks.done({ kind: 'GIVE_OPINION', refId: asked.id }, actor.memberId, now);
      if (step && (await tx.steps.markDone(step.id, asked.id, now, late))) {
        const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
        if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
      }
      return { opinionId: asked.id, late };
    });
  }
}

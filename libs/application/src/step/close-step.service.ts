import { type CloseCause } from '@binhxet/contracts';
import { type Clock } from '../ports/clock.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';

/** Closes a step by the same row that contributions settle: each is in before the cut or refused, never lost between. */
export class CloseStepService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  close(stepId: string, cause: CloseCause): Promise<{ readonly closed: boolean; readonly outstanding: number }> {
    return this.uow.run((tx) => closeStep(tx, stepId, cause, this.clock.now()));
  }
}

/** Inside a transaction: see `CloseStepService`. Closing a closed step changes nothing. */
export async function closeStep(tx: Tx, stepId: string, cause: CloseCause, now: Date): Promise<{ readonly closed: boolean; readonly outstanding: number }> {
  const step = await tx.steps.close(stepId, cause, now);
  if (!step) {
    const current = await tx.steps.get(stepId);
    return { closed: current.state === 'CLOSED', outstanding: current.outstanding };
  }
  const missing = await tx.steps.waitingKeys(stepId);
  await AFTER_CLOSE[step.kind]?.(tx, step);
  await tx.tasks.endOfStep(stepId, missing.length > 0 ? 'EXPIRED' : 'DONE', now);
  const unit = await tx.cycles.unit(step.cycleId, step.organisationId);
  tx.ledger.append({ type: 'step.closed', cycleId: step.cycleId, org: unit.code, stepId, payload: { kind: step.kind, cause, expected: step.total, missing: missing.length } });
  return { closed: true, outstanding: step.outstanding };
}

/** What the closing of a contribution step makes of the subjects it was about. */
const AFTER_CLOSE: Partial<Readonly<Record<StepRow['kind'], (tx: Tx, step: StepRow) => Promise<void>>>> = {
  async SELF_REVIEW(tx, step) {
    const reviews = (await tx.reviews.atOrganisation(step.cycleId, step.organisationId)).filter((review) => review.subjectKind !== 'ORGANISATION');
    const asked = new Set((await tx.reviews.opinionsAsked(step.cycleId, step.organisationId)).filter((opinion) => opinion.state === 'REQUESTED').map((opinion) => opinion.reviewId));
    const members = reviews.filter((review) => review.subjectKind === 'MEMBER');
    const submitted = members.filter((review) => review.state === 'SELF_REVIEW_SUBMITTED');
    await tx.reviews.moveMany(submitted.filter((review) => asked.has(review.id)), 'OPINIONS_PENDING');
    await tx.reviews.moveMany(submitted.filter((review) => !asked.has(review.id)), 'READY');
    await tx.reviews.moveMany(members.filter((review) => review.state === 'NOT_STARTED' || review.state === 'SELF_REVIEW_DRAFT'), 'WAITING_ABSENT');
    await readyCollective(tx, reviews.find((review) => review.subjectKind === 'COLLECTIVE'));
  },
  async OPINIONS(tx, step) {
    const reviews = await tx.reviews.atOrganisation(step.cycleId, step.organisationId, 'MEMBER');
    await tx.reviews.moveMany(reviews.filter((review) => review.state === 'OPINIONS_PENDING'), 'READY');
  },
  async LATE_SELF_REVIEW(tx, step) {
    if (!step.refId) return;
    const review = await tx.reviews.get(step.refId);
    if (review.state === 'SELF_REVIEW_SUBMITTED') await tx.reviews.move(review, 'READY');
  },
  async COLLECTIVE_REPORT(tx, step) {
    await readyCollective(tx, (await tx.reviews.ofSubject(step.cycleId, 'COLLECTIVE', step.organisationId)) ?? undefined);
  },
};

/** A report handed in (or, at the close, whatever there is) goes to the meeting. */
async function readyCollective(tx: Tx, review: ReviewRow | undefined): Promise<void> {
  if (!review) return;
  let at = review;
  if (at.state === 'NOT_STARTED') at = await tx.reviews.move(at, 'REPORT_DRAFT');
  if (at.state === 'REPORT_DRAFT') at = await tx.reviews.move(at, 'OPINIONS_PENDING');
  if (at.state === 'OPINIONS_PENDING') await tx.reviews.move(at, 'READY');
}

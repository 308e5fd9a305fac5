import { type BodyInput, type BodyPhase, type CommandName } from '@binhxet/contracts';
import { transition } from './activities.js';
import { Body } from './body.js';
import { startBody } from './children.js';

/** Requests around one meeting; their order among themselves is the meeting's and the ballot's own affair. */
export const SITTING_COMMANDS = ['convene', 'postponeMeeting', 'openMeeting', 'openBallot', 'closeBallot', 'rerunBallot', 'voidBallot', 'draftMinutes', 'adjournMeeting', 'resumeMeeting', 'returnMinutes'] as const satisfies readonly CommandName[];

/** Mark: the meeting of this phase is closed, or there was nothing to meet about. */
export const SAT = 'SAT';

/** A body that holds meetings: cells, committees and the standing committee of the superior sit in the same way. */
export abstract class SittingBody<I extends BodyInput, P extends BodyPhase> extends Body<I, P> {
  /** Opens the step of a meeting. @returns false when there is nothing to meet about */
  protected async openSitting(refId?: string): Promise<boolean> {
    this.mark(SAT, false);
    const step = await this.open('MEETING', refId);
    if (!step) this.mark(SAT);
    return step !== null;
  }

  protected override async settle(): Promise<void> {
    for (const step of this.awaited('PAPER_COUNT', 'SIGN_MINUTES')) {
      if (step.refId === undefined || !this.takeReady(step)) continue;
      if (step.kind === 'PAPER_COUNT') await this.tally(step.stepId, step.refId);
      else await this.endMeeting(step.refId);
    }
    await this.startLateReviews();
  }

  /** Both tellers have handed in: equal, or the rows that differ are counted again. */
  private async tally(stepId: string, ballotId: string): Promise<void> {
    const { reopened } = await transition('PAPER_COUNT').tallyBallot(ballotId);
    this.drop(stepId);
    if (reopened) this.expect(reopened);
  }

  private async endMeeting(meetingId: string): Promise<void> {
    const { lateReviewIds } = await transition('SIGN_MINUTES').closeMeeting(meetingId);
    this.dropAll('MEETING', 'SIGN_MINUTES', 'PAPER_COUNT');
    this.state.late.push(...(lateReviewIds ?? []));
    this.mark(SAT);
  }

  /** Absent members are reviewed as soon as possible, each in a workflow that may outlive this one. */
  private async startLateReviews(): Promise<void> {
    const late = [...new Set(this.state.late)];
    if (late.length === 0) return;
    await Promise.all(
      late.map(async (reviewId) => startBody({ workflow: 'lateReview', input: await transition('late').lateReviewInput(this.body, reviewId) })),
    );
    this.state.late = this.state.late.filter((reviewId) => !late.includes(reviewId));
  }
}

import { type CommandName, type LateReviewInput, type LateReviewPhase } from '@binhxet/contracts';
import { type Phase } from '../shared/body.js';
import { SAT, SITTING_COMMANDS, SittingBody } from '../shared/sitting.js';

/** A member absent at the meeting: self-review if still owed, a meeting of the cell, hand-over. No level before that. */
export class LateReview extends SittingBody<LateReviewInput, LateReviewPhase> {
  protected readonly workflow = 'lateReview';
  protected readonly last = 'DONE';
  protected readonly phases: Readonly<Record<LateReviewPhase, Phase>> = {
    OPENING: { commands: [], proceed: () => this.begin() },
    SELF_REVIEW: { commands: ['closeStepEarly'], proceed: () => this.afterSelfReview() },
    MEETING: { commands: SITTING_COMMANDS, enter: async () => void (await this.openSitting(this.input.reviewId)), proceed: () => this.afterMeeting() },
    SUBMISSION: { commands: ['submitResult'], enter: () => this.openSubmission() },
    DONE: { commands: [] },
  };

  protected async afterCommand(name: CommandName): Promise<void> {
    if (name === 'submitResult') this.end();
  }

  private async begin(): Promise<void> {
    this.moveTo((await this.open('LATE_SELF_REVIEW', this.input.reviewId)) ? 'SELF_REVIEW' : 'MEETING');
  }

  private async afterSelfReview(): Promise<void> {
    if (await this.closedWhenReady('LATE_SELF_REVIEW')) this.moveTo('MEETING');
  }

  private async afterMeeting(): Promise<void> {
    if (this.has(SAT)) this.moveTo('SUBMISSION');
  }

  private async openSubmission(): Promise<void> {
    if (!(await this.open('SUBMISSION', this.input.reviewId))) this.end();
  }

  private end(): void {
    this.dropAll();
    this.moveTo('DONE');
  }
}

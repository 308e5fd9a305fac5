import { type CellPhase, type CellReviewInput, type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { type Phase } from '../shared/body.js';
import { SAT, SITTING_COMMANDS, SittingBody } from '../shared/sitting.js';

/** Mark: the level above sent the result back. */
const RETURNED = 'RETURNED';

/** A cell: self-reviews, opinions, its meeting, minutes, hand-over; again when returned. */
export class CellReview extends SittingBody<CellReviewInput, CellPhase> {
  protected readonly workflow = 'cellReview';
  protected readonly last = 'DONE';
  protected readonly phases: Readonly<Record<CellPhase, Phase>> = {
    OPENING: { commands: [], proceed: async () => this.moveTo('SELF_REVIEW') },
    SELF_REVIEW: {
      commands: ['closeStepEarly'],
      enter: async () => void (await this.open('SELF_REVIEW')),
      proceed: () => this.afterSelfReviews(),
    },
    OPINIONS: { commands: ['closeStepEarly'], proceed: () => this.afterOpinions() },
    MEETING: { commands: SITTING_COMMANDS, enter: () => this.openMeeting(), proceed: () => this.afterMeeting() },
    SUBMISSION: { commands: ['submitResult'], enter: () => this.openSubmission() },
    SUBMITTED: { commands: [], proceed: async () => this.hearTheLevelAbove() },
    DONE: { commands: [] },
  };

  /** A returned result may go up again as it is mended, without a new meeting. */
  protected override allows(name: CommandName): boolean {
    return super.allows(name) || (name === 'submitResult' && this.state.phase === 'MEETING' && this.has(RETURNED));
  }

  protected async afterCommand(name: CommandName, outcome: CommandOutcome): Promise<void> {
    if (name === 'submitResult') this.handOver(outcome.lateReviewIds ?? []);
  }

  private async afterSelfReviews(): Promise<void> {
    if (!(await this.closedWhenReady('SELF_REVIEW'))) return;
    this.moveTo((await this.open('OPINIONS')) ? 'OPINIONS' : 'MEETING');
  }

  private async afterOpinions(): Promise<void> {
    if (await this.closedWhenReady('OPINIONS')) this.moveTo('MEETING');
  }

  private async openMeeting(): Promise<void> {
    await this.openSitting();
    if (this.has(RETURNED)) await this.open('SUBMISSION');
  }

  private async afterMeeting(): Promise<void> {
    if (this.has(SAT)) this.moveTo('SUBMISSION');
  }

  /** No step: a grassroots cell hands over to its own committee without a person's act. */
  private async openSubmission(): Promise<void> {
    if (!(await this.open('SUBMISSION'))) this.handOver([]);
  }

  private handOver(lateReviewIds: readonly string[]): void {
    this.state.late.push(...lateReviewIds);
    this.dropAll();
    this.mark(RETURNED, false);
    this.moveTo('SUBMITTED');
  }

  private hearTheLevelAbove(): void {
    const fact = this.takeFact();
    if (fact === 'DECIDED') this.moveTo('DONE');
    if (fact === 'RETURNED') {
      this.mark(RETURNED);
      this.moveTo('MEETING');
    }
  }
}

import { type CommandName, type CommandOutcome, type CommendationInput, type CommendationPhase } from '@binhxet/contracts';
import { Body, type Phase } from '../shared/body.js';
import { deriveCandidates } from './commendation.activities.js';

/** Commendations of a cycle: candidates follow from levels and consecutive years; people nominate, verify, approve, issue. */
export class Commendation extends Body<CommendationInput, CommendationPhase> {
  protected readonly workflow = 'commendation';
  protected readonly last = 'DONE';
  protected readonly phases: Readonly<Record<CommendationPhase, Phase>> = {
    OPENING: { commands: [], proceed: () => this.derive() },
    CASES: { commands: ['advanceCases'], proceed: () => this.afterFact() },
    DONE: { commands: [] },
  };

  protected async afterCommand(name: CommandName, outcome: CommandOutcome): Promise<void> {
    if (name === 'advanceCases' && outcome.openCases === 0) this.moveTo('DONE');
  }

  /** The last open case was dropped by an act outside this body: a re-evaluation or an appeal took away what it rested on. */
  private async afterFact(): Promise<void> {
    if (this.takeFact() === 'DECIDED') this.moveTo('DONE');
  }

  private async derive(): Promise<void> {
    const { candidates } = await deriveCandidates(this.input.cycleId);
    this.moveTo(candidates === 0 ? 'DONE' : 'CASES');
  }
}

import { type CommandName, type ReevaluationPhase } from '@binhxet/contracts';
import { type Phase } from '../shared/body.js';
import { CaseBody } from '../shared/case-body.js';

/** A past year looked at again after a discipline: the direct superior decides, or finds that there is nothing to change. */
export class Reevaluation extends CaseBody<ReevaluationPhase> {
  protected readonly workflow = 'reevaluation';
  protected readonly last = 'DONE';
  protected readonly handling = 'REEVALUATION';
  protected readonly phases: Readonly<Record<ReevaluationPhase, Phase>> = {
    OPENING: { commands: [], proceed: async () => this.moveTo('OPENED') },
    OPENED: { commands: ['decideReevaluation', 'dismissReevaluation'], enter: async () => void (await this.open('REEVALUATION')) },
    CLOSING: { commands: [], enter: () => this.end('DONE') },
    DONE: { commands: [] },
  };

  protected async afterCommand(name: CommandName): Promise<void> {
    if (name === 'decideReevaluation' || name === 'dismissReevaluation') this.moveTo('CLOSING');
  }
}

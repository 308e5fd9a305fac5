import { type AppealPhase, type CommandName } from '@binhxet/contracts';
import { type Phase } from '../shared/body.js';
import { CaseBody } from '../shared/case-body.js';

/** Where each request leads; the others leave the case where it is. */
const AFTER: Partial<Readonly<Record<CommandName, AppealPhase>>> = {
  admitAppeal: 'ADMITTED',
  rejectAppeal: 'CLOSING',
  forwardAppeal: 'FORWARDED',
  withdrawAppeal: 'CLOSING',
  concludeAppeal: 'CONCLUDED',
  decideAppeal: 'CLOSING',
};

/**
 * A complaint, denunciation or petition about a result: received, admitted, verified by others than who decided before, concluded, decided.
 * Evidence is taken until its window passes. No act of the body completes by time.
 */
export class Appeal extends CaseBody<AppealPhase> {
  protected readonly workflow = 'appeal';
  protected readonly last = 'DONE';
  protected readonly handling = 'APPEAL';
  protected readonly phases: Readonly<Record<AppealPhase, Phase>> = {
    OPENING: { commands: [], proceed: async () => this.moveTo('RECEIVED') },
    RECEIVED: { commands: ['admitAppeal', 'rejectAppeal', 'forwardAppeal', 'withdrawAppeal'], enter: () => this.begin() },
    FORWARDED: { commands: ['admitAppeal', 'rejectAppeal'] },
    ADMITTED: { commands: ['appointPanel', 'withdrawAppeal'] },
    VERIFYING: { commands: ['appointPanel', 'declareConflict', 'concludeAppeal', 'withdrawAppeal'] },
    CONCLUDED: { commands: ['decideAppeal'] },
    CLOSING: { commands: [], enter: () => this.end('DONE') },
    DONE: { commands: [] },
  };

  protected async afterCommand(name: CommandName): Promise<void> {
    if (name === 'concludeAppeal') this.dropAll('APPEAL_EVIDENCE'); // the service closed it with the conclusion
    const next = name === 'appointPanel' && this.state.phase === 'ADMITTED' ? 'VERIFYING' : AFTER[name];
    if (next) this.moveTo(next);
  }

  private async begin(): Promise<void> {
    await this.open('APPEAL_EVIDENCE');
    await this.open('APPEAL');
  }
}

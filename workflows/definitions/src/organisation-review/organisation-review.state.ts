import { type CommandName, type CommandOutcome, type OrganisationPhase, type OrganisationReviewInput } from '@binhxet/contracts';
import { type Phase } from '../shared/body.js';
import { startLowerBodies } from '../shared/lower-bodies.js';
import { SAT, SITTING_COMMANDS, SittingBody } from '../shared/sitting.js';

/** Mark: the superior sent the dossier back. */
const RETURNED = 'RETURNED';
/** Mark: the collective's report has been asked for; a cell sent back does not ask for it again. */
const REPORT_ASKED = 'REPORT_ASKED';

/**
 * A committee organisation, or a grassroots cell with its one cell-review: waits for its units, sits, decides (a sub-committee
 * proposes only), hands up its dossier, and decides its own heads once the superior has decided on it (settled: §3).
 */
export class OrganisationReview extends SittingBody<OrganisationReviewInput, OrganisationPhase> {
  protected readonly workflow = 'organisationReview';
  protected readonly last = 'DONE';
  protected readonly phases: Readonly<Record<OrganisationPhase, Phase>> = {
    OPENING: { commands: [], proceed: () => this.begin() },
    UNITS: { commands: ['closeStepEarly', 'proceedWithout', 'returnResult'], enter: () => this.openUnits(), proceed: () => this.afterUnits() },
    SITTING: { commands: [...SITTING_COMMANDS, 'returnResult'], enter: () => this.openCommitteeSitting(), proceed: () => this.afterSitting() },
    DECISION: { commands: ['issueDecision', 'returnResult'], enter: () => this.openDecision('DOSSIER') },
    DOSSIER: { commands: ['submitResult'], enter: () => this.openDossier() },
    SUBMITTED: { commands: [], proceed: async () => this.hearTheSuperior() },
    HEADS_SITTING: { commands: SITTING_COMMANDS, enter: () => this.openHeadsSitting(), proceed: () => this.afterHeadsSitting() },
    HEADS_DECISION: { commands: ['issueDecision'], enter: () => this.openDecision('DONE') },
    DONE: { commands: [] },
  };

  /** A returned dossier may go up again without a new sitting, and a unit may have to mend its part of it. */
  protected override allows(name: CommandName): boolean {
    if (super.allows(name)) return true;
    if (!this.has(RETURNED)) return false;
    if (name === 'submitResult') return this.state.phase === 'SITTING';
    return name === 'returnResult' && this.state.phase === 'DOSSIER';
  }

  protected async afterCommand(name: CommandName, _outcome: CommandOutcome): Promise<void> {
    if (name === 'returnResult') await this.waitForUnitsAgain();
    if (name === 'issueDecision') this.leaveDecision(this.state.phase === 'HEADS_DECISION' ? 'DONE' : 'DOSSIER');
    if (name === 'submitResult') this.handOver();
  }

  private async begin(): Promise<void> {
    await startLowerBodies(this.body);
    this.moveTo('UNITS');
  }

  private async openUnits(): Promise<void> {
    await this.open('UNITS');
    if (this.has(REPORT_ASKED)) return;
    await this.open('COLLECTIVE_REPORT');
    this.mark(REPORT_ASKED);
  }

  private async afterUnits(): Promise<void> {
    if (await this.closedWhenReady('COLLECTIVE_REPORT', 'UNITS')) this.moveTo(this.afterUnitsPhase);
  }

  /** A cell without committee has decided in its own meeting: nobody is left to sit. */
  private get afterUnitsPhase(): OrganisationPhase {
    if (!this.input.isCell || this.input.hasCommittee) return 'SITTING';
    return this.afterSittingPhase;
  }

  private get afterSittingPhase(): OrganisationPhase {
    return this.input.mode === 'DECIDE' ? 'DECISION' : 'DOSSIER';
  }

  private async waitForUnitsAgain(): Promise<void> {
    if (this.state.phase !== 'UNITS') this.moveTo('UNITS');
    else if (this.awaited('UNITS').length === 0) await this.open('UNITS');
  }

  private async openCommitteeSitting(): Promise<void> {
    await this.openSitting();
    if (this.has(RETURNED)) await this.open('SUBMISSION');
  }

  private async afterSitting(): Promise<void> {
    if (this.has(SAT)) this.moveTo(this.afterSittingPhase);
  }

  /** No step: there is nothing to decide on. */
  private async openDecision(next: OrganisationPhase): Promise<void> {
    if (!(await this.open('DECISION'))) this.leaveDecision(next);
  }

  private leaveDecision(next: OrganisationPhase): void {
    this.dropAll('DECISION');
    this.moveTo(next);
  }

  private async openDossier(): Promise<void> {
    if (!(await this.open('SUBMISSION'))) this.handOver();
  }

  private handOver(): void {
    this.dropAll();
    this.mark(RETURNED, false);
    this.moveTo('SUBMITTED');
  }

  private hearTheSuperior(): void {
    const fact = this.takeFact();
    if (fact === 'DECIDED') this.moveTo(this.input.mode === 'DECIDE' ? 'HEADS_SITTING' : 'DONE');
    if (fact === 'RETURNED') {
      this.mark(RETURNED);
      this.moveTo(this.afterUnitsPhase === 'SITTING' ? 'SITTING' : 'DOSSIER');
    }
  }

  private async openHeadsSitting(): Promise<void> {
    if (!(await this.openSitting())) this.moveTo('DONE');
  }

  private async afterHeadsSitting(): Promise<void> {
    if (this.has(SAT)) this.moveTo('HEADS_DECISION');
  }
}

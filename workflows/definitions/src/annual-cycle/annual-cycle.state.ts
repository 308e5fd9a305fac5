import { type AnnualCycleInput, type CommandName, type CommandOutcome, type CyclePhase } from '@binhxet/contracts';
import { patched } from '@temporalio/workflow';
import { type Phase } from '../shared/body.js';
import { startBody } from '../shared/children.js';
import { startLowerBodies } from '../shared/lower-bodies.js';
import { SAT, SITTING_COMMANDS, SittingBody } from '../shared/sitting.js';
import { closeCycle, endBodies, freezeCycle, prepareYear } from './annual-cycle.activities.js';

/** Mark: the step of the decision has been opened. */
const DECIDING = 'DECIDING';
/** Mark: an organisation was sent back; once it is in again, the standing committee sits on it, unless its open sitting has done so. */
const SIT_AGAIN = 'SIT_AGAIN';
/** Mark: the rules of a cycle that began with the year are pinned. */
const RULES_PINNED = 'RULES_PINNED';

/** The cycle of a superior: its organisations' results, their verification, the sitting of its standing committee, heads, commendation. */
export class AnnualCycle extends SittingBody<AnnualCycleInput, CyclePhase> {
  protected readonly workflow = 'annualCycle';
  protected readonly last = 'CLOSED';
  protected readonly phases: Readonly<Record<CyclePhase, Phase>> = {
    OPENING: { commands: [], proceed: () => this.begin() },
    REGISTRATION: { commands: ['closeStepEarly'], enter: async () => void (await this.open('REGISTRATION')), proceed: () => this.afterRegistration() },
    MID_YEAR: { commands: ['concludeMidYear'], enter: async () => void (await this.open('MID_YEAR_REVIEW')) },
    AWAITING_REVIEW: { commands: ['openReview'], proceed: () => this.beginReview() },
    REVIEW: {
      commands: ['closeStepEarly', 'proceedWithout', 'returnResult'],
      enter: () => this.openUnits(),
      proceed: () => this.afterUnits(),
    },
    CLASSIFICATION: {
      commands: [...SITTING_COMMANDS, 'closeStepEarly', 'proceedWithout', 'returnResult', 'issueDecision'],
      enter: async () => void (await this.openSitting()),
      proceed: () => this.classify(),
    },
    HEADS: {
      commands: ['closeStepEarly', 'proceedWithout'],
      enter: async () => void (await this.open('HEADS')),
      proceed: () => this.afterHeads(),
    },
    COMMENDATION: { commands: [], enter: () => this.openCommendation(), proceed: () => this.afterCommendation() },
    CLOSED: { commands: [] },
  };

  /** The decision rests on the sitting and on every organisation that is still expected. */
  protected override allows(name: CommandName): boolean {
    if (name === 'issueDecision' && !this.mayDecide) return false;
    return super.allows(name);
  }

  protected async afterCommand(name: CommandName, outcome: CommandOutcome): Promise<void> {
    if (name === 'returnResult') await this.waitForUnitsAgain();
    if (name === 'issueDecision') this.leaveClassification();
    if (name === 'concludeMidYear') this.moveTo('AWAITING_REVIEW');
    if (name === 'openReview') this.mark(RULES_PINNED);
    // Outcomes of runs from before the pack was told have none: nothing is told in their replay.
    if (outcome.packId !== undefined) this.pinPack(outcome.packId);
  }

  /** Organisations that are late with their work are waited for beside everything else. */
  protected override async settle(): Promise<void> {
    await super.settle();
    await this.closedWhenReady('CORRECTION');
  }

  private async begin(): Promise<void> {
    const [first] = this.input.early ?? [];
    if (first === undefined) return this.review();
    await prepareYear(this.input.cycleId);
    this.moveTo(first);
  }

  private async afterRegistration(): Promise<void> {
    if (await this.closedWhenReady('REGISTRATION')) this.moveTo(this.input.early?.includes('MID_YEAR') ? 'MID_YEAR' : 'AWAITING_REVIEW');
  }

  private async beginReview(): Promise<void> {
    if (this.has(RULES_PINNED)) await this.review();
  }

  private async review(): Promise<void> {
    await freezeCycle(this.input.cycleId);
    await startLowerBodies(this.body);
    this.moveTo('REVIEW');
  }

  private async openUnits(): Promise<void> {
    await this.open('UNITS');
    await this.open('VERIFICATION');
  }

  private get unitsAreIn(): boolean {
    return this.awaited('UNITS', 'VERIFICATION').length === 0;
  }

  private get mayDecide(): boolean {
    return this.has(SAT) && this.unitsAreIn && !this.has(SIT_AGAIN);
  }

  private async afterUnits(): Promise<void> {
    if (await this.closedWhenReady('UNITS', 'VERIFICATION')) this.moveTo('CLASSIFICATION');
  }

  /** An organisation sent back is reviewed again while the others are classified; what had been decided about it is open again. */
  private async waitForUnitsAgain(): Promise<void> {
    if (this.awaited('UNITS').length === 0) await this.open('UNITS');
    if (this.awaited('VERIFICATION').length === 0) await this.open('VERIFICATION');
    if (this.state.phase !== 'CLASSIFICATION') return;
    this.dropAll('DECISION');
    this.mark(DECIDING, false);
    this.mark(SIT_AGAIN);
  }

  private async classify(): Promise<void> {
    if (!(await this.closedWhenReady('UNITS', 'VERIFICATION'))) return;
    if (this.has(SIT_AGAIN)) {
      if (this.awaited('MEETING').length > 0) return;
      await this.openSitting();
      this.mark(SIT_AGAIN, false);
    }
    if (!this.mayDecide || this.has(DECIDING)) return;
    if (await this.open('DECISION')) this.mark(DECIDING);
    else this.leaveClassification();
  }

  private leaveClassification(): void {
    this.dropAll('DECISION');
    this.mark(DECIDING, false);
    this.moveTo('HEADS');
  }

  private async afterHeads(): Promise<void> {
    if (await this.closedWhenReady('HEADS')) this.moveTo('COMMENDATION');
  }

  /** The step first: the commendation workflow settles it, at once when nobody is to be commended. */
  private async openCommendation(): Promise<void> {
    if (!(await this.open('COMMENDATION'))) return;
    const { carried: _own, ...input } = this.input;
    await startBody({ workflow: 'commendation', input });
  }

  private async afterCommendation(): Promise<void> {
    if (!(await this.closedWhenReady('COMMENDATION'))) return;
    if (patched('cycle-ends-bodies')) await this.endLowerBodies();
    await closeCycle(this.input.cycleId);
    this.moveTo('CLOSED');
  }

  /** Bodies that were passed over are still at work: each is told, and ends by itself. */
  private async endLowerBodies(): Promise<void> {
    let after: number | null = null;
    do after = (await endBodies(this.input.cycleId, after)).next;
    while (after !== null);
  }
}

import { type WorkflowStart } from '@binhxet/contracts';
import { type BodyDriver, type World } from './harness.js';
import { type Inputs } from './inputs.js';

/** Brings a body to a phase by its shortest way. */
export class Stages {
  constructor(
    private readonly world: World,
    private readonly inputs: Inputs,
  ) {}

  private start(start: WorkflowStart): Promise<BodyDriver> {
    return this.world.start(start);
  }

  async cell(phase: 'SELF_REVIEW' | 'OPINIONS' | 'MEETING' | 'SUBMISSION' | 'SUBMITTED'): Promise<BodyDriver> {
    const cell = await this.start({ workflow: 'cellReview', input: this.inputs.cell('C1') });
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    if (phase === 'SELF_REVIEW') return cell;
    await cell.finish('SELF_REVIEW');
    await cell.reaches('OPINIONS', 'OPINIONS');
    if (phase === 'OPINIONS') return cell;
    await cell.finish('OPINIONS');
    await cell.reaches('MEETING', 'MEETING');
    if (phase === 'MEETING') return cell;
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    if (phase === 'SUBMISSION') return cell;
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    return cell;
  }

  async organisation(phase: 'UNITS' | 'SITTING' | 'DECISION' | 'DOSSIER' | 'SUBMITTED' | 'HEADS_SITTING' | 'HEADS_DECISION'): Promise<BodyDriver> {
    const organisation = await this.start({ workflow: 'organisationReview', input: this.inputs.organisation('O1') });
    await organisation.reaches('UNITS', 'UNITS', 'COLLECTIVE_REPORT');
    if (phase === 'UNITS') return organisation;
    await organisation.finish('COLLECTIVE_REPORT');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
    if (phase === 'SITTING') return organisation;
    await organisation.sit();
    await organisation.reaches('DECISION', 'DECISION');
    if (phase === 'DECISION') return organisation;
    await organisation.ask('issueDecision');
    await organisation.reaches('DOSSIER', 'SUBMISSION');
    if (phase === 'DOSSIER') return organisation;
    await organisation.ask('submitResult');
    await organisation.reaches('SUBMITTED');
    if (phase === 'SUBMITTED') return organisation;
    await organisation.tell('resultDecided');
    await organisation.reaches('HEADS_SITTING', 'MEETING');
    if (phase === 'HEADS_SITTING') return organisation;
    await organisation.sit();
    await organisation.reaches('HEADS_DECISION', 'DECISION');
    return organisation;
  }

  async cycle(phase: 'REVIEW' | 'CLASSIFICATION' | 'HEADS' | 'COMMENDATION'): Promise<BodyDriver> {
    const cycle = await this.start({ workflow: 'annualCycle', input: this.inputs.body('S') });
    await cycle.reaches('REVIEW', 'UNITS', 'VERIFICATION');
    if (phase === 'REVIEW') return cycle;
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.reaches('CLASSIFICATION', 'MEETING');
    if (phase === 'CLASSIFICATION') return cycle;
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('issueDecision');
    await cycle.reaches('HEADS', 'HEADS');
    if (phase === 'HEADS') return cycle;
    await cycle.finish('HEADS');
    await cycle.reaches('COMMENDATION', 'COMMENDATION');
    return cycle;
  }

  async late(phase: 'SELF_REVIEW' | 'MEETING' | 'SUBMISSION'): Promise<BodyDriver> {
    const late = await this.start({ workflow: 'lateReview', input: this.inputs.late('C1', 'R1') });
    await late.reaches('SELF_REVIEW', 'LATE_SELF_REVIEW');
    if (phase === 'SELF_REVIEW') return late;
    await late.finish('LATE_SELF_REVIEW');
    await late.reaches('MEETING', 'MEETING');
    if (phase === 'MEETING') return late;
    await late.sit();
    await late.reaches('SUBMISSION', 'SUBMISSION');
    return late;
  }

  async commendation(): Promise<BodyDriver> {
    const cases = await this.start({ workflow: 'commendation', input: this.inputs.body('S') });
    await cases.reaches('CASES');
    return cases;
  }

  async appeal(phase: 'RECEIVED' | 'FORWARDED' | 'ADMITTED' | 'VERIFYING' | 'CONCLUDED'): Promise<BodyDriver> {
    const appeal = await this.start({ workflow: 'appeal', input: this.inputs.case('S', 'A1') });
    await appeal.reaches('RECEIVED', 'APPEAL', 'APPEAL_EVIDENCE');
    if (phase === 'RECEIVED') return appeal;
    if (phase === 'FORWARDED') {
      await appeal.ask('forwardAppeal');
      await appeal.reaches('FORWARDED');
      return appeal;
    }
    await appeal.ask('admitAppeal');
    await appeal.reaches('ADMITTED');
    if (phase === 'ADMITTED') return appeal;
    await appeal.ask('appointPanel');
    await appeal.reaches('VERIFYING');
    if (phase === 'VERIFYING') return appeal;
    await appeal.ask('concludeAppeal');
    await appeal.reaches('CONCLUDED');
    return appeal;
  }

  async reevaluation(): Promise<BodyDriver> {
    const reevaluation = await this.start({ workflow: 'reevaluation', input: this.inputs.case('S', 'R1') });
    await reevaluation.reaches('OPENED', 'REEVALUATION');
    return reevaluation;
  }
}

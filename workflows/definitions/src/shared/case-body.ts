import { type BodyPhase, type CaseInput, type CaseStepKind, type CloseCause, type StepKind, type StepRef } from '@binhxet/contracts';
import { transition } from './activities.js';
import { Body } from './body.js';

/** One case of an authority: its steps are kept with the case, for its year may belong to no cycle of this installation. */
export abstract class CaseBody<P extends BodyPhase> extends Body<CaseInput, P> {
  /** The step that stands for the whole case. */
  protected abstract readonly handling: CaseStepKind;

  protected override askOpen(kind: StepKind): Promise<StepRef | null> {
    return transition(kind).openCaseStep(this.input.caseId, kind as CaseStepKind);
  }

  protected override async askClose(step: StepRef, cause: CloseCause): Promise<boolean> {
    await transition(`${step.kind} ${cause}`).closeCaseStep(this.input.caseId, step.kind as CaseStepKind, cause);
    return true;
  }

  protected override askRemind(step: StepRef, nth: number): Promise<void> {
    return transition(`${step.kind} ${nth}`).remindCase(this.input.caseId, step.kind as CaseStepKind, nth);
  }

  protected override askEscalate(step: StepRef, nth: number): Promise<void> {
    return transition(`${step.kind} ${nth}`).escalateCase(this.input.caseId, step.kind as CaseStepKind, nth);
  }

  /** The outcome is recorded: steps end, those concerned are told. @param done phase that follows */
  protected async end(done: P): Promise<void> {
    await transition('closing').closeCase(this.input.caseId, this.handling);
    this.dropAll();
    this.moveTo(done);
  }
}

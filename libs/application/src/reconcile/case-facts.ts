import { type CarriedState, type CaseInput, type CommandOutcome, type StepRef, type WorkflowStart, workflowIdOf } from '@binhxet/contracts';

/** Workflows of cases: each keeps its state and its steps with the case. */
export type CaseWorkflow = 'appeal' | 'reevaluation';

/** All that PostgreSQL knows about one case: enough to say where its workflow stands. */
export interface CaseFacts {
  readonly workflow: CaseWorkflow;
  /** What it is started with, beside the pack and the page of its installation. `cycleId` is the period's id, also of one that was not run here. */
  readonly input: Omit<CaseInput, 'packId' | 'pageUrl' | 'carried'>;
  /** null: that of the cycle. */
  readonly packId: string | null;
  readonly state: string;
  /** Steps that are still waited for. */
  readonly steps: readonly StepRef[];
  readonly reminded: number;
  readonly escalated: number;
  /** DRIVEN clock: end of the last day told, ISO 8601 UTC. */
  readonly clockUntil: string | null;
  /** Requests carried out, oldest first. */
  readonly handled: readonly CommandOutcome[];
}

/** Phase of the workflow by state of the case; what is not here has its outcome and is being closed. */
const PHASES: Readonly<Record<CaseWorkflow, readonly string[]>> = {
  appeal: ['RECEIVED', 'FORWARDED', 'ADMITTED', 'VERIFYING', 'CONCLUDED'],
  reevaluation: ['OPENED'],
};

export const caseEnded = ({ state }: Pick<CaseFacts, 'state'>): boolean => state === 'CLOSED';

/**
 * State of a case's workflow as PostgreSQL knows it. A case with its outcome is closed again, which changes nothing where it has happened.
 */
export function rebuildCase(facts: CaseFacts): CarriedState {
  const waits = PHASES[facts.workflow].includes(facts.state);
  const steps = waits ? facts.steps : [];
  return {
    phase: waits ? facts.state : caseEnded(facts) ? 'DONE' : 'CLOSING',
    entered: waits || caseEnded(facts),
    steps,
    ready: [],
    handled: facts.handled,
    seen: [],
    facts: [],
    marks: [],
    late: [],
    clockUntil: facts.clockUntil,
    // Only the step that stands for the case reminds.
    counters: Object.fromEntries(steps.flatMap(({ stepId, kind }) => (kind === 'APPEAL_EVIDENCE' ? [] : [[`remind:${stepId}`, facts.reminded], [`escalate:${stepId}`, facts.escalated]]))),
  };
}

/** @param packId pack of the year it is about */
export function caseStart(facts: CaseFacts, packId: string, publicUrl: string): WorkflowStart {
  const page = facts.workflow === 'appeal' ? 'appeals' : 'reevaluations';
  return { workflow: facts.workflow, input: { ...facts.input, packId, pageUrl: `${publicUrl}/${page}/${facts.input.caseId}`, carried: rebuildCase(facts) } };
}

export const caseWorkflowId = ({ workflow, input }: CaseFacts): string => workflowIdOf({ workflow, input: { ...input, packId: '', pageUrl: '' } });

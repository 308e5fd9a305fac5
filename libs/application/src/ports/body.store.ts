import { type WorkflowName } from '@binhxet/contracts';

/** Workflows of bodies that meet; cases have their own register. */
export type BodyWorkflow = Exclude<WorkflowName, 'appeal' | 'reevaluation'>;

/** One workflow that a cycle needs. */
export interface BodyRow {
  readonly workflowId: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly workflow: BodyWorkflow;
  /** The review of a late review. */
  readonly refId: string | null;
  readonly phase: string;
  readonly phaseAt: Date;
}

/** Phases in which a body's part is over. */
export const ENDED_PHASES: readonly string[] = ['DONE', 'CLOSED'];

/** What the engine should be running: written with the transaction that starts a body or moves it to another phase. */
export abstract class BodyStore {
  /** Bodies about to be started. Those known already stay as they are. @returns workflow ids of the new ones */
  abstract register(bodies: readonly BodyRow[]): Promise<string[]>;
  /** Moves a body to a phase, and registers it when it is not known yet. The instant stays when the phase does. */
  abstract setPhase(body: BodyRow): Promise<void>;
  /** Bodies of these organisations, in the order of their ids. */
  abstract ofOrganisations(cycleId: string, organisationIds: readonly string[]): Promise<BodyRow[]>;
  abstract ofCycle(cycleId: string): Promise<BodyRow[]>;
}

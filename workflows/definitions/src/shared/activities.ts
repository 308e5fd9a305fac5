import { type Activities, type CaseActivities, type CommandActivities, type CycleActivities, type StepActivities } from '@binhxet/contracts';
import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';

/**
 * Executed requests of people. Safe to repeat: one transaction keyed by the command id, so a timeout means "ask again", never
 * "unknown". Refusals come back non-retryable; everything else is tried until the database is back.
 */
const COMMAND: ActivityOptions = { startToCloseTimeout: '20s', retry: { initialInterval: '200ms', maximumInterval: '15s' } };

/** Transitions of the engine. Safe to repeat: keyed by the step, phase or body they are about; a page of 200 bodies takes longer. */
const TRANSITION: ActivityOptions = { startToCloseTimeout: '2m', retry: { initialInterval: '500ms', maximumInterval: '30s' } };

/** Activities as seen from a workflow, each call with its own line in the Temporal UI. */
export const command = (summary: string) => proxyActivities<CommandActivities>({ ...COMMAND, summary });
export const transition = (summary: string) => proxyActivities<StepActivities & CycleActivities & CaseActivities>({ ...TRANSITION, summary });

export type { Activities };

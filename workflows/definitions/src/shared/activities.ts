import { type CaseActivities, type CommandActivities, type CycleActivities, type StepActivities } from '@binhxet/contracts';
import { type ActivityOptions, isCancellation, type LocalActivityOptions, patched, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import { refusalOf } from './failures.js';

/**
 * Executed requests of people. Safe to repeat: one transaction keyed by the command id, so a timeout means "ask again", never
 * "unknown". Refusals come back non-retryable; everything else is tried until the database is back.
 */
const COMMAND: ActivityOptions = { startToCloseTimeout: '20s', retry: { initialInterval: '200ms', maximumInterval: '15s' } };

/** Transitions of the engine. Safe to repeat: keyed by the step, phase or body they are about; a page of 200 bodies takes longer. */
const TRANSITION: ActivityOptions = { startToCloseTimeout: '2m', retry: { initialInterval: '500ms', maximumInterval: '30s' } };

/** The first try of a short transaction, inside the workflow task that asks for it. */
const FIRST_TRY: LocalActivityOptions = { startToCloseTimeout: '8s', retry: { maximumAttempts: 1 } };

type Transitions = StepActivities & CaseActivities & Pick<CycleActivities, 'recordPhase' | 'lateReviewInput' | 'endBody'>;

/**
 * Executes a person's request; the call has its own line in the Temporal UI.
 * @param leaving the run is about to hand over: a server may lose a request that is taken, answered and followed by the hand-over in
 * one task, so the act is an ordinary activity and the hand-over comes in a later one
 */
export const command = (summary: string, leaving: boolean): CommandActivities => inTask<CommandActivities>(summary, COMMAND, leaving);

/** A transition of one body: one transaction of a few rows. */
export const transition = (summary: string): Transitions => inTask<Transitions>(summary, TRANSITION);

/** A page of bodies at once: an activity of its own from the start. */
export const bulk = (summary: string): Pick<CycleActivities, 'childBodies'> => proxyActivities({ ...TRANSITION, summary });

/**
 * Short acts are tried inside the workflow task: a task of the server and its round trips are the price of a transition, not its
 * transaction. Whatever is not a refusal – no database, no answer in time – goes on as an ordinary activity, which is retried for
 * as long as it takes and which administrators see waiting.
 */
function inTask<A extends object>(summary: string, options: ActivityOptions, leaving = false): A {
  const ordinary = proxyActivities<Record<string, Act>>({ ...options, summary });
  if (leaving || !patched('short-acts-in-task')) return ordinary as A;
  const first = proxyLocalActivities<Record<string, Act>>({ ...FIRST_TRY, summary });
  return new Proxy({} as A, { get: (_, name) => firstOf(String(name), first, ordinary) });
}

type Act = (...args: unknown[]) => Promise<unknown>;

const firstOf =
  (name: string, first: Record<string, Act>, ordinary: Record<string, Act>): Act =>
  async (...args) => {
    try {
      return await first[name]!(...args);
    } catch (error) {
      if (!(error instanceof TemporalFailure) || isCancellation(error) || refusalOf(error)?.nonRetryable === true) throw error;
      return ordinary[name]!(...args);
    }
  };

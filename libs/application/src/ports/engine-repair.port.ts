import { type WorkflowStart } from '@binhxet/contracts';
import { type EngineBody } from './engine.port.js';

/** What only a repair may do to the engine. Every method throws AppError ENGINE.UNAVAILABLE (unavailable) when it cannot be reached. */
export abstract class EngineRepair {
  /** @returns null when no workflow of this id is known */
  abstract look(workflowId: string): Promise<EngineBody | null>;
  /** Ids of the workflows of a cycle that run. The engine's list lags behind by a second or two. */
  abstract running(cycleId: string): Promise<string[]>;
  /**
   * Starts a body anew although its id was used before. One that runs is left alone, unless `replace`: then it is ended first.
   * @throws AppError RECONCILE.ENGINE_NOT_READY (conflict) when the engine lacks the namespace or the search attributes
   */
  abstract start(start: WorkflowStart, replace: boolean): Promise<void>;
}

import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type BodyFacts } from '../reconcile/body-facts.js';
import { type CaseFacts } from '../reconcile/case-facts.js';

/** A cycle with every body it needs. */
export interface CycleFacts {
  readonly cycle: CycleRow;
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly bodies: readonly BodyFacts[];
  /** Appeals and re-evaluations of its results, also those that are over. */
  readonly cases: readonly CaseFacts[];
}

/** What the engine should be running, read from PostgreSQL at one instant. */
export abstract class ReconcileReader {
  /** Ids of the cycles that are not closed, or whose commendations run again, oldest first. */
  abstract openCycles(): Promise<string[]>;
  /** @throws AppError CYCLE.NOT_FOUND (not-found) */
  abstract ofCycle(cycleId: string): Promise<CycleFacts>;
  /** Cases that are not over, of years whose cycle is closed or was not run here, with their cycle. */
  abstract otherCases(): Promise<readonly { readonly cycle: CycleRow | null; readonly facts: CaseFacts }[]>;
}

import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type BodyFacts } from '../reconcile/body-facts.js';

/** A cycle with every body it needs. */
export interface CycleFacts {
  readonly cycle: CycleRow;
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly bodies: readonly BodyFacts[];
}

/** What the engine should be running, read from PostgreSQL at one instant. */
export abstract class ReconcileReader {
  /** Ids of the cycles that are not closed, oldest first. */
  abstract openCycles(): Promise<string[]>;
  /** @throws AppError CYCLE.NOT_FOUND (not-found) */
  abstract ofCycle(cycleId: string): Promise<CycleFacts>;
}

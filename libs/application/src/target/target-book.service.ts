import { type ResolutionRow, type StoredMapping } from '../ports/target.store.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

/** Resolutions in force of a superior with their targets, and how old labels are read. The caller has checked that the reader may. */
export class TargetBook {
  constructor(private readonly uow: UnitOfWork) {}

  of(superiorId: string): Promise<{ readonly resolutions: readonly ResolutionRow[]; readonly mappings: readonly StoredMapping[] }> {
    return this.uow.run(async (tx) => ({ resolutions: await tx.targets.resolutions(superiorId), mappings: await tx.targets.mappings(superiorId) }));
  }
}

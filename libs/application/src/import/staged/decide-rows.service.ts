import { AppError } from '@binhxet/domain';
import { type RowDecision } from '../../ports/staging.store.js';
import { type UnitOfWork } from '../../ports/unit-of-work.port.js';
import { DECIDABLE, type RowClass } from './compare-row.js';
import { openBatch } from './stage-import.service.js';

/** A person accepts or refuses rows of a staged import, one by one or a whole class. */
export class DecideRowsService {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws AppError IMPORT.ROWS_NOT_DECIDABLE (invalid) when one of the named rows is faulty, unchanged or written; nothing is decided then */
  decide(batchId: string, which: { readonly rows: readonly number[] } | { readonly classes: readonly RowClass[] }, decision: RowDecision): Promise<{ readonly decided: number; readonly remaining: number }> {
    return this.uow.run(async (tx) => {
      await openBatch(tx, batchId);
      const decided = await tx.staging.decide(batchId, which, decision);
      if ('rows' in which && decided !== new Set(which.rows).size) {
        throw new AppError('IMPORT.ROWS_NOT_DECIDABLE', 'invalid', 'Some of these rows cannot be decided on', { asked: which.rows.length, decidable: decided, classes: [...DECIDABLE] });
      }
      return { decided, remaining: await tx.staging.remaining(batchId) };
    });
  }

  /** Rows that are written stay in the store and in the batch; the others are gone. */
  cancel(batchId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      await openBatch(tx, batchId);
      await tx.staging.cancel(batchId);
    });
  }
}

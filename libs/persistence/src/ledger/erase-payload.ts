import { AppError, type NewLedgerEntry } from '@binhxet/domain';
import { appendLedger } from './append-ledger.js';
import { type LedgerQuery } from './ledger-query.js';

export interface Erasure {
  /** Entry whose payload and salt go. Its leaf stays, and so does every proof. */
  readonly entryId: string;
  /** Id of the `payload.erased` entry. */
  readonly id: string;
  readonly at: Date;
  /** Who asked, who decided, on what ground; nothing of what is erased. */
  readonly payload: NewLedgerEntry['payload'];
}

/**
 * Erases a payload and records that it was erased, in the caller's transaction, which must run as `bx_eraser` and without a savepoint in
 * between: the database compares the transaction of both rows at commit.
 * @throws AppError LEDGER.PAYLOAD_NOT_FOUND (not-found) when there is nothing to erase
 */
export async function erasePayload(query: LedgerQuery, { entryId, id, at, payload }: Erasure): Promise<void> {
  const gone = await query<{ cycle: string | null; org: string | null }>(
    `with gone as (delete from ledger.ledger_payload where entry_id = $1 returning entry_id)
     select e.cycle, e.org from gone join ledger.ledger_entry e on e.id = gone.entry_id`,
    [entryId],
  );
  const [scope] = gone;
  if (!scope) throw new AppError('LEDGER.PAYLOAD_NOT_FOUND', 'not-found', 'No payload to erase', { entry: entryId });
  await appendLedger(query, [{ id, at, type: 'payload.erased', cycle: scope.cycle ?? undefined, org: scope.org ?? undefined, prev: entryId, payload }]);
}

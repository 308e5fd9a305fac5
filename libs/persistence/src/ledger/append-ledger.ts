import { randomBytes } from 'node:crypto';
import { ledgerCommitment, ledgerLeaf, ledgerPayload, type NewLedgerEntry } from '@binhxet/domain';
import { sha256, type LedgerQuery } from './ledger-query.js';

const VALUES_EACH = 10;
/** Entries in one statement: PostgreSQL takes 65,535 values, and one statement should not hold the connection for long. */
const AT_ONCE = 1_000;

function statement(count: number): string {
  const entries: string[] = [];
  const payloads: string[] = [];
  for (let i = 0; i < count; i++) {
    const at = (column: number): string => `$${i * VALUES_EACH + column}`;
    entries.push(`(${at(1)}::uuid,${at(2)}::timestamptz,${at(3)},${at(4)},${at(5)},${at(6)}::uuid,${at(7)}::uuid,${at(8)})`);
    payloads.push(`(${at(1)}::uuid,${at(9)}::bytea,${at(10)})`);
  }
  return (
    `with payload as (insert into ledger.ledger_payload (entry_id,salt,payload) values ${payloads.join(',')}) ` +
    `insert into ledger.ledger_entry (id,recorded_at,type,cycle,org,step,prev,data) values ${entries.join(',')}`
  );
}
const ONE = statement(1);

/**
 * Writes entries and their payloads inside the caller's transaction, one statement for up to 1,000 entries. Call it after the rows that
 * the entry is about are locked: the log's order follows from that.
 * @param query bound to the transaction that changes the state
 * @throws AppError LEDGER.TYPE_UNKNOWN, LEDGER.FIELD_MALFORMED, JSON.NOT_CANONICAL (all `bug`)
 */
export async function appendLedger(query: LedgerQuery, entries: readonly NewLedgerEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const page = entries.slice(from, from + AT_ONCE);
    const values: unknown[] = [];
    for (const entry of page) {
      const payload = ledgerPayload(entry);
      const salt = randomBytes(32);
      const leaf = ledgerLeaf(entry, ledgerCommitment(sha256, salt, payload));
      const { id, at, type, cycle, org, step, prev } = entry;
      values.push(id, at.toISOString(), type, cycle ?? null, org ?? null, step ?? null, prev ?? null, leaf, salt, payload);
    }
    await query(page.length === 1 ? ONE : statement(page.length), values);
  }
}

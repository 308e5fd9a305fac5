import { type Clock, type Ids, type LedgerEntryDraft, LedgerPort } from '@binhxet/application';
import { type NewLedgerEntry } from '@binhxet/domain';
import { appendLedger } from '../ledger/append-ledger.js';
import { type Sql } from '../sql.js';

/** Collects entries and writes them in one statement just before the commit. */
export class PgLedger extends LedgerPort {
  private readonly entries: NewLedgerEntry[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    super();
  }

  append(entry: LedgerEntryDraft): string {
    const id = this.ids.next();
    this.entries.push({
      id,
      at: this.clock.now(),
      type: entry.type as NewLedgerEntry['type'],
      cycle: entry.cycleId ?? undefined,
      org: entry.org ?? undefined,
      step: entry.stepId ?? undefined,
      prev: entry.prev ?? undefined,
      payload: entry.payload as NewLedgerEntry['payload'],
    });
    return id;
  }

  async flush(): Promise<void> {
    await appendLedger((text, values) => this.sql.query(text, values) as never, this.entries.splice(0));
  }
}

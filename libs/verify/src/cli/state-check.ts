import { type Finding } from '../core/findings.js';
import { isObject, type StateTable } from './export-files.js';
import { RowStream } from './rows.js';

interface Account {
  /** Column → value as the log says; null once the row was removed. */
  columns: Record<string, unknown> | null;
  /** Entry that spoke of it last. */
  entry: string;
  index: number;
}

/** One change as a payload states it: `{table, key, before, after}`; `after` null means removed. */
interface Change {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const isChange = (value: unknown): value is Change =>
  isObject(value) && typeof value['table'] === 'string' && isObject(value['key']) && (value['after'] === null || isObject(value['after']));

/** Replays the `changes` of payloads, in log order, and compares the outcome with exported state tables. */
export class StateCheck {
  private readonly tables = new Map<string, { table: StateTable; rows: Map<string, Account> }>();

  constructor(
    tables: readonly StateTable[],
    private readonly report: (finding: Finding) => void,
  ) {
    for (const table of tables) this.tables.set(table.table, { table, rows: new Map() });
  }

  /** @param payload canonical JSON, commitment checked already */
  replay(payload: string, entry: string, index: number): void {
    if (this.tables.size === 0 || !payload.includes('"changes":')) return;
    const { changes } = JSON.parse(payload) as { changes?: unknown };
    if (!Array.isArray(changes)) return;
    for (const change of changes) {
      if (!isChange(change)) continue;
      const known = this.tables.get(change.table);
      if (!known) continue;
      const row = keyOf(known.table.key, change.key);
      const columns = change.after && { ...(known.rows.get(row)?.columns ?? {}), ...change.key, ...change.after };
      known.rows.set(row, { columns, entry, index });
    }
  }

  /** Reads the state files and reports what differs. */
  finish(folder: string): void {
    for (const { table, rows } of this.tables.values()) {
      const stream = new RowStream(folder, table.file, this.report, isObject);
      for (const stored of stream.rest()) {
        const row = keyOf(table.key, stored);
        const account = rows.get(row);
        rows.delete(row);
        if (!account?.columns) this.report({ code: 'STATE_ROW_ADDED', entry: account?.entry, index: account?.index, table: table.table, row });
        else this.compare(table, row, stored, account);
      }
      for (const [row, { columns, entry, index }] of rows) if (columns) this.report({ code: 'STATE_ROW_MISSING', entry, index, table: table.table, row });
      if (stream.count !== table.rows) this.report({ code: 'FILE_INCOMPLETE', facts: { file: table.file, found: stream.count, expected: table.rows } });
    }
  }

  private compare(table: StateTable, row: string, stored: Record<string, unknown>, { columns, entry, index }: Account): void {
    for (const column of table.columns) {
      if (columns !== null && column in columns && JSON.stringify(columns[column]) !== JSON.stringify(stored[column] ?? null)) {
        this.report({ code: 'STATE_CHANGED', entry, index, table: table.table, row, facts: { column } });
      }
    }
  }
}

function keyOf(names: readonly string[], row: Readonly<Record<string, unknown>>): string {
  return names.map((name) => String(row[name])).join('/');
}

import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { LedgerReader } from './ledger.reader.js';

/** Table → file and one JSON document a row, in the order that lets a reader join them as streams. Format: docs/ledger-export.md. */
const TABLES: readonly { readonly table: string; readonly file: string; readonly rows: string }[] = [
  {
    table: 'ledger.ledger_entry',
    file: 'entry.ndjson',
    rows: `select json_build_object('id', e.id, 'recorded_at', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'type', e.type, 'cycle', e.cycle, 'org', e.org, 'step', e.step, 'prev', e.prev, 'data', e.data)::text as line
           from ledger.ledger_entry e left join ledger.ledger_leaf l on l.entry_id = e.id order by l.index nulls last, e.id`,
  },
  {
    table: 'ledger.ledger_payload',
    file: 'payload.ndjson',
    rows: `select json_build_object('entry_id', p.entry_id, 'salt', encode(p.salt, 'hex'), 'payload', p.payload)::text as line
           from ledger.ledger_payload p left join ledger.ledger_leaf l on l.entry_id = p.entry_id order by l.index nulls last, p.entry_id`,
  },
  {
    table: 'ledger.ledger_leaf',
    file: 'leaf.ndjson',
    rows: `select json_build_object('index', index, 'entry_id', entry_id, 'leaf_hash', encode(leaf_hash, 'hex'))::text as line
           from ledger.ledger_leaf order by index`,
  },
  {
    table: 'ledger.ledger_head',
    file: 'head.ndjson',
    rows: `select json_build_object('size', size, 'root', encode(root, 'hex'), 'checkpoint', checkpoint, 'verifier_key', verifier_key,
             'signed_at', to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text as line
           from ledger.ledger_head order by size`,
  },
  {
    table: 'ledger.ledger_tile',
    file: 'tile.ndjson',
    rows: `select json_build_object('level', level, 'index', index, 'width', width, 'hashes', encode(hashes, 'hex'))::text as line
           from ledger.ledger_tile order by level, index`,
  },
  {
    table: 'ledger.ledger_pending',
    file: 'pending.ndjson',
    rows: `select json_build_object('seq', seq, 'entry_id', entry_id)::text as line from ledger.ledger_pending order by seq`,
  },
];

/** A state table that goes along, so that `verify` can compare it with what the payloads say (their `changes`). */
export interface ExportedState {
  /** `schema.table` as the payloads name it. */
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Columns that payloads account for, key columns included. */
  readonly columns: readonly string[];
}

export interface ExportedLedger {
  readonly dir: string;
  readonly size: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

const FETCH = 5_000;

/**
 * Writes the ledger as one consistent snapshot (repeatable read) into a folder, for `verify` and for auditors. Contains payloads: who may
 * hold it is for the caller to decide.
 * @param client connection of its own, role `bx_read`, no open transaction
 * @param dir made when absent; files of an earlier export in it are replaced
 * @param now goes into the manifest
 */
export async function exportLedger(
  client: pg.ClientBase,
  dir: string,
  now: Date,
  states: readonly ExportedState[] = [],
): Promise<ExportedLedger> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await client.query('begin isolation level repeatable read read only');
  try {
    const head = await new LedgerReader(async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[]).head();
    const tables: { table: string; file: string; rows: number }[] = [];
    for (const { table, file, rows } of TABLES) tables.push({ table, file, rows: await copy(client, rows, path.join(dir, file)) });
    const state: (ExportedState & { file: string; rows: number })[] = [];
    for (const one of states) {
      const file = `state-${one.table.replaceAll(/[^\w]/g, '-')}.ndjson`;
      state.push({ ...one, file, rows: await copy(client, stateRows(one), path.join(dir, file)) });
    }
    const manifest = {
      format: 'binhxet-ledger-export',
      version: 1,
      exportedAt: now.toISOString(),
      size: head?.size ?? 0,
      verifierKey: head?.verifierKey ?? null,
      tables,
      state,
    };
    await writeFile(path.join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return { dir, size: manifest.size, rows: Object.fromEntries([...tables, ...state].map(({ table, rows }) => [table, rows])) };
  } finally {
    await client.query('rollback');
  }
}

function stateRows({ table, key, columns }: ExportedState): string {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const source = table.split('.').map(quoted).join('.');
  const members = columns.map((column) => `'${column.replaceAll("'", "''")}', ${quoted(column)}`).join(', ');
  return `select json_build_object(${members})::text as line from ${source} order by ${key.map(quoted).join(', ')}`;
}

/** One query through a cursor into a file, one line a row. @returns rows written */
async function copy(client: pg.ClientBase, sql: string, file: string): Promise<number> {
  await client.query(`declare export no scroll cursor for ${sql}`);
  const out = createWriteStream(file, { mode: 0o600 });
  let count = 0;
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${FETCH} from export`);
      if (rows.length === 0) break;
      count += rows.length;
      // json_build_object writes no line break: one row is one line.
      if (!out.write(`${rows.map(({ line }) => line).join('\n')}\n`)) await once(out, 'drain');
    }
  } finally {
    out.end();
    await finished(out);
    await client.query('close export');
  }
  return count;
}

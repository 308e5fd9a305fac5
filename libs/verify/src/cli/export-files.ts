import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The parts of `manifest.json` that checking needs; the format is docs/ledger-export.md. */
export interface Manifest {
  readonly exportedAt: string;
  readonly size: number;
  readonly verifierKey: string | null;
  readonly tables: readonly { readonly table: string; readonly file: string; readonly rows: number }[];
  readonly state: readonly StateTable[];
}
export interface StateTable {
  readonly table: string;
  readonly file: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface EntryRow {
  readonly id: string;
  readonly recorded_at: string;
  readonly type: string;
  readonly cycle: string | null;
  readonly org: string | null;
  readonly step: string | null;
  readonly prev: string | null;
  readonly data: string;
}
export interface PayloadRow {
  readonly entry_id: string;
  readonly salt: string;
  readonly payload: string;
}
export interface LeafRow {
  readonly index: number;
  readonly entry_id: string;
  readonly leaf_hash: string;
}
export interface HeadRow {
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
  readonly verifier_key: string;
  readonly signed_at: string;
}
export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly hashes: string;
}

type Members = Readonly<Record<string, 'string' | 'number'>>;
const shaped =
  <Row>(members: Members) =>
  (value: unknown): value is Row => {
    if (typeof value !== 'object' || value === null) return false;
    for (const name in members) if (typeof (value as Record<string, unknown>)[name] !== members[name]) return false;
    return true;
  };

export const isEntryRow = shaped<EntryRow>({ id: 'string', data: 'string', type: 'string', recorded_at: 'string' });
export const isPayloadRow = shaped<PayloadRow>({ entry_id: 'string', salt: 'string', payload: 'string' });
export const isLeafRow = shaped<LeafRow>({ index: 'number', entry_id: 'string', leaf_hash: 'string' });
export const isHeadRow = shaped<HeadRow>({ size: 'number', root: 'string', checkpoint: 'string', verifier_key: 'string' });
export const isTileRow = shaped<TileRow>({ level: 'number', index: 'number', width: 'number', hashes: 'string' });
export const isPendingRow = shaped<{ entry_id: string }>({ entry_id: 'string' });
export const isObject = shaped<Record<string, unknown>>({});

/** Cannot be checked at all, as opposed to checked and found wrong. */
export class Unreadable extends Error {}

/**
 * Opens an export.
 * @param target its folder, or the manifest in it
 * @throws Unreadable
 */
export function openExport(target: string): { folder: string; manifest: Manifest } {
  if (!existsSync(target)) throw new Unreadable(target);
  const folder = statSync(target).isDirectory() ? target : path.dirname(target);
  try {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Partial<Manifest> & { format?: string; version?: number };
    if (manifest.format !== 'binhxet-ledger-export' || manifest.version !== 1 || !Array.isArray(manifest.tables)) throw new Error('format');
    // A file name is the manifest's to say, a folder is not: what lies outside the export is no part of it.
    for (const { file } of [...manifest.tables, ...(manifest.state ?? [])]) if (path.basename(file) !== file) throw new Error('file');
    return { folder, manifest: { state: [], verifierKey: null, size: 0, exportedAt: '', ...manifest } as Manifest };
  } catch {
    throw new Unreadable(path.join(folder, 'manifest.json'));
  }
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type NewLedgerEntry } from '@binhxet/domain';
import { appendLedger, exportLedger, LedgerIntegrator, LedgerReader, type LedgerQuery } from '@binhxet/persistence';
import { newId, SystemClock } from '@binhxet/platform';
import { removeCluster } from '@binhxet/platform/servers';
import pg from 'pg';
import { migrateInstallation, startInstallationDatabase } from '../servers/installation-database.js';
import { DataFolder } from '../stack/data-folder.js';
import { type Figure, quantile, rounded } from './figures.js';

const CYCLE = 'KHOI-BENCH.2023';
const BATCH = 1_000;
const MILLION = 1_000_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Writes entries into a ledger of its own, lets the integrator take them as it would, asks for proofs, exports and verifies. */
export async function benchLedger({ entries, proofs }: { readonly entries: number; readonly proofs: number }): Promise<Figure[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'binhxet-bench-ledger-'));
  chmodSync(root, 0o711);
  const folder = new DataFolder(root);
  const database = await startInstallationDatabase(folder);
  const clients: pg.Client[] = [];
  const connect = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    return client;
  };
  try {
    await migrateInstallation(folder, database);
    const writer = await connect(database.urls.bx_api);
    const appended = await seconds(() => append(writer, entries));
    await (await connect(database.superuserUrl)).query('vacuum analyze');
    const reader = await connect(database.urls.bx_read);
    const integrated = await seconds(() => integrate(database.urls.bx_jobs, folder.ledgerKey, reader));
    const latencies = await prove(reader, proofs);
    const exportDir = path.join(root, 'export');
    await exportLedger(reader, exportDir, new Date());
    const { verifyMain } = await import('@binhxet/verify/cli');
    const lines: string[] = [];
    let code = -1;
    const usage = process.cpuUsage();
    const keep = (line: string) => void lines.push(line);
    const verified = await seconds(async () => {
      code = await verifyMain([exportDir, '--state', path.join(root, 'seen.json')], { out: keep, err: keep, cwd: root });
    });
    const { user, system } = process.cpuUsage(usage);
    if (code !== 0) throw new Error(`the ledger of the bench does not verify: ${lines.slice(-3).join(' | ')}`);
    return figuresOf({ entries, appended, integrated, latencies, verified, verifiedProcessor: (user + system) / 1e6 });
  } finally {
    for (const client of clients) await client.end().catch(() => undefined);
    await database.server.stop();
    removeCluster(folder.postgres);
    rmSync(root, { recursive: true, force: true });
  }
}

async function append(client: pg.Client, count: number): Promise<void> {
  const step = newId();
  const at = new Date();
  const entry = (type: NewLedgerEntry['type'], payload: NewLedgerEntry['payload'], more: Partial<NewLedgerEntry> = {}): NewLedgerEntry => ({ id: newId(), at, type, cycle: CYCLE, org: 'CBL0001', payload, ...more });
  const first = [entry('cycle.opened', { effectiveOn: '2023-12-01' }), entry('step.opened', { kind: 'SELF_REVIEW' }, { step })];
  for (let done = 0; done < count; done += BATCH) {
    const page = done === 0 ? [...first] : [];
    while (page.length < Math.min(BATCH, count - done)) page.push(entry('self-review.submitted', { by: { person: newId(), role: 'MEMBER' }, selfLevel: 2, late: false, sections: { a: 'Nội dung do chương trình đo tốc độ sinh ra' } }, { step }));
    await appendLedger(queryOf(client), page);
  }
}

async function integrate(url: string, keyFile: string, reader: pg.Client): Promise<void> {
  const integrator = new LedgerIntegrator({ url, keyFile, clock: new SystemClock(), log: silent });
  integrator.start();
  try {
    while ((await reader.query('select from ledger.ledger_pending limit 1')).rowCount !== 0) {
      const status = integrator.status();
      if (status.state === 'refused') throw new Error(`the integrator refuses: ${status.code}`);
      await wait(20);
    }
  } finally {
    await integrator.stop();
  }
}

/** Inclusion proofs of leaves all over the log, in the newest tree; the first hundred fill the reader's cache. @returns milliseconds */
async function prove(client: pg.Client, count: number): Promise<number[]> {
  const reader = new LedgerReader(queryOf(client));
  const size = (await reader.head())?.size ?? 0;
  const latencies: number[] = [];
  for (let n = 0; n < count + 100; n++) {
    const began = performance.now();
    await reader.inclusionProof((n * 7919) % size, size);
    if (n >= 100) latencies.push(performance.now() - began);
  }
  return latencies;
}

interface Measured {
  readonly entries: number;
  readonly appended: number;
  readonly integrated: number;
  readonly latencies: readonly number[];
  readonly verified: number;
  /** processor seconds of both threads */
  readonly verifiedProcessor: number;
}

function figuresOf({ entries, appended, integrated, latencies, verified, verifiedProcessor }: Measured): Figure[] {
  return [
    {
      key: 'ledger.integrated',
      label: { vi: 'Mục sổ cái được đưa vào cây mỗi giây', en: 'ledger entries integrated a second' },
      reached: rounded(entries / integrated),
      unit: '/s',
      hold: { operator: '>=', value: 10_000 },
      from: { entries, seconds: rounded(integrated), appendedPerSecond: rounded(entries / appended) },
    },
    {
      key: 'ledger.proof',
      label: { vi: 'Một chứng minh có mặt (trung vị)', en: 'one inclusion proof (median)' },
      reached: rounded(quantile(latencies, 0.5)),
      unit: 'ms',
      hold: { operator: '<', value: 1 },
      from: { proofs: latencies.length, p99: rounded(quantile(latencies, 0.99)) },
    },
    {
      key: 'ledger.verified',
      label: { vi: 'Kiểm tra ngoại tuyến 1.000.000 lá', en: '1,000,000 leaves verified offline' },
      reached: rounded((verified * MILLION) / entries),
      unit: 's',
      hold: { operator: '<', value: 15 },
      from: { leaves: entries, seconds: rounded(verified), processorSeconds: rounded(verifiedProcessor) },
    },
  ];
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function queryOf(client: pg.Client): LedgerQuery {
  return async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[];
}

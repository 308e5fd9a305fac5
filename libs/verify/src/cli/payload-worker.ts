import { workerData, type MessagePort } from 'node:worker_threads';
import { type Finding } from '../core/findings.js';
import { AHEAD, BATCH, packBatch, SENT, TAKEN, type PayloadWork } from './payload-batch.js';
import { PayloadRows, type JudgedPayload } from './payloads.js';

/** The thread that judges payloads while the main one rebuilds the tree. Stays at most `AHEAD` batches before it. */
const { folder, file, wantChanges, counters, port } = workerData as PayloadWork & { port: MessagePort };
const shared = new Int32Array(counters);
let findings: Finding[] = [];
const source = new PayloadRows(folder, file, wantChanges, (finding) => findings.push(finding));

for (let last = false; !last; ) {
  const rows: JudgedPayload[] = [];
  for (let row = source.take(); row; row = rows.length < BATCH ? source.take() : undefined) rows.push(row);
  last = source.peek === undefined;
  const sent = Atomics.load(shared, SENT);
  for (let taken = Atomics.load(shared, TAKEN); sent - taken >= AHEAD; taken = Atomics.load(shared, TAKEN)) Atomics.wait(shared, TAKEN, taken);
  port.postMessage(packBatch(rows, { findings, count: source.count, last }));
  findings = [];
  Atomics.add(shared, SENT, 1);
  Atomics.notify(shared, SENT);
}

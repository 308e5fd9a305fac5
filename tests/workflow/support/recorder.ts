import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const folder = path.resolve(import.meta.dirname, '../../replay/histories');

/** Writes a history for the replay tests, without the name of the machine it was made on. Does nothing in an ordinary run. */
export async function recordHistory(name: string, handle: WorkflowHandle): Promise<void> {
  if (process.env['BX_RECORD_HISTORIES'] !== 'true') return;
  const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
  const anonymous = JSON.stringify(history, (key, value: unknown) => (key === 'identity' ? 'recorder' : value));
  writeFileSync(path.join(folder, `${name}.json`), `${anonymous}\n`);
}

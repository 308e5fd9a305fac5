import { renameSync, writeFileSync } from 'node:fs';

/** Writes JSON that nobody else on the machine may read; whoever reads it sees the old or the new content, never half. */
export function writePrivateFile(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesOfBase64 } from '../core/bytes.js';
import { type SignedCheckpoint, type VerifierKey } from '../core/note.js';
import { Unreadable } from './export-files.js';
import { type SeenCheckpoint } from './heads-check.js';

interface Remembered {
  readonly verifierKey: string;
  readonly size: number;
  /** base64 */
  readonly root: string;
}

/** What earlier runs saw, a log a line by origin: the key first seen and the largest checkpoint found right. */
export class TrustFile {
  private readonly logs: Record<string, Remembered>;

  /** @throws Unreadable for a file that is there and cannot be read: forgetting in silence would hide a fork */
  constructor(private readonly file: string) {
    try {
      this.logs = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Remembered>) : {};
    } catch {
      throw new Unreadable(file);
    }
  }

  keyOf(origin: string): string | undefined {
    return this.logs[origin]?.verifierKey;
  }

  seen(origin: string): SeenCheckpoint | null {
    const known = this.logs[origin];
    const root = known && bytesOfBase64(known.root);
    return root ? { size: known.size, root } : null;
  }

  remember(key: VerifierKey, { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>): void {
    this.logs[key.name] = { verifierKey: key.text, size, root: Buffer.from(root).toString('base64') };
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, `${JSON.stringify(this.logs, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

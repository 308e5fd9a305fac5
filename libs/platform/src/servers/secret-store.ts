import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Random secrets of one installation in a file that only its owner reads (mode 0600). Made once, never shown. */
export class SecretStore {
  private readonly values: Record<string, string>;

  constructor(private readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.values = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    if (existsSync(file)) chmodSync(file, 0o600);
  }

  /** @returns the secret of that name, 192 random bits in URL-safe text, made at first use */
  get(name: string): string {
    const known = this.values[name];
    if (known !== undefined) return known;
    const made = randomBytes(24).toString('base64url');
    this.values[name] = made;
    // A crash while writing must not lose the other secrets: write beside, then rename.
    const beside = `${this.file}.${process.pid}.new`;
    writeFileSync(beside, `${JSON.stringify(this.values, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(beside, this.file);
    return made;
  }
}

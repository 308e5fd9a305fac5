import { type Label } from '@binhxet/messages';
import { isAppError } from '@binhxet/domain';
import { LaunchError } from './launch-error.js';

/** Plain lines on a terminal or in a log: nothing moves, so both read the same. */
export class Terminal {
  private readonly started = performance.now();

  constructor(
    private readonly out: NodeJS.WritableStream = process.stdout,
    private readonly err: NodeJS.WritableStream = process.stderr,
  ) {}

  /** One step, with the seconds since the start. */
  step(label: Label): void {
    const seconds = ((performance.now() - this.started) / 1000).toFixed(1).padStart(6);
    this.out.write(`${seconds} s  ${label.vi} · ${label.en}\n`);
  }

  /** A remark of a tool, already in words. */
  note(line: string): void {
    this.out.write(`          ${line}\n`);
  }

  line(text: string): void {
    this.out.write(`${text}\n`);
  }

  /** A line for the person at the terminal that is no part of a result. */
  remark(text: string): void {
    this.err.write(`${text}\n`);
  }

  say(label: Label): void {
    this.out.write(`${label.vi}\n${label.en}\n`);
  }

  /** A failure: in words where we know them, with code and message otherwise. */
  fail(error: unknown): void {
    if (error instanceof LaunchError) this.err.write(`\n${error.label.vi}\n${error.label.en}\n`);
    else if (isAppError(error)) {
      this.err.write(`\n${error.code}: ${error.message}\n`);
      for (const { pointer, code, facts } of error.errors)
        this.err.write(`  ${pointer}  ${code}  ${facts?.['reason'] ?? ''}\n`);
    } else this.err.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  }

  /** Two columns, the first as wide as its widest entry. */
  table(rows: readonly (readonly [string, string])[]): void {
    const width = Math.max(...rows.map(([name]) => [...name].length));
    this.out.write('\n');
    for (const [name, value] of rows) this.out.write(`  ${name}${' '.repeat(width - [...name].length)}  ${value}\n`);
    this.out.write('\n');
  }
}

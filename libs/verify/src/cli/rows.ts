import { isAscii } from 'node:buffer';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Finding } from '../core/findings.js';

const CHUNK = 1 << 20;

/**
 * Lines of a file; a last line without a line break counts. Whole megabytes are decoded at once and cut as text, which is several times
 * faster than decoding line by line.
 */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, buffer.length - kept, null);
      const filled = kept + read;
      // Cut after the last line break: a character is never split, because no byte of a longer one is a line break.
      const end = read === 0 ? filled : buffer.subarray(0, filled).lastIndexOf(10) + 1;
      if (end > 0) {
        const bytes = buffer.subarray(0, end);
        // The same text either way; ASCII need not be decoded.
        const text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
        let from = 0;
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
          yield text.slice(from, at);
          from = at + 1;
        }
        if (from < text.length) yield text.slice(from);
      }
      if (read === 0) return;
      buffer.copyWithin(0, end, filled);
      kept = filled - end;
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
    }
  } finally {
    closeSync(handle);
  }
}

/** Rows of one NDJSON file, one row looked ahead. */
export class RowStream<Row> {
  private readonly lines: Generator<string>;
  private line = 0;
  /** The next row, not yet taken. */
  peek: Row | undefined;

  constructor(
    folder: string,
    private readonly file: string,
    private readonly report: (finding: Finding) => void,
    private readonly isRow: (value: unknown) => value is Row,
  ) {
    const full = path.join(folder, file);
    this.lines = existsSync(full) ? linesOf(full) : (function* () {})();
    this.advance();
  }

  /** Lines read so far, damaged ones included. */
  get count(): number {
    return this.line;
  }

  take(): Row | undefined {
    const row = this.peek;
    this.advance();
    return row;
  }

  *rest(): Generator<Row> {
    for (let row = this.take(); row !== undefined; row = this.take()) yield row;
  }

  private advance(): void {
    for (;;) {
      const { value, done } = this.lines.next();
      if (done) return void (this.peek = undefined);
      this.line++;
      try {
        const row: unknown = JSON.parse(value);
        if (this.isRow(row)) return void (this.peek = row);
      } catch {
        // Reported below, with the line.
      }
      this.report({ code: 'FILE_DAMAGED', facts: { file: this.file, line: this.line } });
    }
  }
}

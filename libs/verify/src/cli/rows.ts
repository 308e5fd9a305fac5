import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Finding } from '../core/findings.js';

const CHUNK = 1 << 20;

/** Lines of a file, read a megabyte at a time; a last line without a line break counts. */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let rest: Buffer | null = null;
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      let from = 0;
      for (let end = buffer.indexOf(10); end >= 0 && end < read; end = buffer.indexOf(10, from)) {
        const line = buffer.subarray(from, end);
        yield rest ? Buffer.concat([rest, line]).toString('utf8') : line.toString('utf8');
        rest = null;
        from = end + 1;
      }
      if (from < read) rest = Buffer.concat([...(rest ? [rest] : []), buffer.subarray(from, read)]);
    }
    if (rest) yield rest.toString('utf8');
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

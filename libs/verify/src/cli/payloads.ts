import { isCanonicalJson } from '../core/canonical.js';
import { type Finding } from '../core/findings.js';
import { isPayloadRow, type PayloadRow } from './export-files.js';
import { commitmentOfText } from './node-crypto.js';
import { RowStream } from './rows.js';

/** A payload row, hashed and scanned; its text is let go, but for one that states changes. */
export interface JudgedPayload {
  readonly entry_id: string;
  /** Lower-case hex of `SHA-256(salt ‖ payload)`; empty when the salt is none. */
  readonly commitment: string;
  readonly canonical: boolean;
  /** The text, if it may state changes of a table that is compared. */
  readonly text: string | null;
}

/** Payloads in the order of the file, one looked ahead. */
export interface PayloadSource {
  readonly peek: JudgedPayload | undefined;
  /** Lines read so far. */
  readonly count: number;
  take(): JudgedPayload | undefined;
  /** Ends what runs beside; safe to call twice. */
  close(): void;
}

/** @param wantChanges whether state tables are compared */
export function judgePayload({ entry_id, salt, payload }: PayloadRow, wantChanges: boolean): JudgedPayload {
  return {
    entry_id,
    commitment: commitmentOfText(salt, payload),
    canonical: isCanonicalJson(payload),
    text: wantChanges && payload.includes('"changes":') ? payload : null,
  };
}

/** Judges payloads as they are taken. */
export class PayloadRows implements PayloadSource {
  private readonly rows: RowStream<PayloadRow>;
  peek: JudgedPayload | undefined;

  constructor(
    folder: string,
    file: string,
    private readonly wantChanges: boolean,
    report: (finding: Finding) => void,
  ) {
    this.rows = new RowStream(folder, file, report, isPayloadRow);
    this.advance();
  }

  get count(): number {
    return this.rows.count;
  }

  take(): JudgedPayload | undefined {
    const judged = this.peek;
    this.advance();
    return judged;
  }

  close(): void {
    // Nothing runs beside.
  }

  private advance(): void {
    const row = this.rows.take();
    this.peek = row && judgePayload(row, this.wantChanges);
  }
}

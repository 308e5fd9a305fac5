import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import ExcelJS from 'exceljs';

/** A file that is no table at all: said with the line where it stops making sense. */
export class UnreadableTable extends Error {
  constructor(readonly line: number) {
    super(`unreadable at line ${line}`);
  }
}

/** A table as text: columns in their order, cells by column, lines as a person counts them (the header is 1). */
export interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
}
export type TableFormat = 'csv' | 'xlsx';

/** Format by the ending of a file's name; null: neither. */
export function tableFormatOf(name: string): TableFormat | null {
  const ending = /\.(csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'xlsx' ? ending : null;
}

/**
 * Reads one table, row by row as it is parsed. CSV: UTF-8 with or without mark, comma or semicolon; XLSX: the first sheet, the first
 * row is the header.
 * @param most rows; more are refused
 * @throws UnreadableTable
 */
export function readTable(bytes: Uint8Array, format: TableFormat, most = 1_000_000): Promise<TableContent> {
  const table = new Table(most);
  return format === 'xlsx' ? readXlsx(bytes, table) : readCsv(bytes, table);
}

class Table {
  private columns: string[] | null = null;
  private readonly rows: TableContent['rows'][number][] = [];

  constructor(private readonly most: number) {}

  add(row: number, cells: readonly string[]): void {
    if (this.columns === null) this.columns = cells.map((name) => name.trim()).filter((name) => name !== '');
    else if (this.rows.length >= this.most) throw new UnreadableTable(row);
    else this.rows.push({ row, values: Object.fromEntries(this.columns.map((name, at) => [name, cells[at] ?? ''])) });
  }

  content(): TableContent {
    return { columns: this.columns ?? [], rows: this.rows };
  }
}

async function readCsv(bytes: Uint8Array, table: Table): Promise<TableContent> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTable(0);
  }
  const header = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  const parser = Readable.from([text]).pipe(parse({ delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true }));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) table.add(info.lines, record);
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable(Number((error as { lines?: number }).lines ?? 0));
  }
  return table.content();
}

async function readXlsx(bytes: Uint8Array, table: Table): Promise<TableContent> {
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]) as never, { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const cells = Array.from({ length: row.cellCount }, (_, at) => cellText(row.getCell(at + 1).value));
        if (cells.some((cell) => cell !== '')) table.add(row.number, cells);
      }
      return table.content();
    }
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable(0);
  }
  throw new UnreadableTable(0);
}

/** Dates become `YYYY-MM-DD` (a spreadsheet date has no time zone), formulas their result, everything else its text. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('');
    if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
    if ('text' in value) return cellText(value.text as ExcelJS.CellValue);
    return '';
  }
  return String(value);
}

import { readFileSync } from 'node:fs';
import { type TableFile, type TableRow } from '@binhxet/application';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

/** A file that is no table at all: said with the line where it stops making sense. */
export class UnreadableTable extends Error {
  constructor(readonly line: number) {
    super(`unreadable at line ${line}`);
  }
}

/**
 * Reads one table as text. CSV: UTF-8 with or without mark, comma or semicolon; XLSX: the first sheet, the first row is the header.
 * @param file path ending in `.csv` or `.xlsx`
 * @throws UnreadableTable
 */
export async function readTableFile<K extends string>(file: string, name: string, kind: K): Promise<TableFile<K>> {
  return { name, kind, ...(file.endsWith('.xlsx') ? await readXlsx(file) : readCsv(file)) };
}

type Content = Pick<TableFile, 'columns' | 'rows'>;

function readCsv(file: string): Content {
  const bytes = readFileSync(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTable(0);
  }
  const header = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never;
  } catch (error) {
    throw new UnreadableTable(Number((error as { lines?: number }).lines ?? 0));
  }
  return fromLines(lines.map(({ record, info }) => ({ row: info.lines, cells: record })));
}

async function readXlsx(file: string): Promise<Content> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.readFile(file);
  } catch {
    throw new UnreadableTable(0);
  }
  const lines: { row: number; cells: string[] }[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    const cells = Array.from({ length: row.cellCount }, (_, at) => cellText(row.getCell(at + 1).value));
    if (cells.some((cell) => cell !== '')) lines.push({ row: number, cells });
  });
  return fromLines(lines);
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

function fromLines(lines: readonly { readonly row: number; readonly cells: readonly string[] }[]): Content {
  const [header, ...rest] = lines;
  const columns = (header?.cells ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const rows = rest.map(({ row, cells }): TableRow => ({
    row,
    values: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])),
  }));
  return { columns, rows };
}

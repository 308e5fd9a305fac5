import { readFileSync } from 'node:fs';
import { type TableFile } from '@binhxet/application';
import { readTable, UnreadableTable } from '@binhxet/platform/tables';

export { UnreadableTable };

/**
 * Reads one table as text. CSV: UTF-8 with or without mark, comma or semicolon; XLSX: the first sheet, the first row is the header.
 * @param file path ending in `.csv` or `.xlsx`
 * @throws UnreadableTable
 */
export async function readTableFile<K extends string>(file: string, name: string, kind: K): Promise<TableFile<K>> {
  return { name, kind, ...(await readTable(readFileSync(file), file.endsWith('.xlsx') ? 'xlsx' : 'csv')) };
}

import ExcelJS from 'exceljs';
import { readTable, tableFormatOf, UnreadableTable } from './read-table.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readTable', () => {
  it('reads CSV with mark, semicolons and quoted line breaks, and counts lines as a person does', async () => {
    expect(await readTable(bytes('\uFEFFcode;name\nA;"Đảng bộ\nA"\n\nB;Chi bộ\n'), 'csv')).toEqual({
      columns: ['code', 'name'],
      rows: [
        { row: 3, values: { code: 'A', name: 'Đảng bộ\nA' } },
        { row: 5, values: { code: 'B', name: 'Chi bộ' } },
      ],
    });
  });

  it('reads XLSX: dates as days, formulas as their result, empty rows left out', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('x');
    sheet.addRow(['code', 'from', 'n']);
    sheet.addRow(['A', new Date(Date.UTC(2015, 0, 1)), { formula: '1+1', result: 2 }]);
    sheet.addRow([]);
    sheet.addRow(['B', '2016-01-01', 3]);
    expect(await readTable(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer), 'xlsx')).toEqual({
      columns: ['code', 'from', 'n'],
      rows: [
        { row: 2, values: { code: 'A', from: '2015-01-01', n: '2' } },
        { row: 4, values: { code: 'B', from: '2016-01-01', n: '3' } },
      ],
    });
  });

  it.each([
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'csv' as const],
    ['a quote that never ends', bytes('code\n"A'), 'csv' as const],
    ['what is no workbook', bytes('hello'), 'xlsx' as const],
  ])('refuses %s', async (_name, content, format) => {
    await expect(readTable(content, format)).rejects.toBeInstanceOf(UnreadableTable);
  });

  it('refuses more rows than are allowed, and knows files by their ending', async () => {
    await expect(readTable(bytes('code\nA\nB\n'), 'csv', 1)).rejects.toMatchObject({ line: 3 });
    expect([tableFormatOf('a.CSV'), tableFormatOf('b.xlsx'), tableFormatOf('c.pdf')]).toEqual(['csv', 'xlsx', null]);
  });
});

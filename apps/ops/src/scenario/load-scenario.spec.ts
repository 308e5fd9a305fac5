import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { mini } from '../scenarios/mini.scenario.js';
import { loadScenario, readExpected, ScenarioRefused } from './load-scenario.js';
import { issueLines } from './print-issues.js';

describe('loadScenario', () => {
  let folder: string;
  const write = (changes: Readonly<Record<string, string | null>> = {}) => {
    for (const [name, content] of Object.entries({ ...Object.fromEntries(mini()), ...changes }))
      if (content !== null) writeFileSync(path.join(folder, name), content);
  };
  const refused = async () => {
    try {
      await loadScenario(folder);
    } catch (error) {
      if (error instanceof ScenarioRefused)
        return error.issues.map(({ file, row, column, code }) => [file, row, column, code]);
      throw error;
    }
    return [];
  };
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'binhxet-scenario-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lists all faults of a bad folder at once', async () => {
    const files = mini();
    write({
      'scenario.yaml': files
        .get('scenario.yaml')!
        .replace('mode: DRIVEN', 'mode: REAL')
        .replace('seed: 7\nsuperior', 'seed: seven\nsuperior'),
      'members.csv': `${files.get('members.csv')!.replace('OFFICIAL', 'KING')}${files.get('members.csv')!.split('\n')[2]}\n`,
      'marks.csv': `${files.get('marks.csv')!}DB01-1,CELL_MEMBER_LEVEL,M0001,M9999,2\n`,
      'acts.csv': 'actor,act,subject\nM0001,DANCE,\n"M0001,ABSENT\n',
      'results.csv': 'a,b\n1,2\n',
      'posts.csv': null,
    });
    expect(await refused()).toEqual([
      ['scenario.yaml', 0, '/seed', 'IMPORT.HEAD_MALFORMED'],
      ['scenario.yaml', 0, '/years/0/clock/mode', 'IMPORT.HEAD_MALFORMED'],
      ['acts.csv', 0, null, 'IMPORT.FILE_UNREADABLE'],
      ['results.csv', 0, null, 'IMPORT.CELL_NOT_ALLOWED'],
      ['posts', 0, null, 'IMPORT.FILE_MISSING'],
      ['members.csv', 2, 'status', 'IMPORT.CELL_NOT_ALLOWED'],
      ['members.csv', 21, 'code', 'IMPORT.ROW_DUPLICATE'],
      ['marks.csv', 89, 'subject', 'IMPORT.REFERENCE_UNKNOWN'],
    ]);
  });

  it('prints each fault in Vietnamese and English, with place, code and what would be accepted', () => {
    expect(
      issueLines([
        {
          file: 'members.csv',
          row: 3,
          column: 'status',
          code: 'IMPORT.CELL_NOT_ALLOWED',
          facts: { allowed: ['OFFICIAL', 'PROBATIONARY'] },
        },
      ]),
    ).toEqual([
      'members.csv, dòng 3, cột status: giá trị không được phép ở đây (chấp nhận: OFFICIAL, PROBATIONARY) [IMPORT.CELL_NOT_ALLOWED]',
      '    members.csv, row 3, column status: the value is not allowed here (accepted: OFFICIAL, PROBATIONARY)',
    ]);
  });

  it('reads a spreadsheet as it reads the same table in CSV, dates of a spreadsheet included', async () => {
    write();
    const before = await loadScenario(folder);
    const [head, ...rows] = mini()
      .get('members.csv')!
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('members');
    sheet.addRow(head);
    for (const cells of rows)
      sheet.addRow(cells.map((cell) => (/^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)));
    rmSync(path.join(folder, 'members.csv'));
    await workbook.xlsx.writeFile(path.join(folder, 'members.xlsx'));
    expect((await loadScenario(folder)).data.members).toEqual(before.data.members);
  });

  it('reads semicolons, a byte order mark and Windows line ends', async () => {
    write();
    const before = await loadScenario(folder);
    write({ 'members.csv': `\uFEFF${mini().get('members.csv')!.replaceAll(',', ';').replaceAll('\n', '\r\n')}` });
    expect((await loadScenario(folder)).data.members).toEqual(before.data.members);
  });

  it('refuses the same table twice and bytes that are no text', async () => {
    write({ 'members.xlsx': 'no spreadsheet' });
    writeFileSync(path.join(folder, 'posts.csv'), Buffer.from([0x6d, 0xff, 0xfe]));
    expect(await refused()).toEqual([
      ['members.xlsx', 0, null, 'IMPORT.ROW_DUPLICATE'],
      ['posts.csv', 0, null, 'IMPORT.FILE_UNREADABLE'],
    ]);
  });

  it('takes several years in order, and says where they are not', async () => {
    const head = mini().get('scenario.yaml')!;
    const year = head.slice(head.indexOf('  - period:'));
    const next = year.replaceAll('2024-', '2025-').replaceAll('2023-', '2024-').replace('"2023"', '"2024"');
    const marked = (name: string) =>
      mini()
        .get(name)!
        .split('\n')
        .map((line, at) => (line === '' ? '' : at === 0 ? `year,${line}` : `2024,${line}`))
        .join('\n');
    write({ 'scenario.yaml': `${head}${next}`, 'marks.csv': marked('marks.csv') });
    await expect(loadScenario(folder)).resolves.toMatchObject({
      head: { years: [{ period: '2023' }, { period: '2024' }] },
    });
    write({ 'scenario.yaml': `${head}${year}`, 'marks.csv': marked('marks.csv').replaceAll('2024,', '2023,') });
    expect(await refused()).toEqual([['scenario.yaml', 0, '/years/1/period', 'IMPORT.HEAD_MALFORMED']]);
    write({
      'scenario.yaml': `${head}${next.replace('from: 2024-12-01', 'from: 2024-01-01')}`,
      'marks.csv': marked('marks.csv'),
    });
    expect(await refused()).toEqual([['scenario.yaml', 0, '/years/1/clock/from', 'IMPORT.HEAD_MALFORMED']]);
  });

  it('takes registrations at the beginning of a year, and says where they cannot be', async () => {
    const begins = (registration: string) =>
      mini().get('scenario.yaml')!.replace('    packs:', `    registration: ${registration}\n    packs:`);
    const row = (on: string) => `organisation,on,aim\nDB01,${on},1\n`;
    write({
      'scenario.yaml': begins('{ from: 2023-02-01, dueOn: 2023-02-24 }'),
      'registrations.csv': row('2023-02-10'),
    });
    await expect(loadScenario(folder)).resolves.toMatchObject({
      play: { registrations: [{ organisation: 'DB01', aim: 1 }] },
    });
    write({
      'scenario.yaml': begins('{ from: 2023-02-01, dueOn: 2023-12-24 }'),
      'registrations.csv': row('2023-01-10'),
    });
    expect(await refused()).toEqual([
      ['scenario.yaml', 0, '/years/0/registration', 'IMPORT.HEAD_MALFORMED'],
      ['registrations.csv', 2, 'on', 'IMPORT.CELL_NOT_ALLOWED'],
    ]);
    write({ 'registrations.csv': row('2023-02-10') });
    expect(await refused()).toEqual([['registrations.csv', 2, 'year', 'IMPORT.CELL_NOT_ALLOWED']]);
  });

  it('looks at what is expected only when asked', async () => {
    write({ 'expected.yaml': 'results: none' });
    await expect(loadScenario(folder)).resolves.toMatchObject({ head: { name: 'mini' } });
    expect(() => readExpected(folder)).toThrow(ScenarioRefused);
    rmSync(path.join(folder, 'expected.yaml'));
    expect(readExpected(folder)).toBeNull();
  });
});

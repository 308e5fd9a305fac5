import ExcelJS from 'exceljs';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';

type Row = Record<string, string>;
const COLUMNS = ['code', 'fullName', 'bornOn', 'status', 'admittedOn', 'officialOn', 'civilServant', 'organisation', 'joinedOn'];
const csv = (columns: readonly string[], rows: readonly Row[]) => [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(','))].join('\n');
const upload = (name: string, kind: string, content: string | Buffer) => ({ name, kind, content: Buffer.from(content).toString('base64') });
const member = (n: number, more: Row = {}): Row => ({
  code: `M${String(n).padStart(4, '0')}`,
  fullName: `Đảng viên ${n}`,
  status: 'OFFICIAL',
  admittedOn: '2012-03-01',
  officialOn: '2013-03-01',
  civilServant: 'yes',
  organisation: `C${(n % 10) + 1}`,
  joinedOn: '2012-03-01',
  ...more,
});
const organisations = csv(
  ['code', 'name', 'role', 'parent', 'from', 'to'],
  [{ code: 'K', name: 'Khối', role: 'SUPERIOR_ORG', from: '2010-01-01' }, ...Array.from({ length: 10 }, (_, at) => ({ code: `C${at + 1}`, name: `Chi bộ ${at + 1}`, role: 'GRASSROOTS_CELL', parent: 'K', from: '2010-01-01' }))],
);

describe('imports with a preview', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  const post = (path: string, body: unknown) => admin.send('POST', `/api/v1/import-batches${path}`, body);
  const stage = async (...files: unknown[]) => (await post('', { files })).json() as { batchId: string; counts: Record<string, number> };
  const rows = async (id: string, query = '') => ((await admin.get(`/api/v1/import-batches/${id}/rows?limit=100${query}`)).json() as { items: { n: number; row: number; class: string; differences: unknown[]; faults: { column: string; code: string }[] }[] }).items;
  const accept = (id: string, classes: string[]) => post(`/${id}/decisions`, { decision: 'ACCEPTED', classes });
  const apply = async (id: string) => (await post(`/${id}/apply`, {})).json() as { written: number; remaining: number; waiting: number };
  const members = async () => Number((await api.db.query('select count(*) from app.member')).rows[0].count);

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    const { batchId, counts } = await stage(upload('to-chuc.csv', 'organisations', organisations));
    expect(counts).toMatchObject({ ADDED: 11, FAULTY: 0 });
    await accept(batchId, ['ADDED']);
    expect(await apply(batchId)).toMatchObject({ written: 11, remaining: 0 });
  });
  afterAll(() => api?.stop());

  /** Twelve of a thousand rows are wrong, each in its own way. */
  const BAD: Readonly<Record<number, [Row, string, string]>> = {
    10: [{ status: 'KING' }, 'status', 'IMPORT.CELL_NOT_ALLOWED'],
    20: [{ admittedOn: '31/02/2012' }, 'admittedOn', 'IMPORT.CELL_MALFORMED'],
    30: [{ fullName: '' }, 'fullName', 'IMPORT.CELL_EMPTY'],
    40: [{ organisation: 'C99' }, 'organisation', 'IMPORT.REFERENCE_UNKNOWN'],
    50: [{ organisation: 'K' }, 'organisation', 'IMPORT.NOT_A_CELL'],
    60: [{ officialOn: '2011-01-01' }, 'officialOn', 'IMPORT.DATES_REVERSED'],
    70: [{ joinedOn: '2011-01-01' }, 'joinedOn', 'IMPORT.DATES_REVERSED'],
    80: [{ officialOn: '' }, 'officialOn', 'IMPORT.CELL_EMPTY'],
    90: [{ code: 'M0089' }, 'code', 'IMPORT.ROW_DUPLICATE'],
    100: [{ civilServant: 'maybe' }, 'civilServant', 'IMPORT.CELL_NOT_ALLOWED'],
    110: [{ bornOn: '2015-01-01' }, 'admittedOn', 'IMPORT.DATES_REVERSED'],
    120: [{ code: 'M 120' }, 'code', 'IMPORT.CELL_MALFORMED'],
  };
  const file = (bad: boolean) => upload('dang-vien.csv', 'members', csv(COLUMNS, Array.from({ length: 1000 }, (_, at) => member(at + 1, bad ? BAD[at + 1]?.[0] : {}))));

  it('writes 988 of 1,000 rows and names the twelve others by row and column; mended, it writes 12; the third time nothing', async () => {
    const first = await stage(file(true));
    expect(first.counts).toMatchObject({ ADDED: 988, FAULTY: 12 });
    expect((await rows(first.batchId, '&class=FAULTY')).map((row) => [row.row - 1, row.faults[0]!.column, row.faults[0]!.code])).toEqual(Object.entries(BAD).map(([row, [, column, code]]) => [Number(row), column, code]));
    expect(await members()).toBe(0);
    expect(await apply(first.batchId)).toMatchObject({ written: 0, remaining: 0 });
    await accept(first.batchId, ['ADDED']);
    expect(await apply(first.batchId)).toMatchObject({ written: 988, remaining: 0, waiting: 0 });
    expect(await apply(first.batchId)).toMatchObject({ written: 0 });
    expect(await members()).toBe(988);

    const second = await stage(file(false));
    expect(second.counts).toMatchObject({ ADDED: 12, UNCHANGED: 988, CHANGED: 0, CONFLICT: 0 });
    await accept(second.batchId, ['ADDED', 'CHANGED', 'ENDED', 'CONFLICT']);
    expect(await apply(second.batchId)).toMatchObject({ written: 12 });

    const third = await stage(file(false));
    expect(third.counts).toMatchObject({ UNCHANGED: 1000, ADDED: 0 });
    expect((await accept(third.batchId, ['ADDED', 'CHANGED', 'ENDED', 'CONFLICT', 'UNCHANGED'])).json()).toEqual({ decided: 0, remaining: 0 });
    expect(await apply(third.batchId)).toMatchObject({ written: 0 });
    expect(await members()).toBe(1000);
    const { rows: kept } = await api.db.query('select count(*)::int as n from app.member_superseded');
    expect(kept[0].n).toBe(0);
  });

  it('shows stored and incoming side by side, and writes what is accepted one by one', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Đảng viên');
    sheet.addRow(COLUMNS);
    for (const row of [
      member(1, { bornOn: '1980-05-01' }),
      member(2, { organisation: 'C1', joinedOn: '2024-07-01' }),
      member(3, { fullName: 'Đảng viên khác' }),
      member(4, { fullName: 'Tên khác nữa' }),
      member(5),
    ])
      sheet.addRow(COLUMNS.map((name) => row[name] ?? ''));
    const { batchId, counts } = await stage(upload('sua.xlsx', 'members', Buffer.from(await workbook.xlsx.writeBuffer())));
    expect(counts).toMatchObject({ CHANGED: 2, CONFLICT: 2, UNCHANGED: 1 });
    const found = await rows(batchId);
    expect(found.map((row) => [row.class, row.differences])).toEqual([
      ['CHANGED', [{ column: 'bornOn', stored: null, incoming: '1980-05-01' }]],
      ['CHANGED', [{ column: 'organisation', stored: 'C3', incoming: 'C1' }, { column: 'joinedOn', stored: '2012-03-01', incoming: '2024-07-01' }]],
      ['CONFLICT', [{ column: 'fullName', stored: 'Đảng viên 3', incoming: 'Đảng viên khác' }]],
      ['CONFLICT', [{ column: 'fullName', stored: 'Đảng viên 4', incoming: 'Tên khác nữa' }]],
      ['UNCHANGED', []],
    ]);
    await post(`/${batchId}/decisions`, { decision: 'ACCEPTED', rows: [0, 1, 2] });
    await post(`/${batchId}/decisions`, { decision: 'REFUSED', rows: [3] });
    expect((await post(`/${batchId}/decisions`, { decision: 'ACCEPTED', rows: [4] })).json().code).toBe('IMPORT.ROWS_NOT_DECIDABLE');
    expect(await apply(batchId)).toMatchObject({ written: 3, remaining: 0 });
    const { rows: people } = await api.db.query(`select code, full_name, to_char(born_on, 'YYYY-MM-DD') as born from app.member where code in ('M0001', 'M0003', 'M0004') order by code`);
    expect(people).toEqual([
      { code: 'M0001', full_name: 'Đảng viên 1', born: '1980-05-01' },
      { code: 'M0003', full_name: 'Đảng viên khác', born: null },
      { code: 'M0004', full_name: 'Đảng viên 4', born: null },
    ]);
    const timeline = (await admin.get('/api/v1/members/M0002/timeline')).json() as { memberships: { from: string; to: string | null; organisation: { code: string }; supersededAt: string | null }[] };
    expect(timeline.memberships.filter((row) => row.supersededAt === null).map((row) => [row.organisation.code, row.from, row.to])).toEqual([
      ['C1', '2024-07-01', null],
      ['C3', '2012-03-01', '2024-06-30'],
    ]);
    const { rows: before } = await api.db.query(`select full_name from app.member_superseded s join app.member m using (id) where m.code = 'M0003'`.replace('full_name', 's.full_name'));
    expect(before).toEqual([{ full_name: 'Đảng viên 3' }]);
  });

  it('ends organisations, adds versions that follow, and calls the rest conflicts', async () => {
    const table = csv(
      ['code', 'name', 'role', 'parent', 'from', 'to', 'decision'],
      [
        { code: 'C9', name: 'Chi bộ đổi tên', role: 'GRASSROOTS_CELL', parent: 'K', from: '2026-01-01', decision: '09-QĐ' },
        { code: 'C8', name: 'Chi bộ 8 khác', role: 'GRASSROOTS_CELL', parent: 'K', from: '2010-01-01' },
        { code: 'C11', name: 'Chi bộ 11', role: 'GRASSROOTS_CELL', parent: 'K', from: '2020-01-01' },
        { code: 'C10', name: 'Chi bộ 10', role: 'GRASSROOTS_CELL', parent: 'K', from: '2010-01-01', to: '2026-06-30' },
      ],
    );
    const { batchId } = await stage(upload('to-chuc.csv', 'organisations', table));
    expect((await rows(batchId)).map((row) => row.class)).toEqual(['CHANGED', 'CONFLICT', 'ADDED', 'ENDED']);
    await accept(batchId, ['ADDED', 'CHANGED', 'ENDED']);
    // Nobody is left behind: C10 ends when its members have gone elsewhere.
    expect(await apply(batchId)).toMatchObject({ written: 2, waiting: 1, remaining: 1 });
    await api.db.query(`update app.membership set to_on = '2026-06-30' where organisation_id = (select id from app.organisation where code = 'C10')`);
    expect(await apply(batchId)).toMatchObject({ written: 1, remaining: 0 });
    const { rows: versions } = await api.db.query(
      `select o.code, v.name, to_char(v.from_on, 'YYYY-MM-DD') as "from", to_char(v.to_on, 'YYYY-MM-DD') as "to" from app.organisation_version v join app.organisation o on o.id = v.organisation_id
       where v.superseded_at is null and o.code in ('C9', 'C8', 'C11', 'C10') order by o.code, v.from_on`,
    );
    expect(versions).toEqual([
      { code: 'C10', name: 'Chi bộ 10', from: '2010-01-01', to: '2026-06-30' },
      { code: 'C11', name: 'Chi bộ 11', from: '2020-01-01', to: null },
      { code: 'C8', name: 'Chi bộ 8', from: '2010-01-01', to: null },
      { code: 'C9', name: 'Chi bộ 9', from: '2010-01-01', to: '2025-12-31' },
      { code: 'C9', name: 'Chi bộ đổi tên', from: '2026-01-01', to: null },
    ]);
    expect((await stage(upload('to-chuc.csv', 'organisations', table))).counts).toMatchObject({ UNCHANGED: 3, CONFLICT: 1 });
  });

  it('keeps every predecessor of a merger, and finds them again', async () => {
    const merged = (lineageOf: string) =>
      upload(
        'hop-nhat.csv',
        'organisations',
        csv(['code', 'name', 'role', 'parent', 'from', 'lineageOf', 'decision'], [{ code: 'HN', name: 'Chi bộ hợp nhất', role: 'GRASSROOTS_CELL', parent: 'K', from: '2024-03-01', lineageOf, decision: '9-QĐ' }]),
      );
    const first = await stage(merged('C8;C7'));
    expect(first.counts).toMatchObject({ ADDED: 1, FAULTY: 0 });
    await accept(first.batchId, ['ADDED']);
    expect(await apply(first.batchId)).toMatchObject({ written: 1, waiting: 0 });
    const lineage = (await admin.get('/api/v1/organisations/HN/lineage')).json() as { predecessors: { code: string; kind: string; decision: string }[] };
    expect(lineage.predecessors.map(({ code, kind, decision }) => [code, kind, decision]).sort()).toEqual([
      ['C7', 'MERGE', '9-QĐ'],
      ['C8', 'MERGE', '9-QĐ'],
    ]);
    expect((await stage(merged('C7; C8'))).counts).toMatchObject({ UNCHANGED: 1 });
    const other = await stage(merged('C7;C6'));
    expect(other.counts).toMatchObject({ CONFLICT: 1 });
    expect((await rows(other.batchId))[0]!.differences).toEqual([{ column: 'lineageOf', stored: 'C7;C8', incoming: 'C6;C7' }]);
  });

  it('lets good rows go first: what refers to a row that is not in waits for it', async () => {
    const cells = csv(['code', 'name', 'role', 'parent', 'from'], [{ code: 'C20', name: '', role: 'GRASSROOTS_CELL', parent: 'K', from: '2020-01-01' }]);
    const people = csv(COLUMNS, [member(2001, { organisation: 'C20' }), member(2002, { organisation: 'C1' })]);
    const { batchId, counts } = await stage(upload('a.csv', 'organisations', cells), upload('b.csv', 'members', people));
    expect(counts).toMatchObject({ FAULTY: 1, ADDED: 2 });
    await accept(batchId, ['ADDED']);
    expect(await apply(batchId)).toMatchObject({ written: 1, waiting: 1, remaining: 1 });
    const mended = await stage(upload('a.csv', 'organisations', cells.replace('C20,,', 'C20,Chi bộ 20,')));
    await accept(mended.batchId, ['ADDED']);
    await apply(mended.batchId);
    expect(await apply(batchId)).toMatchObject({ written: 1, waiting: 0, remaining: 0 });
  });

  it('records each chunk, keeps no name in it, and forgets a cancelled import', async () => {
    const { rows: entries } = await api.db.query(`select p.payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'import.recorded'`);
    expect(entries.length).toBeGreaterThan(4);
    expect(entries.map((entry: { payload: string }) => entry.payload).join()).not.toContain('Đảng viên');
    const { batchId } = await stage(upload('x.csv', 'members', csv(COLUMNS, [member(3001)])));
    expect((await post(`/${batchId}/cancel`, undefined)).statusCode).toBe(204);
    expect((await accept(batchId, ['ADDED'])).json().code).toBe('IMPORT.BATCH_CLOSED');
  });

  it.each([
    ['a file that is no table', [upload('x.xlsx', 'members', 'hello')], 'IMPORT.FILE_UNREADABLE'],
    ['another ending', [upload('x.pdf', 'members', 'code')], 'REQUEST.INVALID'],
    ['no files', [], 'REQUEST.INVALID'],
  ])('refuses %s', async (_name, files, code) => {
    expect((await post('', { files })).json().code).toBe(code);
  });
});

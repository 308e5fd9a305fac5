import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';

const CANARY = 'Đảng viên Chim Hoàng Yến';
const table = (kind: string, columns: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  name: `${kind}.csv`,
  kind,
  columns,
  rows: rows.map((cells, at) => ({
    row: at + 2,
    values: Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])),
  })),
});
const organisations = table(
  'organisations',
  ['code', 'name', 'role', 'parent', 'from'],
  ['K', 'Khối', 'SUPERIOR_ORG', '', '2015-01-01'],
  ['C', 'Chi bộ', 'GRASSROOTS_CELL', 'K', '2015-01-01'],
);
const MEMBER = ['code', 'fullName', 'status', 'admittedOn', 'officialOn', 'civilServant', 'organisation', 'joinedOn'];
const members = (...rows: readonly (readonly string[])[]) => table('members', MEMBER, ...rows);
const sound = ['M1', CANARY, 'OFFICIAL', '2010-05-19', '2011-05-19', 'yes', 'C', '2015-01-01'];

describe('POST /imports', () => {
  let api: ApiUnderTest;
  let administrator: SignedInClient;
  const send = (body: unknown) => administrator.send('POST', '/api/v1/imports', body);
  const stored = async () => Number((await api.db.query('select count(*) from app.member')).rows[0].count);
  beforeAll(async () => {
    api = await startApi();
    administrator = await api.signedIn({ grant: 'ADMINISTRATOR' });
  });
  afterAll(() => api.stop());

  it('names every bad row with its place, stores nothing and repeats no name', async () => {
    const answer = await send({
      files: [
        organisations,
        members(
          sound,
          ['M1', CANARY, 'KING', '2010-05-19', '', 'yes', 'X', '2015-01-01'],
          ['M2', CANARY, 'OFFICIAL', '2010-05-19', '2009-01-01', 'yes', 'K', '2015-01-01'],
        ),
      ],
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'IMPORT.REFUSED', facts: { issues: 3 } });
    expect(
      answer
        .json()
        .errors.map((one: { facts: { file: string; row: number; column: string }; code: string }) => [
          one.facts.file,
          one.facts.row,
          one.facts.column,
          one.code,
        ]),
    ).toEqual([
      ['members.csv', 3, 'status', 'IMPORT.CELL_NOT_ALLOWED'],
      ['members.csv', 4, 'officialOn', 'IMPORT.DATES_REVERSED'],
      ['members.csv', 4, 'organisation', 'IMPORT.NOT_A_CELL'],
    ]);
    expect(answer.body).not.toContain('Hoàng Yến');
    expect(api.log.join('\n')).not.toContain('Hoàng Yến');
    expect(await stored()).toBe(0);
  });

  it.each([
    ['no files', { files: [] }],
    ['an unknown kind', { files: [{ ...organisations, kind: 'ballots' }] }],
    ['a path as a name', { files: [{ ...organisations, name: '../../etc/passwd' }] }],
    ['a number for a cell', { files: [{ ...organisations, rows: [{ row: 2, values: { code: 7 } }] }] }],
    ['a cell of a book', { files: [{ ...organisations, rows: [{ row: 2, values: { name: 'x'.repeat(4001) } }] }] }],
  ])('refuses %s', async (_, body) => {
    const answer = await send(body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'REQUEST.INVALID']);
  });

  it('tries, imports, and changes nothing the second time', async () => {
    const files = [organisations, members(sound)];
    expect((await send({ files, dryRun: true })).json()).toMatchObject({
      changed: false,
      counts: { organisations: 2, members: 1 },
    });
    expect(await stored()).toBe(0);
    expect((await send({ files })).json()).toMatchObject({ changed: true, counts: { organisations: 2, members: 1 } });
    expect((await send({ files })).json()).toMatchObject({ changed: false });
    expect(await stored()).toBe(1);
    expect(
      (await administrator.send('POST', '/api/v1/accounts/activation-codes', { memberCodes: ['M1'] })).json(),
    ).toMatchObject([{ memberCode: 'M1', login: 'm1' }]);
  });

  it('is for administrators alone', async () => {
    const auditor = await api.signedIn({
      grant: 'AUDITOR',
      organisationId: (await api.db.query(`select id from app.organisation where code = 'K'`)).rows[0].id as string,
    });
    expect((await auditor.send('POST', '/api/v1/imports', { files: [organisations] })).statusCode).toBe(403);
  });
});

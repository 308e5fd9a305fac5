import { type Actor, type ImportFile, type ImportKind, ImportDataService } from '@binhxet/application';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { SystemClock, newId, newSecretId } from '@binhxet/platform';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';

const table = (kind: ImportKind, ...lines: string[]): ImportFile => {
  const [head, ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return {
    name: `${kind}.csv`,
    kind,
    columns: head!,
    rows: rows.map((cells, index) => ({
      row: index + 2,
      values: Object.fromEntries(head!.map((name, at) => [name, cells[at] ?? ''])),
    })),
  };
};
const folder = (): ImportFile[] => [
  table(
    'organisations',
    'code | name | role | parent | from | to',
    'A-1 | Chi bộ 1 | SUBORDINATE_CELL | A | 2015-01-01 |',
    'K | Khối | SUPERIOR_ORG | | 2015-01-01 |',
    'A | Đảng bộ cũ | GRASSROOTS_COMMITTEE_ORG | K | 2015-01-01 | 2020-12-31',
    'A | Đảng bộ A | GRASSROOTS_COMMITTEE_ORG | K | 2021-01-01 |',
  ),
  table(
    'members',
    'code | fullName | status | admittedOn | officialOn | civilServant | organisation | joinedOn',
    'M1 | Đảng viên 0001 | OFFICIAL | 2010-05-19 | 2011-05-19 | yes | A-1 | 2018-01-01',
    'M2 | Đảng viên 0002 | PROBATIONARY | 2023-02-03 | | no | A-1 | 2023-02-03',
  ),
  table('memberships', 'member | organisation | from | to', 'M1 | A-1 | 2010-05-19 | 2017-12-31'),
  table('periods', 'member | kind | from | to', 'M1 | SICK_LEAVE | 2023-01-01 | 2023-02-01'),
  table(
    'posts',
    'member | organisation | body | post | head | from',
    'M1 | A | PARTY_COMMITTEE | SECRETARY | yes | 2020-01-01',
    'M1 | A-1 | MEMBERS_MEETING | SECRETARY | yes | 2020-01-01',
  ),
  table(
    'history',
    'subjectKind | subject | year | pack | level | nonLevel | state | cancelledReason',
    'MEMBER | M1 | 2020 | P2019 | 4 | | VALID |',
    'MEMBER | M1 | 2020 | P2019 | 1 | | CANCELLED | đánh giá lại',
    'ORGANISATION | A | 2020 | P2019 | 2 | | |',
    'COLLECTIVE | A | 2020 | P2019 | | NOT_RATED | |',
  ),
  table(
    'facts',
    'subjectKind | subject | year | key | value',
    'MEMBER | M1 | 2023 | disciplined | false',
    'ORGANISATION | A | 2023 | targets | 100',
  ),
];
const EMPTY = { organisations: 0, members: 0, memberships: 0, periods: 0, posts: 0, history: 0, facts: 0 };

describe('import into PostgreSQL', () => {
  let database: TestDatabase;
  let source: Awaited<ReturnType<typeof openDataSource>>;
  let service: ImportDataService;
  const actor: Actor = {
    accountId: newId(),
    memberId: null,
    capacities: [{ kind: 'GRANT', role: 'ADMINISTRATOR', organisationId: null }],
  };
  const clock = new SystemClock();
  const count = async (name: string) => Number((await source.query(`select count(*) as n from ${name}`))[0].n);

  beforeAll(async () => {
    database = await startTestDatabase('import');
    source = await openDataSource({
      url: database.urls.bx_api,
      poolSize: 4,
      applicationName: 'test',
      onPoolError: (error) => {
        throw error;
      },
    });
    service = new ImportDataService(new PgUnitOfWork(source, clock, { next: newId, secret: newSecretId }), clock, {
      next: newId,
      secret: newSecretId,
    });
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it('refuses all when one row is bad, and writes nothing', async () => {
    const bad = folder().map((file) =>
      file.kind === 'members'
        ? {
            ...file,
            rows: [...file.rows, { row: 9, values: { ...file.rows[0]!.values, code: 'M3', organisation: 'A' } }],
          }
        : file,
    );
    await expect(service.run(actor, bad)).rejects.toMatchObject({
      code: 'IMPORT.REFUSED',
      kind: 'invalid',
      facts: { issues: 1 },
      errors: [
        {
          pointer: '/members.csv/9/organisation',
          code: 'IMPORT.NOT_A_CELL',
          facts: { file: 'members.csv', row: 9, column: 'organisation' },
        },
      ],
    });
    expect(await count('app.organisation')).toBe(0);
    expect(await count('app.import_run')).toBe(0);
  });

  it('tries without writing', async () => {
    expect(await service.run(actor, folder(), { dryRun: true })).toMatchObject({
      changed: false,
      counts: { organisations: 4, members: 2, facts: 2 },
    });
    expect(await count('app.organisation')).toBe(0);
  });

  it('writes everything in one transaction and records it', async () => {
    const answer = await service.run(actor, folder());
    expect(answer).toMatchObject({
      changed: true,
      counts: { organisations: 4, members: 2, memberships: 1, periods: 1, posts: 2, history: 4, facts: 2 },
    });
    expect(await count('app.account')).toBe(2);
    const closure = await source.query(
      'select a.code as above, d.code as below, c.depth from app.organisation_closure c join app.organisation a on a.id = c.ancestor_id join app.organisation d on d.id = c.descendant_id order by 1, 2',
    );
    expect(closure).toEqual([
      { above: 'A', below: 'A', depth: 0 },
      { above: 'A', below: 'A-1', depth: 1 },
      { above: 'A-1', below: 'A-1', depth: 0 },
      { above: 'K', below: 'A', depth: 1 },
      { above: 'K', below: 'A-1', depth: 2 },
      { above: 'K', below: 'K', depth: 0 },
    ]);
    expect(
      await source.query(
        'select o.code, b.kind from app.body b join app.organisation o on o.id = b.organisation_id order by 1, 2',
      ),
    ).toEqual([
      { code: 'A', kind: 'PARTY_COMMITTEE' },
      { code: 'A-1', kind: 'MEMBERS_MEETING' },
    ]);
    expect(
      await source.query(
        `select e.type, p.payload::json->>'sha256' as sha256 from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id`,
      ),
    ).toEqual([{ type: 'import.recorded', sha256: answer.sha256 }]);
    expect((await source.query(`select name_key from app.member where code = 'M1'`))[0].name_key).toBe(
      '0001 Đảng viên',
    );
  });

  it('changes nothing when the same content comes again, in another order and under other file names', async () => {
    const again = folder()
      .reverse()
      .map((file) => ({ ...file, name: `x-${file.name}` }));
    expect(await service.run(actor, again)).toMatchObject({ changed: false, counts: { members: 2 } });
    expect(await count('app.import_run')).toBe(1);
  });

  it('adds what is new and leaves what is stored alike', async () => {
    const more = folder().map((file) =>
      file.kind === 'members'
        ? { ...file, rows: [...file.rows, { row: 4, values: { ...file.rows[0]!.values, code: 'M3' } }] }
        : file,
    );
    expect(await service.run(actor, more)).toMatchObject({ changed: true, counts: { ...EMPTY, members: 1 } });
    expect(await count('app.account')).toBe(3);
    expect(await count('app.membership')).toBe(4);
  });

  it('refuses rows that contradict what is stored, each with its place', async () => {
    const other = folder().map((file) => ({
      ...file,
      rows: file.rows.map((row) => {
        if (file.kind === 'organisations' && row.row === 2)
          return { ...row, values: { ...row.values, name: 'Chi bộ khác' } };
        if (file.kind === 'members' && row.row === 3)
          return { ...row, values: { ...row.values, status: 'OFFICIAL', officialOn: '2024-02-03' } };
        if (file.kind === 'history' && row.row === 2) return { ...row, values: { ...row.values, level: '3' } };
        if (file.kind === 'facts' && row.row === 3) return { ...row, values: { ...row.values, value: '90' } };
        return row;
      }),
    }));
    await expect(service.run(actor, other)).rejects.toMatchObject({
      errors: [
        { pointer: '/organisations.csv/2/code', code: 'IMPORT.ROW_DIFFERS_FROM_STORED' },
        { pointer: '/members.csv/3/code' },
        { pointer: '/history.csv/2/level' },
        { pointer: '/facts.csv/3/value' },
      ],
    });
  });

  it('keeps every predecessor of a merger, as a decision about the tree, once', async () => {
    const organisations = table(
      'organisations',
      'code | name | role | parent | from | to | lineageOf | decision',
      'K1 | Khối các cơ quan | SUPERIOR_ORG | | 2010-01-01 | 2019-05-01 | | 1676-QĐ/TU',
      'K2 | Khối doanh nghiệp | SUPERIOR_ORG | | 2010-01-01 | 2019-05-01 | | 1676-QĐ/TU',
      'K3 | Khối hợp nhất | SUPERIOR_ORG | | 2019-05-02 | | K2; K1 | 1676-QĐ/TU',
      'K4 | Khối nhận thêm | SUPERIOR_ORG | | 2010-01-01 | 2019-05-01 | |',
      'K4 | Khối nhận thêm | SUPERIOR_ORG | | 2019-05-02 | | K1;K2 | 1677-QĐ/TU',
    );
    const links = () =>
      source.query(
        `select s.code, p.code as before, l.kind, to_char(l.effective_on, 'YYYY-MM-DD') as on, c.decision_number as decision, c.content ->> 'kind' as decided
         from app.lineage l join app.organisation p on p.id = l.predecessor_id join app.organisation s on s.id = l.successor_id join app.organisation_change c on c.id = l.change_id order by 1, 2`,
      );
    const expected = [
      ['K3', 'MERGE', '1676-QĐ/TU'],
      ['K4', 'ABSORB', '1677-QĐ/TU'],
    ].flatMap(([code, kind, decision]) =>
      ['K1', 'K2'].map((before) => ({ code, before, kind, on: '2019-05-02', decision, decided: kind })),
    );
    expect((await service.run(actor, [organisations])).counts.organisations).toBe(5);
    expect(await links()).toEqual(expected);
    expect(await count('app.organisation_change_touches')).toBe(6);
    // The same merger within another import: nothing is decided twice.
    expect(
      (await service.run(actor, [organisations, ...folder().filter((file) => file.kind === 'facts')])).counts
        .organisations,
    ).toBe(0);
    expect(await links()).toEqual(expected);
    expect(await count('app.organisation_change')).toBe(2);
  });

  it('costs the same for each member however many there are', async () => {
    const columns = 'code | fullName | status | admittedOn | officialOn | civilServant | organisation | joinedOn';
    const people = (prefix: string, count: number) =>
      table(
        'members',
        columns,
        ...Array.from(
          { length: count },
          (_, n) => `${prefix}${n} | Đảng viên ${n} | OFFICIAL | 2010-05-19 | 2011-05-19 | yes | A-1 | 2018-01-01`,
        ),
      );
    const timed = async (prefix: string, count: number) => {
      const files = [people(prefix, count)];
      const started = performance.now();
      expect((await service.run(actor, files)).counts.members).toBe(count);
      return (performance.now() - started) / count;
    };
    await timed('W', 500);
    const few = await timed('F', 1_000);
    // Ten times as many: three times the time for each would be a plan that grows with the table.
    expect(await timed('N', 10_000)).toBeLessThan(3 * few);
  });
});

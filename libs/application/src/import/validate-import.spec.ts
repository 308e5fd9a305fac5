import { type ImportKind } from './import-columns.js';
import { type ImportFile, validateImport } from './validate-import.js';
import { validateScenario } from './validate-scenario.js';

const table = <K extends string>(kind: K, ...lines: string[]) => {
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
const sound = (): ImportFile[] => [
  table(
    'organisations',
    'code | name | role | parent | from',
    'K | Khối | SUPERIOR_ORG | | 2015-01-01',
    'A | Đảng bộ A | GRASSROOTS_COMMITTEE_ORG | K | 2015-01-01',
    'A-1 | Chi bộ 1 | SUBORDINATE_CELL | A | 2015-01-01',
  ),
  table(
    'members',
    'code | fullName | status | admittedOn | officialOn | civilServant | organisation | joinedOn',
    'M1 | Đảng viên 1 | OFFICIAL | 2010-05-19 | 19/05/2011 | có | A-1 | 2015-01-01',
  ),
  table(
    'posts',
    'member | organisation | body | post | head | from',
    'M1 | A | PARTY_COMMITTEE | SECRETARY | yes | 2020-01-01',
  ),
];
const faults = (files: readonly ImportFile[]) =>
  validateImport(files).issues.map((issue) => [issue.file, issue.row, issue.column, issue.code, issue.facts]);
const swap = (kind: ImportKind, ...lines: string[]) => [
  ...sound().filter((file) => file.kind !== kind),
  table(kind, ...lines),
];

describe('validateImport', () => {
  it('reads sound tables, whatever the order of rows, and normalises dates', () => {
    const { issues, records } = validateImport(sound());
    expect(issues).toEqual([]);
    expect(records.members[0]).toMatchObject({
      code: 'M1',
      officialOn: '2011-05-19',
      civilServant: true,
      bornOn: null,
    });
    const upside = sound().map((file) => ({ ...file, rows: [...file.rows].reverse() }));
    expect(faults(upside)).toEqual([]);
  });

  it('takes one predecessor or several, each once, and the decision of a merger', () => {
    const merged = (...rows: string[]) =>
      swap(
        'organisations',
        'code | name | role | parent | from | to | lineageOf | decision',
        'K | Khối | SUPERIOR_ORG | | 2019-05-02 | | K1; K2 | 1676-QĐ/TU',
        ...rows,
      );
    const before = [
      'K1 | Khối cũ 1 | SUPERIOR_ORG | | 2010-01-01 | 2019-05-01 | |',
      'K2 | Khối cũ 2 | SUPERIOR_ORG | | 2010-01-01 | 2019-05-01 | |',
    ];
    const rest = [
      'A | Đảng bộ A | GRASSROOTS_COMMITTEE_ORG | K | 2019-05-02 | | |',
      'A-1 | Chi bộ 1 | SUBORDINATE_CELL | A | 2019-05-02 | | |',
    ];
    const { records } = validateImport(merged(...before, ...rest));
    expect(records.organisations.map(({ lineageOf }) => lineageOf)).toEqual([['K1', 'K2'], null, null, null, null]);
    expect(
      faults(
        merged(
          ...before,
          'B | Đảng bộ B | GRASSROOTS_COMMITTEE_ORG | K | 2019-05-02 | | A;A | 1-QĐ',
          'C | Đảng bộ C | GRASSROOTS_COMMITTEE_ORG | K | 2019-05-02 | | A;C;X |',
          ...rest,
        ),
      ),
    ).toEqual([
      [
        'organisations.csv',
        5,
        'lineageOf',
        'IMPORT.CELL_MALFORMED',
        { pattern: '^[A-Z0-9-]{1,24}$', separator: ';', max: 20 },
      ],
      ['organisations.csv', 6, 'decision', 'IMPORT.CELL_EMPTY', { expected: 'DECISION_OF_MERGER' }],
      ['organisations.csv', 6, 'lineageOf', 'IMPORT.CELL_NOT_ALLOWED', { expected: 'OTHER_ORGANISATION' }],
      ['organisations.csv', 6, 'lineageOf', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' }],
    ]);
  });

  it('names every fault of a bad folder at once, in the order of files and rows, and repeats no value', () => {
    const bad: ImportFile[] = [
      table(
        'organisations',
        'code | name | role | parent | from | to | colour',
        'K | Khối | SUPERIOR_ORG | | 2015-01-01 | |', //                              row 2
        'a | Đảng bộ | GRASSROOTS_COMMITTEE_ORG | K | 2015-13-01 | |', //             row 3: code, date
        'B | | KINGDOM | K | 2015-01-01 | |', //                                     row 4: name, role
        'C | Đảng bộ | GRASSROOTS_COMMITTEE_ORG | | 2015-01-01 | |', //               row 5: no parent
        'C-1 | Chi bộ | SUBORDINATE_CELL | K | 2015-01-01 | |', //                    row 6: parent of another role
        'C-2 | Chi bộ | SUBORDINATE_CELL | Z | 2015-01-01 | |', //                    row 7: unknown parent
        'C | Đảng bộ | GRASSROOTS_COMMITTEE_ORG | K | 2018-01-01 | 2017-01-01 |', //  row 8: overlap, reversed
        'D | Một | SUBCOMMITTEE_ORG | E | 2015-01-01 | |', //                         row 9: circle
        'E | Hai | SUBCOMMITTEE_ORG | D | 2015-01-01 | |', //                         row 10: circle
      ),
      table(
        'members',
        'code | fullName | status | admittedOn | officialOn | civilServant | organisation | joinedOn',
        'M1 | Đảng viên 1 | OFFICIAL | 2010-05-19 | 2009-05-19 | yes | C-1 | 2015-01-01', //
        'M1 | Đảng viên 2 | OFFICIAL | 2010-05-19 | | perhaps | C-1 | 2015-01-01', // row 3: a faulty row is not read further
        'M1 | Đảng viên 3 | OFFICIAL | 2010-05-19 | | no | C | 2009-01-01', //       row 4
      ),
      table(
        'memberships',
        'member | organisation | from | to',
        'M1 | C-1 | 2012-01-01 | 2016-01-01',
        'M9 | C-1 | 2012-01-01 | 2011-01-01',
      ),
      table(
        'posts',
        'member | organisation | body | post | head | from',
        'M1 | C-1 | PARTY_COMMITTEE | SECRETARY | yes | 2001-01-01',
        'M1 | C | PARTY_COMMITTEE | KING | yes | 2020-01-01',
      ),
      table(
        'history',
        'subjectKind | subject | year | pack | level | nonLevel | state',
        'MEMBER | M1 | 2020 | P2019 | 1 | |',
        'MEMBER | M1 | 2020 | P2019 | 2 | |',
        'MEMBER | M1 | 2021 | P2019 | | |',
        'MEMBER | M2 | 2021 | P2019 | 7 | | CANCELLED',
      ),
      table('facts', 'subjectKind | subject | year | key', 'MEMBER | M1 | 2020 | x'),
    ];
    expect(faults(bad)).toEqual([
      [
        'organisations.csv',
        1,
        'colour',
        'IMPORT.COLUMN_UNKNOWN',
        { allowed: ['code', 'name', 'role', 'parent', 'from', 'to', 'quotaGroup', 'lineageOf', 'decision'] },
      ],
      ['organisations.csv', 3, 'code', 'IMPORT.CELL_MALFORMED', { pattern: '^[A-Z0-9-]{1,24}$' }],
      ['organisations.csv', 3, 'from', 'IMPORT.CELL_MALFORMED', { expected: 'DATE' }],
      ['organisations.csv', 4, 'name', 'IMPORT.CELL_EMPTY', { maxLength: 200 }],
      [
        'organisations.csv',
        4,
        'role',
        'IMPORT.CELL_NOT_ALLOWED',
        {
          allowed: [
            'PROVINCIAL_ORG',
            'SUPERIOR_ORG',
            'GRASSROOTS_COMMITTEE_ORG',
            'GRASSROOTS_CELL',
            'SUBCOMMITTEE_ORG',
            'SUBORDINATE_CELL',
          ],
        },
      ],
      ['organisations.csv', 5, 'parent', 'IMPORT.PARENT_MISSING', { allowed: ['PROVINCIAL_ORG', 'SUPERIOR_ORG'] }],
      [
        'organisations.csv',
        6,
        'parent',
        'IMPORT.PARENT_NOT_ALLOWED',
        { allowed: ['GRASSROOTS_COMMITTEE_ORG', 'SUBCOMMITTEE_ORG'] },
      ],
      ['organisations.csv', 7, 'parent', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' }],
      ['organisations.csv', 8, 'from', 'IMPORT.PERIODS_OVERLAP', { otherRow: 5 }],
      ['organisations.csv', 8, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' }],
      ['organisations.csv', 9, 'parent', 'IMPORT.TREE_CYCLE', { length: 2 }],
      ['organisations.csv', 10, 'parent', 'IMPORT.TREE_CYCLE', { length: 2 }],
      ['members.csv', 2, 'officialOn', 'IMPORT.DATES_REVERSED', { notBefore: 'admittedOn' }],
      ['members.csv', 3, 'civilServant', 'IMPORT.CELL_NOT_ALLOWED', { allowed: ['yes', 'no', 'có', 'không'] }],
      ['members.csv', 4, 'code', 'IMPORT.ROW_DUPLICATE', { firstRow: 2 }],
      ['members.csv', 4, 'joinedOn', 'IMPORT.DATES_REVERSED', { notBefore: 'admittedOn' }],
      ['members.csv', 4, 'officialOn', 'IMPORT.CELL_EMPTY', { expected: 'DATE' }],
      ['members.csv', 4, 'organisation', 'IMPORT.NOT_A_CELL', { allowed: ['GRASSROOTS_CELL', 'SUBORDINATE_CELL'] }],
      ['memberships.csv', 2, 'to', 'IMPORT.PERIODS_OVERLAP', { otherRow: 2 }],
      ['memberships.csv', 3, 'member', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' }],
      ['memberships.csv', 3, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' }],
      ['posts.csv', 2, 'body', 'IMPORT.BODY_NOT_ALLOWED', { allowed: ['CELL_COMMITTEE', 'MEMBERS_MEETING'] }],
      ['posts.csv', 2, 'from', 'IMPORT.NOT_A_MEMBER_THEN', { notBefore: 'members.admittedOn' }],
      [
        'posts.csv',
        3,
        'post',
        'IMPORT.CELL_NOT_ALLOWED',
        { allowed: expect.arrayContaining(['SECRETARY', 'OFFICER']) },
      ],
      ['history.csv', 3, 'year', 'IMPORT.ROW_DUPLICATE', { firstRow: 2 }],
      ['history.csv', 4, 'level', 'IMPORT.LEVEL_OR_STATE', { oneOf: ['level', 'nonLevel'] }],
      ['history.csv', 5, 'level', 'IMPORT.CELL_MALFORMED', { min: 1, max: 6 }],
      ['facts.csv', 1, 'value', 'IMPORT.COLUMN_MISSING', { expected: 'SCALAR' }],
    ]);
  });

  it('lets versions of one organisation follow each other and refuses two at once', () => {
    const versions = (second: string) =>
      faults(
        swap(
          'organisations',
          'code | name | role | parent | from | to',
          'K | Khối | SUPERIOR_ORG | | 2015-01-01 |',
          'A | Đảng bộ cũ | GRASSROOTS_COMMITTEE_ORG | K | 2015-01-01 | 2020-12-31',
          `A | Đảng bộ mới | GRASSROOTS_COMMITTEE_ORG | K | ${second} |`,
          'A-1 | Chi bộ | SUBORDINATE_CELL | A | 2015-01-01 |',
        ),
      );
    expect(versions('2021-01-01')).toEqual([]);
    expect(versions('2020-12-31')).toEqual([
      ['organisations.csv', 4, 'from', 'IMPORT.PERIODS_OVERLAP', { otherRow: 3 }],
    ]);
  });

  it('reports a faulty row once: what refers to it is not called unknown', () => {
    const files = swap(
      'organisations',
      'code | name | role | parent | from',
      'K | Khối | SUPERIOR_ORG | | 2015-01-01',
      'A | | GRASSROOTS_COMMITTEE_ORG | K | 2015-01-01',
      'A-1 | Chi bộ 1 | SUBORDINATE_CELL | A | 2015-01-01',
    );
    expect(faults(files).map((fault) => fault.slice(1, 4))).toEqual([[3, 'name', 'IMPORT.CELL_EMPTY']]);
  });

  it('accepts codes that are stored already', () => {
    const [, members] = sound();
    expect(validateImport([members!]).issues.map((issue) => issue.code)).toEqual(['IMPORT.REFERENCE_UNKNOWN']);
    expect(
      validateImport([members!], { organisations: new Map([['A-1', 'SUBORDINATE_CELL']]), members: new Set() }).issues,
    ).toEqual([]);
  });

  it('refuses control characters and hidden tails in names, and composes accents', () => {
    const named = (name: string) =>
      validateImport(
        swap(
          'organisations',
          'code | name | role | parent | from',
          `K | ${name} | SUPERIOR_ORG | | 2015-01-01`,
          'A | x | GRASSROOTS_COMMITTEE_ORG | K | 2015-01-01',
          'A-1 | y | SUBORDINATE_CELL | A | 2015-01-01',
        ),
      );
    expect(named('Đảng\u0000 bộ').issues.map((issue) => issue.code)).toEqual(['IMPORT.CELL_MALFORMED']);
    expect(named('x'.repeat(201)).issues[0]).toMatchObject({ code: 'IMPORT.CELL_TOO_LONG', facts: { maxLength: 200 } });
    expect(named('Đảng bộ'.normalize('NFD')).records.organisations[0]!.name).toBe('Đảng bộ');
  });
});

describe('validateScenario', () => {
  const head = { years: [2023], superior: 'K' };
  const marks = table(
    'marks',
    'body | ballot | voter | subject | mark',
    'A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 2',
    'A-1 | CELL_SELF_LEVEL | M1 | A-1 | blank',
    'A | COLLECTIVE_PROPOSAL | M1 | COLLECTIVE:A | 1',
  );

  it('accepts marks for members, organisations and collectives', () => {
    expect(validateScenario([...sound(), marks], head).issues).toEqual([]);
  });

  it('refuses acts, marks and decisions that cannot be meant', () => {
    const acts = table(
      'acts',
      'actor | act | subject | on | value | expect',
      'M1 | ABSENT | A-1 | | ASLEEP |',
      'M2 | SELF_REVIEW | | | |',
      'M1 | TRY_SELF_REVIEW | | 2031-01-01 | |',
      'M1 | RETURN_RESULT | M1 | | |',
      'M1 | MISCOUNT | A-1 | | | STEP.CLOSED',
    );
    const wrong = table(
      'marks',
      'body | ballot | voter | subject | mark',
      'A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 2',
      'A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 3',
      'A-1 | CELL_MEMBER_LEVEL | M1 | M7 | 7',
      'A-1 | CELL_MEMBER_LEVEL | M1 | COLLECTIVE:M1 | 1',
      'A-1 | CELL_MEMBER_LEVEL | * | M1 | 2',
      'A-1 | CELL_MEMBER_LEVEL | * | M1 | 3',
      'A-1 | SELF_REVIEW | * | M1 | 2',
      'A-1 | CELL_SELF_LEVEL | ** | A-1 | 2',
    );
    const decisions = table(
      'decisions',
      'organisation | kind | number',
      'A | HEADS | 01',
      'A | MEMBERS_AND_UNITS | 01',
      'Q | HEADS | 01',
    );
    const issues = validateScenario([...sound(), acts, wrong, decisions], { years: [2023], superior: 'X' }).issues;
    expect(issues.map((issue) => [issue.file, issue.row, issue.column, issue.code])).toEqual([
      ['scenario.yaml', 0, 'superior', 'IMPORT.REFERENCE_UNKNOWN'],
      ['acts.csv', 2, 'value', 'IMPORT.CELL_NOT_ALLOWED'],
      ['acts.csv', 3, 'actor', 'IMPORT.REFERENCE_UNKNOWN'],
      ['acts.csv', 3, 'on', 'IMPORT.CELL_EMPTY'],
      ['acts.csv', 4, 'expect', 'IMPORT.CELL_EMPTY'],
      ['acts.csv', 4, 'on', 'IMPORT.OUT_OF_YEARS'],
      ['acts.csv', 5, 'subject', 'IMPORT.REFERENCE_UNKNOWN'],
      ['acts.csv', 5, 'value', 'IMPORT.CELL_EMPTY'],
      ['acts.csv', 6, 'expect', 'IMPORT.CELL_NOT_ALLOWED'],
      ['marks.csv', 3, 'subject', 'IMPORT.ROW_DUPLICATE'],
      ['marks.csv', 4, 'mark', 'IMPORT.CELL_NOT_ALLOWED'],
      ['marks.csv', 5, 'subject', 'IMPORT.REFERENCE_UNKNOWN'],
      ['marks.csv', 7, 'subject', 'IMPORT.ROW_DUPLICATE'],
      ['marks.csv', 8, 'voter', 'IMPORT.CELL_NOT_ALLOWED'],
      ['marks.csv', 9, 'voter', 'IMPORT.CELL_MALFORMED'],
      ['decisions.csv', 3, 'number', 'IMPORT.ROW_DUPLICATE'],
      ['decisions.csv', 4, 'organisation', 'IMPORT.REFERENCE_UNKNOWN'],
    ]);
  });

  it('asks for the rating year of every row where several are lived, and for earlier years in the history', () => {
    const several = [
      table(
        'marks',
        'year | body | ballot | voter | subject | mark',
        '2023 | A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 2',
        '2024 | A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 1',
        '2024 | A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 1',
        ' | A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 1',
        '2025 | A-1 | CELL_MEMBER_LEVEL | M1 | M1 | 1',
      ),
      table(
        'acts',
        'year | actor | act | on',
        '2024 | M1 | SELF_REVIEW | 2025-01-05',
        '2024 | M1 | SELF_REVIEW | 2023-12-05',
      ),
      table('decisions', 'year | organisation | kind | number', '2023 | A | HEADS | 01', '2024 | A | HEADS | 01'),
      table(
        'history',
        'subjectKind | subject | year | pack | level',
        'MEMBER | M1 | 2022 | P2019 | 1',
        'MEMBER | M1 | 2023 | P2023 | 1',
      ),
    ];
    const issues = validateScenario([...sound(), ...several], { years: [2023, 2024], superior: 'K' }).issues;
    expect(issues.map((issue) => [issue.file, issue.row, issue.column, issue.code, issue.facts])).toEqual([
      ['history.csv', 3, 'year', 'IMPORT.OUT_OF_YEARS', { from: 1930, to: 2022 }],
      ['acts.csv', 3, 'on', 'IMPORT.OUT_OF_YEARS', { from: 2024, to: 2025 }],
      ['marks.csv', 4, 'subject', 'IMPORT.ROW_DUPLICATE', { firstRow: 3 }],
      ['marks.csv', 5, 'year', 'IMPORT.CELL_EMPTY', { allowed: [2023, 2024] }],
      ['marks.csv', 6, 'year', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [2023, 2024] }],
    ]);
  });

  it('takes registrations of organisations in the years that have them, on days on which they are taken', () => {
    const registrations = table(
      'registrations',
      'year | organisation | actor | on | aim | label',
      '2023 | A | | 2023-02-10 | 1 | Trong sạch, vững mạnh',
      '2023 | A | M1 | 2023-02-20 | 2 |',
      '2023 | A | | 2023-02-20 | 1 |',
      '2023 | B | M2 | 2023-02-10 | 7 |',
      '2023 | B | M2 | 2023-12-01 | 1 |',
      '2024 | A | | 2024-02-10 | 1 |',
      ' | A | | 2023-03-10 | 1 |',
    );
    const registration = new Map([[2023, { from: '2023-02-01', until: '2023-11-30' }]]);
    const issues = validateScenario([...sound(), marks, registrations], {
      years: [2023, 2024],
      superior: 'K',
      registration,
    }).issues.filter((issue) => issue.file === 'registrations.csv');
    expect(issues.map((issue) => [issue.row, issue.column, issue.code, issue.facts])).toEqual([
      [4, 'on', 'IMPORT.ROW_DUPLICATE', { firstRow: 3 }],
      [5, 'aim', 'IMPORT.CELL_MALFORMED', { min: 1, max: 6 }],
      [6, 'actor', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' }],
      [6, 'on', 'IMPORT.CELL_NOT_ALLOWED', { allowed: ['2023-02-01 … 2023-11-30'] }],
      [6, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' }],
      [7, 'year', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [2023], expected: 'REGISTERING_YEAR' }],
      [8, 'year', 'IMPORT.CELL_EMPTY', { allowed: [2023, 2024] }],
    ]);
  });

  it('takes ballots about persons, and marks that fit one of them', () => {
    const ballots = table(
      'personBallots',
      'body | ballot | kind | title | seats | person',
      'A | BAU | ELECTION | Bầu bổ sung | 1 | M1',
      'A | BAU | ELECTION | Bầu | 1 | M1',
      'A | TN | CONFIDENCE | Lấy phiếu tín nhiệm | 2 | M1',
      'A | B2 | ELECTION | Bầu bổ sung | | M9',
    );
    const personMarks = table(
      'personMarks',
      'body | ballot | voter | person | mark',
      'A | BAU | * | M1 | chosen',
      'A | BAU | M1 | M1 | 2',
      'A | TN | M1 | M1 | chosen',
      'A | TN | M9 | M1 | 1',
      'A | XX | M1 | M1 | 1',
      'A | BAU | * | M1 | blank',
    );
    const { issues } = validateScenario([...sound(), marks, ballots, personMarks], head);
    expect(issues.map((issue) => [issue.file, issue.row, issue.column, issue.code])).toEqual([
      ['personBallots.csv', 3, 'person', 'IMPORT.ROW_DUPLICATE'],
      ['personBallots.csv', 3, 'title', 'IMPORT.CELL_NOT_ALLOWED'],
      ['personBallots.csv', 4, 'seats', 'IMPORT.CELL_NOT_ALLOWED'],
      ['personBallots.csv', 5, 'person', 'IMPORT.REFERENCE_UNKNOWN'],
      ['personBallots.csv', 5, 'seats', 'IMPORT.CELL_EMPTY'],
      ['personMarks.csv', 3, 'mark', 'IMPORT.CELL_NOT_ALLOWED'],
      ['personMarks.csv', 4, 'mark', 'IMPORT.CELL_NOT_ALLOWED'],
      ['personMarks.csv', 5, 'voter', 'IMPORT.REFERENCE_UNKNOWN'],
      ['personMarks.csv', 6, 'person', 'IMPORT.REFERENCE_UNKNOWN'],
      ['personMarks.csv', 7, 'person', 'IMPORT.ROW_DUPLICATE'],
    ]);
  });

  it('names a missing file', () => {
    expect(validateScenario(sound(), head).issues).toEqual([
      {
        file: 'marks',
        row: 0,
        column: null,
        code: 'IMPORT.FILE_MISSING',
        facts: { allowed: ['marks.csv', 'marks.xlsx'] },
      },
    ]);
  });
});

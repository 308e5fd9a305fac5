import { type ImportFile } from '@binhxet/application';

export interface SmallOrganisation {
  readonly cells?: number;
  readonly membersPerCell?: number;
  /** Grassroots cells beside DB1, codes CC1 …, members `CC1-01` (secretary) …; with a cell committee of three or without one. */
  readonly grassrootsCells?: readonly ('COMMITTEE' | 'NO_COMMITTEE')[];
}

const FROM = '2015-01-01';
const ADMITTED = '2014-05-19';

/**
 * A superior with one grassroots organisation: committee of five, `cells` cells, a standing committee and an advisory office above.
 * Codes: KHOI; DB1; CB11 …; members `CB11-01` (secretary), `-02` (deputy) …; superior's people sit in the first cell.
 */
export function smallOrganisation({ cells = 2, membersPerCell = 5, grassrootsCells = [] }: SmallOrganisation = {}): ImportFile[] {
  const table = (kind: ImportFile['kind'], rows: Record<string, string>[]): ImportFile => ({ name: `${kind}.csv`, kind, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows: rows.map((values, i) => ({ row: i + 2, values })) });
  const cellCodes = Array.from({ length: cells }, (_, i) => `CB1${i + 1}`);
  const member = (cell: string, n: number): string => `${cell}-${String(n).padStart(2, '0')}`;
  const first = cellCodes[0] ?? '';
  const ownCodes = grassrootsCells.map((_, i) => `CC${i + 1}`);
  const post = (who: string, organisation: string, body: string, kind: string, head = false): Record<string, string> => ({
    member: who,
    organisation,
    body,
    post: kind,
    head: head ? 'yes' : 'no',
    from: FROM,
  });
  return [
    table('organisations', [
      { code: 'KHOI', name: 'Đảng bộ cấp trên thử nghiệm', role: 'SUPERIOR_ORG', from: FROM },
      { code: 'DB1', name: 'Đảng bộ cơ sở thử nghiệm 1', role: 'GRASSROOTS_COMMITTEE_ORG', parent: 'KHOI', from: FROM },
      ...cellCodes.map((code) => ({ code, name: `Chi bộ thử nghiệm ${code}`, role: 'SUBORDINATE_CELL', parent: 'DB1', from: FROM })),
      ...ownCodes.map((code) => ({ code, name: `Chi bộ cơ sở thử nghiệm ${code}`, role: 'GRASSROOTS_CELL', parent: 'KHOI', from: FROM })),
    ]),
    table(
      'members',
      [...cellCodes, ...ownCodes].flatMap((cell) =>
        Array.from({ length: membersPerCell }, (_, i) => ({
          code: member(cell, i + 1),
          fullName: `Đảng viên ${cell} ${i + 1}`,
          status: 'OFFICIAL',
          admittedOn: ADMITTED,
          officialOn: '2015-05-19',
          civilServant: 'no',
          organisation: cell,
          joinedOn: FROM,
        })),
      ),
    ),
    table('posts', [
      ...cellCodes.map((cell) => post(member(cell, 1), cell, 'MEMBERS_MEETING', 'SECRETARY', true)),
      ...ownCodes.flatMap((cell, i) =>
        grassrootsCells[i] === 'COMMITTEE'
          ? [post(member(cell, 1), cell, 'CELL_COMMITTEE', 'SECRETARY', true), ...[2, 3].map((n) => post(member(cell, n), cell, 'CELL_COMMITTEE', 'COMMITTEE_MEMBER'))]
          : [post(member(cell, 1), cell, 'MEMBERS_MEETING', 'SECRETARY', true)],
      ),
      post(member(first, 1), 'DB1', 'PARTY_COMMITTEE', 'SECRETARY', true),
      ...Array.from({ length: 4 }, (_, i) => post(member(first, i + 2), 'DB1', 'PARTY_COMMITTEE', 'COMMITTEE_MEMBER')),
      post(member(first, 1), 'KHOI', 'STANDING_COMMITTEE', 'SECRETARY', true),
      ...Array.from({ length: 4 }, (_, i) => post(member(first, i + 2), 'KHOI', 'STANDING_COMMITTEE', 'STANDING_MEMBER')),
      post(member(first, 5), 'KHOI', 'ADVISORY_BODY', 'OFFICER'),
    ]),
  ];
}

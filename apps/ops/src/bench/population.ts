import { type ImportKind } from '@binhxet/application';
import { rulesInForce } from '../scenarios/rules-of-year.js';
import { settingsFile } from '../scenarios/settings.js';

export const SUPERIOR = 'KHOI-BENCH';
const YEAR = 2023;
const CELLS_OF_A_UNIT = 25;
const FROM = '2015-01-01';

/** A cell to be made: its code tells what it is for. */
export interface CellSize {
  readonly code: string;
  readonly members: number;
}

interface Table {
  readonly name: string;
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
}

/** Generated tables of one superior with as many cells as asked for; the first member of a cell is its secretary. */
export function population(cells: readonly CellSize[]): { readonly files: readonly Table[]; readonly chair: string } {
  const organisations: Record<string, string>[] = [{ code: SUPERIOR, name: 'Đảng bộ đo tốc độ (sinh tự động)', role: 'SUPERIOR_ORG', parent: '', from: FROM }];
  const members: Record<string, string>[] = [];
  const posts: Record<string, string>[] = [];
  const post = (member: string, organisation: string, body: string, kind: string, head = false) =>
    posts.push({ member, organisation, body, post: kind, head: head ? 'yes' : 'no', from: '2020-07-01' });
  cells.forEach((cell, nth) => {
    const unit = `DV${String(Math.floor(nth / CELLS_OF_A_UNIT) + 1).padStart(3, '0')}`;
    if (nth % CELLS_OF_A_UNIT === 0) organisations.push({ code: unit, name: `Đảng bộ ${unit}`, role: 'GRASSROOTS_COMMITTEE_ORG', parent: SUPERIOR, from: FROM });
    organisations.push({ code: cell.code, name: `Chi bộ ${cell.code}`, role: 'SUBORDINATE_CELL', parent: unit, from: FROM });
    for (let at = 0; at < cell.members; at++) members.push(aMember(memberCode(cell.code, at), cell.code));
    post(memberCode(cell.code, 0), cell.code, 'MEMBERS_MEETING', 'SECRETARY', true);
    const seat = nth % CELLS_OF_A_UNIT;
    if (seat < 3) post(memberCode(cell.code, 1), unit, 'PARTY_COMMITTEE', ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'][seat] ?? '', seat === 0);
  });
  const chair = memberCode(cells[0]?.code ?? '', 2);
  ['SECRETARY', 'DEPUTY_SECRETARY', 'DEPUTY_SECRETARY'].forEach((kind, at) => post(memberCode(cells[0]?.code ?? '', 2 + at), SUPERIOR, 'STANDING_COMMITTEE', kind, at === 0));
  return { files: [table('organisations', organisations), table('members', members), table('posts', posts)], chair };
}

/** @param at 0 is the secretary */
export function memberCode(cell: string, at: number): string {
  return `${cell}-${String(at + 1).padStart(4, '0')}`;
}

/** A cycle of that population, on a driven clock: no timer of ours runs while something is measured. */
export function openingOf(): Readonly<Record<string, unknown>> {
  return {
    superiorCode: SUPERIOR,
    period: String(YEAR),
    clock: 'DRIVEN',
    clockOn: '2023-12-01',
    packs: rulesInForce(YEAR, '2023-12-01'),
    settings: settingsFile('KHOI-BENCH-2023'),
    plan: {
      selfReview: '2023-12-05',
      cellMeeting: '2023-12-11',
      cellSubmission: '2023-12-11',
      unitSitting: '2023-12-13',
      unitDossier: '2023-12-14',
      verification: '2023-12-18',
      classification: '2023-12-20',
      heads: '2023-12-22',
      commendation: '2023-12-29',
    },
    simulated: true,
  };
}

/** Day on which the cells of the bench meet. */
export const MEETING_DAY = '2023-12-08';

function aMember(code: string, organisation: string): Record<string, string> {
  return { code, fullName: `Đảng viên ${code}`, status: 'OFFICIAL', admittedOn: '2012-03-01', officialOn: '2013-03-01', civilServant: 'yes', organisation, joinedOn: '2012-03-01' };
}

function table(kind: ImportKind, rows: readonly Record<string, string>[]): Table {
  const columns = Object.keys(rows[0] ?? {});
  return {
    name: `${kind}.csv`,
    kind,
    columns,
    rows: rows.map((values, at) => ({ row: at + 2, values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) })),
  };
}

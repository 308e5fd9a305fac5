import { compareRow, type Cells, type RowClass } from './compare-row.js';
import { type ImportKind } from '../import-columns.js';

const MEMBER: Cells = { code: 'M1', fullName: 'Đảng viên 0001', bornOn: null, status: 'PROBATIONARY', admittedOn: '2023-02-03', officialOn: null, civilServant: 'no', organisation: 'A-1', joinedOn: '2023-02-03' };
const ORGANISATION: Cells = { code: 'A-1', name: 'Chi bộ 1', role: 'SUBORDINATE_CELL', parent: 'A', from: '2015-01-01', to: null };

describe('compareRow', () => {
  it.each<[string, ImportKind, Cells, Cells, RowClass, string[]]>([
    ['the same', 'members', MEMBER, {}, 'UNCHANGED', []],
    ['an empty cell', 'members', { ...MEMBER, bornOn: '1990-01-01' }, { bornOn: null }, 'UNCHANGED', []],
    ['what was not known', 'members', MEMBER, { bornOn: '1990-01-01' }, 'CHANGED', ['bornOn']],
    ['an official member now', 'members', MEMBER, { status: 'OFFICIAL', officialOn: '2024-02-03' }, 'CHANGED', ['status', 'officialOn']],
    ['probationary again', 'members', { ...MEMBER, status: 'OFFICIAL' }, { status: 'PROBATIONARY' }, 'CONFLICT', ['status']],
    ['another name', 'members', MEMBER, { fullName: 'Đảng viên 0002' }, 'CONFLICT', ['fullName']],
    ['another cell later', 'members', MEMBER, { organisation: 'A-2', joinedOn: '2024-01-01' }, 'CHANGED', ['organisation', 'joinedOn']],
    ['another cell from the same day', 'members', MEMBER, { organisation: 'A-2' }, 'CONFLICT', ['organisation']],
    ['a last day', 'organisations', ORGANISATION, { to: '2025-06-30' }, 'ENDED', ['to']],
    ['another last day', 'organisations', { ...ORGANISATION, to: '2025-05-31' }, { to: '2025-06-30' }, 'CONFLICT', ['to']],
    ['a last day and another name', 'organisations', ORGANISATION, { to: '2025-06-30', name: 'x' }, 'CONFLICT', ['name', 'to']],
    ['another value', 'facts', { value: '1', source: 'a' }, { value: '2', source: 'b' }, 'CHANGED', ['value']],
  ])('%s', (_name, kind, stored, change, expected, columns) => {
    const { class: found, differences } = compareRow(kind, { ...stored, ...change }, { sameKey: true, cells: stored });
    expect([found, differences.map((one) => one.column)]).toEqual([expected, columns]);
  });

  it('takes what is not stored as added and a following version as a change', () => {
    expect(compareRow('members', MEMBER, null)).toEqual({ class: 'ADDED', differences: [] });
    expect(compareRow('organisations', { ...ORGANISATION, from: '2025-01-01', name: 'Chi bộ mới' }, { sameKey: false, cells: ORGANISATION })).toEqual({
      class: 'CHANGED',
      differences: [{ column: 'name', stored: 'Chi bộ 1', incoming: 'Chi bộ mới' }],
    });
  });
});

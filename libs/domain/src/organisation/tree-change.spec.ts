import { type OrgRole } from './roles.js';
import { planTreeChange, type TreeChange, type TreeNode, type TreeOnDay } from './tree-change.js';

const ON = '2025-07-01';

/** A superior K with a committee organisation A (sub-committee AB with cell AB1; cells A1, A2), another B (cell B1) and a grassroots cell C. */
function tree(more: Partial<Record<string, Partial<TreeNode>>> = {}): TreeOnDay {
  const rows: [string, OrgRole, string | null, string[]][] = [
    ['K', 'SUPERIOR_ORG', null, []],
    ['A', 'GRASSROOTS_COMMITTEE_ORG', 'K', []],
    ['AB', 'SUBCOMMITTEE_ORG', 'A', []],
    ['AB1', 'SUBORDINATE_CELL', 'AB', ['M5']],
    ['A1', 'SUBORDINATE_CELL', 'A', ['M1', 'M2']],
    ['A2', 'SUBORDINATE_CELL', 'A', ['M3']],
    ['B', 'GRASSROOTS_COMMITTEE_ORG', 'K', []],
    ['B1', 'SUBORDINATE_CELL', 'B', ['M4']],
    ['C', 'GRASSROOTS_CELL', 'K', []],
  ];
  const nodes = new Map(rows.map(([code, role, parent, members]): [string, TreeNode] => [code, { code, name: `Tổ chức ${code}`, role, parent, from: '2020-01-01', changedLater: null, members, ...more[code] }]));
  return { on: ON, nodes, used: new Map<string, { from: string; to: string | null }>([...[...nodes.keys()].map((code): [string, { from: string; to: null }] => [code, { from: '2020-01-01', to: null }]), ['OLD', { from: '2015-01-01', to: '2019-12-31' }]]) };
}
const cell = (code: string, parent: string | null = 'A', role: OrgRole = 'SUBORDINATE_CELL') => ({ code, name: `Chi bộ ${code}`, role, parent });

describe('planTreeChange', () => {
  it('merges cells into a new one: predecessors end, members go, lineage names both', () => {
    expect(planTreeChange({ kind: 'MERGE', predecessors: ['A1', 'A2'], node: cell('A12') }, tree())).toEqual({
      begin: [cell('A12')],
      end: ['A1', 'A2'],
      revise: [],
      lineage: [
        { predecessor: 'A1', successor: 'A12' },
        { predecessor: 'A2', successor: 'A12' },
      ],
      move: [
        { from: 'A1', to: 'A12', members: ['M1', 'M2'] },
        { from: 'A2', to: 'A12', members: ['M3'] },
      ],
      touches: ['A1', 'A2', 'A12'],
    });
  });

  it('takes what is below along when committee organisations become one', () => {
    const plan = planTreeChange({ kind: 'ABSORB', predecessors: ['B'], successor: 'A' }, tree());
    expect([plan.end, plan.revise, plan.move]).toEqual([['B'], [{ code: 'B1', parent: 'A' }], []]);
  });

  it('splits a cell that goes on, and one that ends with every member placed', () => {
    const part = (code: string, ...members: string[]) => ({ node: cell(code), children: [], members });
    expect(planTreeChange({ kind: 'SPLIT', code: 'A1', continues: true, parts: [part('A3', 'M2')] }, tree())).toMatchObject({ end: [], move: [{ from: 'A1', to: 'A3', members: ['M2'] }], lineage: [{ predecessor: 'A1', successor: 'A3' }] });
    expect(planTreeChange({ kind: 'SPLIT', code: 'A1', continues: false, parts: [part('A3', 'M2'), part('A4', 'M1')] }, tree())).toMatchObject({ end: ['A1'], begin: [{ code: 'A3' }, { code: 'A4' }] });
  });

  it('renames, moves, changes the role, establishes and dissolves', () => {
    expect(planTreeChange({ kind: 'RENAME', code: 'A1', name: 'Chi bộ mới' }, tree()).revise).toEqual([{ code: 'A1', name: 'Chi bộ mới' }]);
    expect(planTreeChange({ kind: 'MOVE', code: 'A1', parent: 'B' }, tree()).revise).toEqual([{ code: 'A1', parent: 'B' }]);
    expect(planTreeChange({ kind: 'CHANGE_ROLE', code: 'A1', role: 'GRASSROOTS_CELL', parent: 'K' }, tree()).revise).toEqual([{ code: 'A1', role: 'GRASSROOTS_CELL', parent: 'K' }]);
    expect(planTreeChange({ kind: 'ESTABLISH', node: cell('A9') }, tree()).begin).toEqual([cell('A9')]);
    expect(planTreeChange({ kind: 'DISSOLVE', code: 'C' }, tree()).end).toEqual(['C']);
  });

  it.each<[string, TreeChange, string]>([
    ['a code that is in use', { kind: 'ESTABLISH', node: cell('A1') }, 'ORGANISATION.CODE_TAKEN'],
    ['a code that was in use', { kind: 'ESTABLISH', node: cell('OLD') }, 'ORGANISATION.CODE_TAKEN'],
    ['a cell on its own', { kind: 'ESTABLISH', node: cell('A9', null) }, 'ORGANISATION.PARENT_MISSING'],
    ['a cell below a superior', { kind: 'ESTABLISH', node: cell('A9', 'K') }, 'ORGANISATION.PARENT_NOT_ALLOWED'],
    ['a parent nobody knows', { kind: 'ESTABLISH', node: cell('A9', 'X') }, 'ORGANISATION.UNKNOWN'],
    ['a parent that has ended', { kind: 'ESTABLISH', node: cell('A9', 'OLD') }, 'ORGANISATION.NOT_IN_FORCE'],
    ['a merger of one', { kind: 'MERGE', predecessors: ['A1'], node: cell('A9') }, 'ORGANISATION.CHANGE_INVALID'],
    ['a merger with itself', { kind: 'MERGE', predecessors: ['A1', 'A1'], node: cell('A9') }, 'ORGANISATION.CHANGE_INVALID'],
    ['a merger of an organisation with what is below it', { kind: 'MERGE', predecessors: ['A', 'A1'], node: cell('A9', 'K', 'GRASSROOTS_COMMITTEE_ORG') }, 'ORGANISATION.TREE_CYCLE'],
    ['a successor below what ends', { kind: 'MERGE', predecessors: ['A', 'B'], node: cell('A9', 'A', 'SUBCOMMITTEE_ORG') }, 'ORGANISATION.TREE_CYCLE'],
    ['members without a cell', { kind: 'ABSORB', predecessors: ['A1'], successor: 'AB' }, 'ORGANISATION.MEMBERS_REMAIN'],
    ['being absorbed by itself', { kind: 'ABSORB', predecessors: ['A1'], successor: 'A1' }, 'ORGANISATION.CHANGE_INVALID'],
    ['being absorbed by what is below', { kind: 'ABSORB', predecessors: ['A'], successor: 'A1' }, 'ORGANISATION.TREE_CYCLE'],
    ['a lower organisation that may not stand there', { kind: 'ABSORB', predecessors: ['AB'], successor: 'C' }, 'ORGANISATION.PARENT_NOT_ALLOWED'],
    ['a split that forgets members', { kind: 'SPLIT', code: 'A1', continues: false, parts: [{ node: cell('A3'), children: [], members: ['M1'] }, { node: cell('A4'), children: [], members: [] }] }, 'ORGANISATION.MEMBERS_REMAIN'],
    ['a split that forgets cells', { kind: 'SPLIT', code: 'A', continues: false, parts: [{ node: cell('D', 'K', 'GRASSROOTS_COMMITTEE_ORG'), children: ['A1'], members: [] }, { node: cell('E', 'K', 'GRASSROOTS_COMMITTEE_ORG'), children: ['A2'], members: [] }] }, 'ORGANISATION.CHILDREN_REMAIN'],
    ['a member of another cell', { kind: 'SPLIT', code: 'A1', continues: true, parts: [{ node: cell('A3'), children: [], members: ['M4'] }] }, 'ORGANISATION.CHANGE_INVALID'],
    ['the same name', { kind: 'RENAME', code: 'A1', name: 'Tổ chức A1' }, 'ORGANISATION.UNCHANGED'],
    ['a move below itself', { kind: 'MOVE', code: 'A', parent: 'AB' }, 'ORGANISATION.TREE_CYCLE'],
    ['a move to where it is', { kind: 'MOVE', code: 'A1', parent: 'A' }, 'ORGANISATION.UNCHANGED'],
    ['a committee that becomes a cell with cells below', { kind: 'CHANGE_ROLE', code: 'A', role: 'GRASSROOTS_CELL' }, 'ORGANISATION.CHILDREN_REMAIN'],
    ['a cell with members that becomes a committee', { kind: 'CHANGE_ROLE', code: 'A1', role: 'SUBCOMMITTEE_ORG' }, 'ORGANISATION.MEMBERS_REMAIN'],
    ['a role that does not fit its place', { kind: 'CHANGE_ROLE', code: 'A1', role: 'GRASSROOTS_CELL' }, 'ORGANISATION.PARENT_NOT_ALLOWED'],
    ['dissolving with members', { kind: 'DISSOLVE', code: 'A1' }, 'ORGANISATION.MEMBERS_REMAIN'],
    ['dissolving with cells', { kind: 'DISSOLVE', code: 'A' }, 'ORGANISATION.CHILDREN_REMAIN'],
  ])('refuses %s', (_name, change, code) => {
    expect(() => planTreeChange(change, tree())).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a decision dated before one that is recorded already, and names the day', () => {
    expect(() => planTreeChange({ kind: 'RENAME', code: 'A1', name: 'x' }, tree({ A1: { changedLater: '2025-09-01' } }))).toThrow(expect.objectContaining({ code: 'ORGANISATION.CHANGED_LATER', facts: expect.objectContaining({ earliest: '2025-09-01' }) }));
  });
});

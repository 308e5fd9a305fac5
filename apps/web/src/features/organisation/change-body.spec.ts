import { Problem } from '../../api/problem.js';
import { changeOf, type ChangeDraft, insideChange } from './change-body.js';

const draft: ChangeDraft = { kind: 'SPLIT', name: ' Tên mới ', parent: '', role: 'SUBORDINATE_CELL', into: '', partners: ['C2'], continues: false, nodes: [], placed: {} };
const node = (code: string, parent = 'D1') => ({ code, name: `Chi bộ ${code}`, role: 'SUBORDINATE_CELL' as const, parent });

describe('the body of a change', () => {
  it('gives every part of a split its lower organisations and its members', () => {
    expect(changeOf('C1', { ...draft, nodes: [node('N1'), node('N2', ' ')], placed: { M1: 0, M2: 1, K1: 1 } }, ['K1'])).toEqual({
      kind: 'SPLIT',
      code: 'C1',
      continues: false,
      parts: [
        { node: { ...node('N1') }, children: [], members: ['M1'] },
        { node: { ...node('N2'), parent: null }, children: ['K1'], members: ['M2'] },
      ],
    });
  });

  it('names the organisation itself first among those merged, and leaves out a parent that stays', () => {
    expect(changeOf('C1', { ...draft, kind: 'MERGE', nodes: [node('N1')] }, [])).toMatchObject({ predecessors: ['C1', 'C2'], node: { code: 'N1' } });
    expect(changeOf('C1', { ...draft, kind: 'CHANGE_ROLE' }, [])).toEqual({ kind: 'CHANGE_ROLE', code: 'C1', role: 'SUBORDINATE_CELL' });
    expect(changeOf('C1', { ...draft, kind: 'RENAME' }, [])).toEqual({ kind: 'RENAME', code: 'C1', name: 'Tên mới' });
  });

  it('reads pointers of both layers alike', () => {
    const refused = new Problem(422, 'REQUEST.INVALID', {}, [{ pointer: '/change/node/code', code: 'FIELD.MALFORMED' }, { pointer: '/successor', code: 'FIELD.NOT_ALLOWED' }]);
    expect(insideChange(refused)?.errors.map(({ pointer }) => pointer)).toEqual(['/node/code', '/successor']);
    expect(insideChange(null)).toBeNull();
  });
});

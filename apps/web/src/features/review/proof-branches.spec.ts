import { branchesOf } from './proof-branches.js';

const line = (depth: number, rule: string) => ({ depth, rule, outcome: 'HOLDS', text: { vi: rule, en: rule }, clause: null, tone: 'NEUTRAL' as const });

describe('branchesOf', () => {
  it('makes the tree again from lines and depths', () => {
    const [root, ...others] = branchesOf([line(0, 'a'), line(1, 'b'), line(2, 'c'), line(2, 'd'), line(1, 'e'), line(2, 'f')]);
    expect(others).toEqual([]);
    expect(root?.children.map((branch) => [branch.line.rule, branch.children.map((child) => child.line.rule)])).toEqual([
      ['b', ['c', 'd']],
      ['e', ['f']],
    ]);
  });
});

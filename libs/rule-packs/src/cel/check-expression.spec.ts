import { checkExpression, type Vocabulary } from './check-expression.js';

const vocabulary: Vocabulary = {
  fact: new Map([
    ['done', 'int'],
    ['total', 'int'],
    ['late', 'bool'],
  ]),
  value: new Set(['percent']),
};

describe('checkExpression', () => {
  it('names every fact and value that an expression reads, short-circuit or not', () => {
    const checked = checkExpression('fact.late || fact.done * 100 >= fact.total * value.percent', vocabulary);
    expect([checked.factNames, checked.valueNames]).toEqual([['done', 'late', 'total'], ['percent']]);
  });

  it.each([
    'fact.done in [1, 2]',
    'fact.late ? fact.done > 1 : fact.total == -1',
    '!(fact.done != fact.total)',
    'true',
  ])('accepts %s', (text) => {
    expect(() => checkExpression(text, vocabulary)).not.toThrow();
  });

  it.each([
    ['fact.don > 1', 'unknown fact don'],
    ['fact.late || fact.dne > 1', 'unknown fact dne'], // evaluation would never reach it while late is true
    ['value.share > 1', 'unknown value share'],
    ['done > 1', 'unknown name done'],
    ['other.done > 1', 'unknown name other.done'],
    ['fact.late == 1', 'compares bool with int'], // false for ever, without an error
    ['fact.late >= true', 'argument 1 of _>=_ is bool, not int'],
    ['fact.done && fact.late', 'argument 1 of _&&_ is int, not bool'],
    ['fact.done + 1', 'gives int, needs bool'],
    ['fact.done > 1.5', 'a literal of type doubleValue is not allowed'],
    ['"95" >= "90"', 'a literal of type stringValue is not allowed'],
    ['fact.done / fact.total > 1', '_/_ is not allowed'],
    ['has(fact.done)', 'has() is not needed'],
    ['[1].exists(x, x > 0)', 'is not allowed'],
    ['fact.done >=', 'no CEL expression'],
    ['fact.late ? fact.done : fact.late', 'the other branch is bool, not int'],
    ['fact.late in [1]', 'argument 1 of @in is bool, not int'],
  ])('refuses %s: %s', (text, reason) => {
    expect(() => checkExpression(text, vocabulary)).toThrow(reason);
  });
});

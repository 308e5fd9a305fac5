import { taskMachine, type TaskState } from './task.states.js';

describe('taskMachine', () => {
  it.each<[TaskState, TaskState]>([
    ['CLAIMED', 'OPEN'],
    ['DONE', 'OPEN'], // returned
  ])('accepts %s -> %s', (from, to) => {
    expect(taskMachine.move(from, to)).toBe(to);
  });

  it.each<[TaskState, TaskState]>([
    ['OPEN', 'OPEN'],
    ['DONE', 'CLAIMED'],
    ['DONE', 'CANCELLED'],
    ['DONE', 'EXPIRED'],
    ['CANCELLED', 'OPEN'],
    ['EXPIRED', 'DONE'], // a contribution after the close
  ])('refuses %s -> %s', (from, to) => {
    expect(() => taskMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${taskMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(taskMachine.states.filter((state) => taskMachine.isEnd(state)).sort()).toEqual(['CANCELLED', 'EXPIRED']);
  });
});

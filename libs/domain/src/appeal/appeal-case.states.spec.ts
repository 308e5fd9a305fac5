import { appealCaseMachine, type AppealCaseState } from './appeal-case.states.js';

describe('appealCaseMachine', () => {
  it.each<[AppealCaseState, AppealCaseState]>([
    ['RECEIVED', 'FORWARDED'],
    ['FORWARDED', 'ADMITTED'],
    ['VERIFYING', 'WITHDRAWN'],
    ['INADMISSIBLE', 'CLOSED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(appealCaseMachine.move(from, to)).toBe(to);
  });

  it.each<[AppealCaseState, AppealCaseState]>([
    ['RECEIVED', 'VERIFYING'],
    ['RECEIVED', 'CONCLUDED'],
    ['FORWARDED', 'WITHDRAWN'],
    ['ADMITTED', 'CONCLUDED'], // nothing is concluded unverified
    ['VERIFYING', 'RESULT_CHANGED'],
    ['CONCLUDED', 'CLOSED'],
    ['CONCLUDED', 'WITHDRAWN'],
    ['RESULT_CONFIRMED', 'RESULT_CHANGED'],
    ['INADMISSIBLE', 'ADMITTED'],
    ['CLOSED', 'RECEIVED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => appealCaseMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${appealCaseMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(appealCaseMachine.states.filter((state) => appealCaseMachine.isEnd(state)).sort()).toEqual(['CLOSED']);
  });
});

import { submissionMachine, type SubmissionState } from './submission.states.js';

describe('submissionMachine', () => {
  it.each<[SubmissionState, SubmissionState]>([
    ['SUBMITTED', 'RETURNED'],
    ['RETURNED', 'SUBMITTED'],
    ['ACCEPTED', 'RETURNED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(submissionMachine.move(from, to)).toBe(to);
  });

  it.each<[SubmissionState, SubmissionState]>([
    ['DRAFT', 'ACCEPTED'],
    ['DRAFT', 'RETURNED'],
    ['SUBMITTED', 'DRAFT'],
    ['RETURNED', 'ACCEPTED'], // it is submitted again first
    ['ACCEPTED', 'WITHDRAWN'],
    ['ACCEPTED', 'SUBMITTED'],
    ['WITHDRAWN', 'SUBMITTED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => submissionMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${submissionMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(submissionMachine.states.filter((state) => submissionMachine.isEnd(state)).sort()).toEqual(['WITHDRAWN']);
  });
});

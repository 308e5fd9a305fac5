import { memberReviewMachine, type MemberReviewState } from './member-review.states.js';

describe('memberReviewMachine', () => {
  it.each<[MemberReviewState, MemberReviewState]>([
    ['NOT_STARTED', 'SELF_REVIEW_DRAFT'],
    ['NOT_STARTED', 'WAITING_ABSENT'], // absent at the close
    ['SELF_REVIEW_DRAFT', 'WAITING_ABSENT'],
    ['SELF_REVIEW_SUBMITTED', 'WAITING_ABSENT'],
    ['SELF_REVIEW_SUBMITTED', 'SELF_REVIEW_DRAFT'], // returned
    ['READY', 'EXEMPT'],
    ['REVIEWED', 'TRANSFERRED_OUT'],
    ['OPINIONS_PENDING', 'LEFT_PARTY'],
    ['WAITING_ABSENT', 'NOT_YET_RATED'],
    ['PROPOSED', 'NOT_YET_RATED'], // the committee went on without the cell
    ['PROPOSED', 'REVIEWED'], // re-vote
    ['NOT_YET_RATED', 'READY'],
    ['CLOSED', 'UNDER_APPEAL'],
  ])('accepts %s -> %s', (from, to) => {
    expect(memberReviewMachine.move(from, to)).toBe(to);
  });

  it.each<[MemberReviewState, MemberReviewState]>([
    ['NOT_STARTED', 'READY'], // no meeting without a self-review
    ['NOT_STARTED', 'PROPOSED'],
    ['SELF_REVIEW_DRAFT', 'READY'],
    ['SELF_REVIEW_DRAFT', 'REVIEWED'],
    ['READY', 'PROPOSED'], // no vote before a review
    ['WAITING_ABSENT', 'PROPOSED'], // no level before the late review
    ['WAITING_ABSENT', 'REVIEWED'],
    ['REVIEWED_PARTLY', 'PROPOSED'], // leaders: every place first
    ['REVIEWED', 'DECIDED'], // a cell proposes, it decides nothing
    ['PROPOSED', 'DECIDED'], // verification lies between
    ['PROPOSED', 'EXEMPT'], // too late: a proposal exists
    ['PROPOSED', 'TRANSFERRED_OUT'],
    ['PROPOSED', 'LEFT_PARTY'],
    ['VERIFIED', 'TRANSFERRED_OUT'],
    ['VERIFIED', 'NOT_YET_RATED'],
    ['DECIDED', 'PROPOSED'], // a decision is changed by a new decision
    ['DECIDED', 'CLOSED'], // not before the notification
    ['NOTIFIED', 'REOPENED'],
    ['NOT_RATED', 'PROPOSED'],
    ['EXEMPT', 'READY'],
    ['CLOSED', 'DECIDED'],
    ['CLOSED', 'REOPENED'],
    ['CANCELLED', 'CLOSED'],
    ['TRANSFERRED_OUT', 'SELF_REVIEW_DRAFT'], // goes on at the receiving cell
    ['LEFT_PARTY', 'READY'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => memberReviewMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${memberReviewMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(memberReviewMachine.states.filter((state) => memberReviewMachine.isEnd(state)).sort()).toEqual([
      'CANCELLED',
      'LEFT_PARTY',
      'TRANSFERRED_OUT',
    ]);
  });
});

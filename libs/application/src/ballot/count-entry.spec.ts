import { type BallotRow, type PaperEntry } from '../ports/ballot.store.js';
import { assertEntry, type CountInput, entryOf, recountOf } from './count-entry.js';

const row = (reviewId: string, ...votes: number[]) => ({ reviewId, votes, blank: 0, invalid: 0 });
const input = (...rows: CountInput['rows']): CountInput => ({ distributed: 5, returned: 5, valid: 5, invalid: 0, rows });
const entry = (given: CountInput): PaperEntry => entryOf(given, null, null);

describe('recountOf', () => {
  const one = entry(input(row('a', 3, 2, 0, 0), row('b', 0, 5, 0, 0)));

  it('asks for nothing when both tellers agree', () => {
    expect(recountOf(one, entry(input(row('b', 0, 5, 0, 0), row('a', 3, 2, 0, 0))))).toBeNull();
  });

  it('asks for the rows that differ, and for the totals when those do', () => {
    expect(recountOf(one, entry(input(row('a', 2, 3, 0, 0), row('b', 0, 5, 0, 0))))).toEqual({ reviewIds: ['a'], totals: false });
    expect(recountOf(one, { ...one, valid: 4, invalid: 1 })).toEqual({ reviewIds: [], totals: true });
  });
});

describe('entryOf', () => {
  const before = entry(input(row('a', 3, 2, 0, 0), row('b', 0, 5, 0, 0)));
  const recount = { reviewIds: ['a'], totals: false };

  it('puts a recounted row into what the teller entered before', () => {
    const again = entryOf({ ...input(row('a', 2, 3, 0, 0)), distributed: 99 }, recount, before);
    expect(again).toMatchObject({ distributed: 5, subjects: [{ subjectId: 'a', counts: { 1: 2, 2: 3 } }, { subjectId: 'b', counts: { 2: 5 } }] });
  });

  it('takes the whole list again when nothing else has changed', () => {
    expect(entryOf(input(row('a', 2, 3, 0, 0), row('b', 0, 5, 0, 0)), recount, before).subjects).toHaveLength(2);
  });

  it.each<[string, CountInput]>([
    ['a row that was not asked for', input(row('a', 2, 3, 0, 0), row('b', 5, 0, 0, 0))],
    ['nothing', input()],
    ['an unknown subject', input(row('a', 2, 3, 0, 0), row('x', 5, 0, 0, 0))],
  ])('refuses %s', (_, wrong) => {
    expect(() => entryOf(wrong, recount, before)).toThrow(expect.objectContaining({ code: 'BALLOT.ROWS_NOT_ASKED', kind: 'invalid' }));
  });
});

describe('assertEntry', () => {
  const ballot = { id: 'B', subjects: ['a', 'b'], countedBody: 7, entitled: 5, rule: { invalidScope: 'PER_SUBJECT', majority: {} } } as unknown as BallotRow;
  const attendance = { summoned: 7, present: 5, absentExcused: 2, absentUnexcused: 0 };
  const check = (given: CountInput) => () => assertEntry(entry(given), ballot, attendance, given);

  it('accepts a count that holds', () => {
    expect(check(input(row('a', 3, 2, 0, 0), { ...row('b', 1, 2, 0, 0), blank: 1, invalid: 1 }))).not.toThrow();
  });

  it('points into what was sent, wherever the row stands', () => {
    expect(check(input(row('b', 0, 5, 0, 0), row('a', 6, 0, 0, 0)))).toThrow(expect.objectContaining({ code: 'BALLOT.TALLY_INVALID', errors: expect.arrayContaining([expect.objectContaining({ pointer: '/rows/1/votes', code: 'TALLY.LEVELS_OVER_VALID' })]) }));
    expect(check(input(row('a', 5, 0, 0, 0)))).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/rows', code: 'TALLY.SUBJECT_MISSING' })] }));
    expect(check(input(row('a', 5, 0, 0, 0), row('b', 5, 0)))).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/rows/1/votes', code: 'TALLY.CHOICE_UNKNOWN' })] }));
    expect(check({ ...input(row('a', -1, 6, 0, 0), row('b', 5, 0, 0, 0)) })).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/rows/0/votes/0', code: 'TALLY.NOT_A_COUNT' })] }));
  });
});

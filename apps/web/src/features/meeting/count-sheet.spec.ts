import { bodyOf, isWhole, rowSum, sheetFor } from './count-sheet.js';

const subjects = [{ reviewId: 'a' }, { reviewId: 'b' }] as never;
const entry = { distributed: 5, returned: 5, valid: 5, invalid: 0, subjects: [{ subjectId: 'a', counts: { 1: 2, 2: 3 }, blank: 0, invalidForSubject: 0 }, { subjectId: 'b', counts: { 2: 5 }, blank: 0, invalidForSubject: 0 }] };

describe('count sheet', () => {
  it('starts empty and cannot be sent without totals', () => {
    const body = bodyOf(sheetFor({ subjects, rule: null, recount: null, myEntries: [] }), subjects);
    expect(isWhole(body)).toBe(false);
    expect(body.rows).toEqual([{ reviewId: 'a', votes: [0, 0, 0, 0], blank: 0, invalid: 0 }, { reviewId: 'b', votes: [0, 0, 0, 0], blank: 0, invalid: 0 }]);
  });

  it('keeps in a recount what was not asked for and empties the rest', () => {
    const sheet = sheetFor({ subjects, rule: null, recount: ['/subjects/b/counts/2'], myEntries: [{ attempt: 1, enteredAt: '', entry }] });
    expect(sheet.valid).toBe('5');
    expect(sheet.rows['a']?.votes).toEqual(['2', '3', '0', '0']);
    expect(sheet.rows['b']?.votes).toEqual(['', '', '', '']);
  });

  it('has a column for every level of the ballot', () => {
    const row = sheetFor({ subjects, rule: { majority: { ranks: 5 } }, recount: null, myEntries: [] }).rows['a'];
    expect(row?.votes).toHaveLength(5);
  });

  it('asks for the totals again when they differ', () => {
    expect(sheetFor({ subjects, rule: null, recount: ['/valid'], myEntries: [{ attempt: 1, enteredAt: '', entry }] }).valid).toBe('');
  });

  it('adds up a row as it fills and notices what is no number', () => {
    expect(rowSum({ votes: ['3', '', '1', ''], blank: '1', invalid: '0' })).toBe(5);
    expect(rowSum({ votes: ['x', '', '', ''], blank: '', invalid: '' })).toBeNaN();
  });
});

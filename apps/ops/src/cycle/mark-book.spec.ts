import { type MarkRecord } from '@binhxet/application';
import { MarkBook } from './mark-book.js';

const mark = (
  voter: string,
  word: MarkRecord['mark'],
  round: number | null = null,
  subject = 'M1',
  ballot: MarkRecord['ballot'] = 'CELL_MEMBER_LEVEL',
): MarkRecord => ({ row: 2, year: null, body: 'C1', ballot, round, voter, subject, mark: word });
const book = new MarkBook([
  mark('V1', '1'),
  mark('V2', '2'),
  mark('V2', '3', 3),
  mark('V3', 'invalid'),
  mark('V1', '2', null, 'V1'),
]);

describe('MarkBook', () => {
  it('adds up who is there: a voter without a mark leaves the line blank', () => {
    expect(book.count('C1', 'CELL_MEMBER_LEVEL', 'M1', ['V1', 'V2', 'V3', 'V4'], 1)).toEqual({
      votes: [1, 1, 0, 0],
      blank: 1,
      invalid: 1,
    });
    expect(book.count('C1', 'CELL_MEMBER_LEVEL', 'M1', ['V2'], 1)).toEqual({
      votes: [0, 1, 0, 0],
      blank: 0,
      invalid: 0,
    });
  });

  it('keeps to the latest written round that has come', () => {
    expect([1, 2, 3, 4].map((round) => book.mark('C1', 'CELL_MEMBER_LEVEL', 'M1', 'V2', round))).toEqual([
      '2',
      '2',
      '3',
      '3',
    ]);
    expect(book.hasRound('C1', 'CELL_MEMBER_LEVEL', 'M1', 2)).toBe(false);
    expect(book.hasRound('C1', 'CELL_MEMBER_LEVEL', 'M1', 3)).toBe(true);
  });

  it('gives everybody without a row of their own the mark of the rest, round by round', () => {
    const shared = new MarkBook([
      mark('*', '2'),
      mark('V1', '3'),
      mark('V2', 'blank'),
      mark('*', '1', 2),
      mark('V2', '4', 2),
    ]);
    const count = (round: number) => shared.count('C1', 'CELL_MEMBER_LEVEL', 'M1', ['V1', 'V2', 'V3', 'V4'], round);
    expect(count(1)).toEqual({ votes: [0, 2, 1, 0], blank: 1, invalid: 0 });
    expect(count(2)).toEqual({ votes: [3, 0, 0, 1], blank: 0, invalid: 0 });
    expect(shared.hasRound('C1', 'CELL_MEMBER_LEVEL', 'M1', 2)).toBe(true);
    expect(shared.ownLevel(['C1'], 'M1', 'M1')).toBe(1);
  });

  it('takes the level of a paper from the own mark', () => {
    expect(book.ownLevel(['C1'], 'V1', 'V1')).toBe(2);
    expect(book.ownLevel(['C1'], 'V3', 'V3')).toBeNull();
  });
});

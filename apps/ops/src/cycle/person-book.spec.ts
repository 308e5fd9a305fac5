import { type PersonBallotLine, type PersonMark } from '@binhxet/application';
import { PersonBook } from './person-book.js';

const line = (person: string, more: Partial<PersonBallotLine> = {}): PersonBallotLine => ({
  row: 2,
  year: null,
  body: 'KHOI',
  ballot: 'BAU',
  kind: 'ELECTION',
  title: 'Bầu bổ sung',
  document: null,
  seats: 1,
  person,
  ...more,
});
const mark = (voter: string, person: string, word: PersonMark['mark'], ballot = 'BAU'): PersonMark => ({
  row: 2,
  year: null,
  body: 'KHOI',
  ballot,
  voter,
  person,
  mark: word,
});

describe('PersonBook', () => {
  const book = new PersonBook(
    [line('A'), line('B'), line('C', { ballot: 'TN', kind: 'CONFIDENCE', seats: null })],
    [
      mark('*', 'A', 'chosen'),
      mark('V1', 'A', 'blank'),
      mark('V1', 'B', 'chosen'),
      mark('*', 'C', '1', 'TN'),
      mark('V2', 'C', '3', 'TN'),
      mark('V3', 'C', '4', 'TN'),
    ],
  );

  it('gathers the rows of a ballot in their order', () => {
    expect(book.of('KHOI')).toMatchObject([
      { key: 'BAU', seats: 1, persons: ['A', 'B'] },
      { key: 'TN', seats: null, persons: ['C'] },
    ]);
    expect(book.of('DB1')).toEqual([]);
  });

  it('adds up the own mark of each voter, that of everybody else, or nothing', () => {
    expect(book.count('KHOI', 'BAU', 'A', ['V1', 'V2', 'V3'], 1)).toEqual({ votes: [2], blank: 1, invalid: 0 });
    expect(book.count('KHOI', 'BAU', 'B', ['V1', 'V2', 'V3'], 1)).toEqual({ votes: [1], blank: 2, invalid: 0 });
    expect(book.count('KHOI', 'TN', 'C', ['V1', 'V2', 'V3'], 3)).toEqual({ votes: [1, 0, 1], blank: 0, invalid: 1 }); // a level the paper has not
  });
});

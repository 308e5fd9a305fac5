import fc from 'fast-check';
import { type PersonBallotTerms, personBallotResult } from './person-ballot.js';

const half = { num: 1, den: 2, strict: true };
const election = (seats: number, countedBody = 12): PersonBallotTerms => ({
  kind: 'ELECTION',
  countedBody,
  majority: half,
  seats,
});
const outcomes = (votes: readonly number[], terms: PersonBallotTerms) =>
  personBallotResult(
    votes.map((own, at) => ({ personId: 'ABCDEF'[at]!, votes: [own] })),
    terms,
  ).persons.map(({ outcome }) => outcome);

describe('an election', () => {
  it('takes more than half of those counted, not of the papers', () => {
    expect(outcomes([7, 5], election(1))).toEqual(['ELECTED', 'NOT_ELECTED']);
    expect(outcomes([6, 5], election(1))).toEqual(['NOT_ELECTED', 'NOT_ELECTED']); // 11 papers, 6 of 12 is not more than half
  });

  it('prints the formula behind it', () => {
    const { persons, seats } = personBallotResult([{ personId: 'A', votes: [7] }], election(1));
    expect(persons[0]!.shares).toEqual([
      {
        choice: 1,
        votes: 7,
        sharePerMille: 583,
        formula: {
          votes: 7,
          of: 12,
          sharePerMille: 583,
          comparator: '>',
          num: 1,
          den: 2,
          left: 14,
          right: 12,
          holds: true,
        },
      },
    ]);
    expect(seats).toEqual({ of: 1, filled: 1 });
  });

  it('fills no more than the seats, the most votes first', () => {
    expect(outcomes([8, 10, 7], election(2))).toEqual(['ELECTED', 'ELECTED', 'NOT_ELECTED']);
    expect(outcomes([7, 7, 3], election(2))).toEqual(['ELECTED', 'ELECTED', 'NOT_ELECTED']);
  });

  it('chooses nobody among equals for the last seat, and nobody behind them', () => {
    expect(outcomes([9, 8, 8, 7], election(2))).toEqual(['ELECTED', 'TIED', 'TIED', 'NOT_ELECTED']);
    expect(outcomes([8, 8], election(1))).toEqual(['TIED', 'TIED']);
  });

  it('leaves seats open that nobody won', () => {
    expect(
      personBallotResult(
        [
          { personId: 'A', votes: [7] },
          { personId: 'B', votes: [2] },
        ],
        election(2),
      ).seats,
    ).toEqual({ of: 2, filled: 1 });
  });

  it('elects nobody in an empty body, and concludes nothing without a confirmed majority', () => {
    expect(outcomes([0, 0], election(1, 0))).toEqual(['NOT_ELECTED', 'NOT_ELECTED']);
    const open = personBallotResult([{ personId: 'A', votes: [12] }], { ...election(1), majority: null });
    expect(open).toMatchObject({
      seats: { of: 1, filled: 0 },
      persons: [{ outcome: 'UNCONFIRMED', shares: [{ votes: 12, sharePerMille: 1000, formula: null }] }],
    });
  });

  it('never fills more than the seats, nor prefers fewer votes to more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (votes, seats) => {
          const got = outcomes(votes, election(seats, 20));
          const elected = votes.filter((_, at) => got[at] === 'ELECTED');
          expect(elected.length).toBeLessThanOrEqual(seats);
          expect(elected.every((own) => own > 10)).toBe(true);
          expect(votes.every((own, at) => got[at] === 'ELECTED' || elected.every((one) => one > own))).toBe(true);
        },
      ),
    );
  });
});

describe('a ballot of confidence', () => {
  const terms: PersonBallotTerms = { kind: 'CONFIDENCE', countedBody: 12, majority: half, seats: null };
  const of = (votes: readonly number[], majority: PersonBallotTerms['majority']) =>
    personBallotResult([{ personId: 'A', votes }], { ...terms, majority }).persons[0]!;

  it('gives the level that has the majority, and none where no level has it', () => {
    expect(of([7, 3, 1], half)).toMatchObject({ outcome: 'LEVEL', level: 1 });
    expect(of([6, 5, 0], half)).toMatchObject({ outcome: 'NO_MAJORITY', level: null });
  });

  it('shows shares of those counted and concludes nothing where no majority is confirmed', () => {
    const verdict = of([9, 2, 1], null);
    expect(verdict).toMatchObject({ outcome: 'UNCONFIRMED', level: null });
    expect(verdict.shares.map(({ sharePerMille, formula }) => [sharePerMille, formula])).toEqual([
      [750, null],
      [167, null],
      [83, null],
    ]);
  });
});

import { countBody, type CountedBodyRule, type RollPerson } from './counted-body.js';
import { checkQuorum, leastVotes } from './quorum.js';

const exclusion = (flag: CountedBodyRule['exclusions'][number]['flag'], unlessVoting = false) =>
  ({ flag, unlessVoting, source: `clause of ${flag}`, mark: 'V' }) as const;

const summoned: CountedBodyRule = {
  rule: 'SUMMONED_OFFICIAL_MINUS_EXCLUSIONS',
  source: 'clause of the rule',
  mark: 'V',
  exclusions: [
    exclusion('temporarilyElsewhere'),
    exclusion('exempted', true),
    exclusion('suspended'),
    exclusion('prosecutedOrDetained'),
  ],
  votingStatuses: ['OFFICIAL'],
};
const MORE_THAN_HALF = { num: 1, den: 2, strict: true };
const TWO_THIRDS = { num: 2, den: 3, strict: false };

function aCell({ exemptPresent = false, ordinaryAbsent = 0 } = {}): RollPerson[] {
  const person = (personId: string, rest: Partial<RollPerson> = {}): RollPerson => ({
    personId,
    status: 'OFFICIAL',
    flags: {},
    present: true,
    ...rest,
  });
  return [
    ...Array.from({ length: 11 }, (_, index) => person(`ordinary-${index}`, { present: index >= ordinaryAbsent })),
    person('elsewhere', { flags: { temporarilyElsewhere: true }, present: false }),
    person('exempt', { flags: { exempted: true }, present: exemptPresent }),
    person('suspended', { flags: { suspended: true }, present: false }),
    person('probationary', { status: 'PROBATIONARY' }),
  ];
}

describe('countBody', () => {
  it.each([
    [{ exemptPresent: false }, 11, 6, 8],
    [{ exemptPresent: true }, 12, 7, 8],
    [{ ordinaryAbsent: 3 }, 11, 6, 8],
  ])('counts the cell of fifteen with %j', (situation, counted, half, thirds) => {
    const body = countBody(aCell(situation), summoned);
    expect(body.counted).toBe(counted);
    expect(leastVotes(counted, MORE_THAN_HALF)).toBe(half);
    expect(leastVotes(counted, TWO_THIRDS)).toBe(thirds);
  });

  it('names the clause that leaves a person out or lets one in', () => {
    const reasonOf = (id: string) =>
      countBody(aCell({ exemptPresent: true }), summoned).entries.find(({ personId }) => personId === id);
    expect(reasonOf('elsewhere')).toMatchObject({
      counted: false,
      reason: 'EXCLUDED',
      source: 'clause of temporarilyElsewhere',
    });
    expect(reasonOf('exempt')).toMatchObject({
      counted: true,
      entitled: true,
      reason: 'PRESENT_AND_VOTING',
      source: 'clause of exempted',
    });
    expect(reasonOf('probationary')).toMatchObject({ counted: false, reason: 'NO_VOTING_STATUS' });
  });

  it('does not count an exempt member who is present and does not vote', () => {
    const roll = aCell({ exemptPresent: true }).map((person) =>
      person.personId === 'exempt' ? { ...person, voting: false } : person,
    );
    expect(countBody(roll, summoned).counted).toBe(11);
  });

  it.each([
    ['ALL_OFFICIAL', 14],
    ['PRESENT', 11],
    ['MEMBERS_IN_OFFICE', 14],
  ] as const)('counts by %s', (rule, counted) => {
    expect(countBody(aCell(), { ...summoned, rule }).counted).toBe(counted);
  });

  it('leaves out a committee member who is no longer in office', () => {
    const roll = aCell().map((person, index) => (index === 0 ? { ...person, inOffice: false } : person));
    expect(countBody(roll, { ...summoned, rule: 'MEMBERS_IN_OFFICE' }).counted).toBe(13);
  });

  it('refuses a person twice and a vote from elsewhere', () => {
    const roll = aCell();
    const twice = [...roll, { ...roll[0]!, flags: { temporarilyElsewhere: true }, voting: true }];
    expect(() => countBody(twice, summoned)).toThrow(
      expect.objectContaining({
        code: 'MEETING.ROLL_INVALID',
        errors: [
          { pointer: '/15/personId', code: 'ROLL.PERSON_TWICE' },
          { pointer: '/15/voting', code: 'ROLL.VOTES_ELSEWHERE' },
        ],
      }),
    );
  });
});

describe('checkQuorum', () => {
  it.each([
    [11, 8, true, 0],
    [11, 7, false, 1],
    [12, 8, true, 0],
    [12, 7, false, 1],
    [3, 2, true, 0],
    [0, 0, false, 1],
  ])('of %i counted with %i present', (counted, present, met, missing) => {
    expect(checkQuorum({ counted, present }, TWO_THIRDS)).toMatchObject({ met, missing });
  });

  it('shows the integers it compared', () => {
    expect(checkQuorum({ counted: 12, present: 8 }, TWO_THIRDS).formula).toEqual({
      votes: 8,
      of: 12,
      sharePerMille: 667,
      comparator: '>=',
      num: 2,
      den: 3,
      left: 24,
      right: 24,
      holds: true,
    });
  });
});

import fc from 'fast-check';
import { compareEntries, type TellerEntry } from './teller-entries.js';
import { adoptionVerdict, levelVerdict } from './verdict.js';

const half = { num: 1, den: 2, strict: true };

describe('levelVerdict', () => {
  it('prints the formula behind the verdict: 7 / 12 = 58,3 % > 50 %', () => {
    expect(levelVerdict({ 1: 7, 2: 3 }, 12, { default: half, higherCountsForLower: false }).tests[0]).toEqual({
      level: 1,
      own: 7,
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
    });
  });

  it('chooses nothing when no level, or more than one, is reached', () => {
    expect(levelVerdict({ 1: 6, 2: 6 }, 12, { default: half, higherCountsForLower: false }).outcome).toBe(
      'NO_MAJORITY',
    );
    expect(
      levelVerdict({ 1: 6, 2: 6 }, 12, { default: { ...half, strict: false }, higherCountsForLower: false }).outcome,
    ).toBe('NO_MAJORITY');
  });

  it('lets better votes support a worse level only where the setting says so', () => {
    const counts = { 1: 5, 2: 4, 3: 3 };
    expect(levelVerdict(counts, 12, { default: half, higherCountsForLower: false }).level).toBeNull();
    expect(levelVerdict(counts, 12, { default: half, higherCountsForLower: true }).level).toBe(2);
  });

  it('uses a majority of its own for a level that has one', () => {
    const majority = { default: half, byLevel: { 1: { num: 2, den: 3, strict: false } }, higherCountsForLower: false };
    expect(levelVerdict({ 1: 7 }, 12, majority).level).toBeNull();
    expect(levelVerdict({ 2: 7 }, 12, majority).level).toBe(2);
  });

  it('gives no verdict in an empty body', () => {
    expect(
      levelVerdict({}, 0, { default: { num: 0, den: 1, strict: false }, higherCountsForLower: true }).level,
    ).toBeNull();
  });

  it('never lets two levels win more than half', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }), fc.nat(20), ([a, b, c, d], absent) => {
        const counts = { 1: a!, 2: b!, 3: c!, 4: d! };
        const body = a! + b! + c! + d! + absent;
        const verdict = levelVerdict(counts, body, { default: half, higherCountsForLower: false });
        const brute = ([1, 2, 3, 4] as const).filter((level) => counts[level] * 2 > body);
        expect(verdict.level).toBe(brute[0] ?? null);
        expect(brute.length).toBeLessThan(2);
      }),
    );
  });
});

describe('adoptionVerdict', () => {
  it.each([
    [6, 12, false],
    [7, 12, true],
    [0, 0, false],
  ])('%i of %i', (agree, counted, adopted) => {
    expect(adoptionVerdict(agree, counted, half).adopted).toBe(adopted);
  });
});

describe('compareEntries', () => {
  const entry = (counts: Record<string, number>, rest: Partial<TellerEntry> = {}): TellerEntry => ({
    distributed: 11,
    returned: 11,
    valid: 10,
    invalid: 1,
    subjects: [{ subjectId: 'A', counts, blank: 0, invalidForSubject: 0 }],
    ...rest,
  });

  it('finds two equal entries equal, an unmentioned choice being none', () => {
    expect(compareEntries(entry({ 1: 7, 2: 3 }), entry({ 1: 7, 2: 3, 3: 0 }))).toEqual([]);
  });

  it('names every row in which they differ', () => {
    expect(compareEntries(entry({ 1: 7, 2: 3 }), entry({ 1: 6, 2: 3, 3: 1 }, { invalid: 0 }))).toEqual([
      { pointer: '/invalid', first: 1, second: 0 },
      { pointer: '/subjects/A/counts/1', first: 7, second: 6 },
      { pointer: '/subjects/A/counts/3', first: 0, second: 1 },
    ]);
  });

  it('names a subject that only one teller has', () => {
    expect(
      compareEntries(entry({ 1: 7 }), entry({}, { subjects: [] })).map(({ pointer, second }) => [pointer, second]),
    ).toEqual([
      ['/subjects/A/blank', null],
      ['/subjects/A/counts/1', null],
      ['/subjects/A/invalidForSubject', null],
    ]);
  });
});

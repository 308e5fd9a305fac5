import fc from 'fast-check';
import { type QuotaRule } from '../rule-pack/rating-pack.js';
import { type SettingsFile } from '../rule-pack/companion-rules.js';
import {
  checkQuota,
  countQuota,
  groupForQuota,
  quotaGroupKey,
  type QuotaCount,
  type ResolvedQuota,
} from './check-quota.js';
import { quotaCeiling } from './quota-ceiling.js';
import { resolveQuota } from './resolve-quota.js';

const FIFTH = { num: 1, den: 5 };
const quota = (rest: Partial<ResolvedQuota> = {}): ResolvedQuota => ({
  id: 'Q',
  rate: FIFTH,
  specialRate: null,
  special: false,
  base: 'LOWER_ONLY',
  rounding: 'HALF_UP',
  groupBy: 'WHOLE',
  excludeHeads: false,
  enforcement: 'BLOCK',
  source: 'clause',
  mark: 'V',
  ...rest,
});

describe('quotaCeiling', () => {
  // regulations.md section 13, rate 20 %: PLUS_TOP floor / half-up / ceil, then ONLY
  it.each([
    [4, [0, 1, 1], [0, 1, 1]],
    [5, [1, 1, 1], [0, 1, 1]],
    [7, [1, 1, 2], [1, 1, 1]],
    [10, [2, 2, 2], [1, 2, 2]],
    [13, [2, 3, 3], [2, 2, 2]],
    [20, [4, 4, 4], [3, 3, 4]],
    [71, [14, 14, 15], [11, 12, 12]], // scenarios.md section 5
  ])('a group of %i', (group, plusTop, only) => {
    const roundings = ['FLOOR', 'HALF_UP', 'CEIL'] as const;
    expect(roundings.map((rounding) => quotaCeiling(FIFTH, 'LOWER_PLUS_TOP', rounding, group))).toEqual(plusTop);
    expect(roundings.map((rounding) => quotaCeiling(FIFTH, 'LOWER_ONLY', rounding, group))).toEqual(only);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1, 0],
    [0.2, 1],
  ])('refuses the rate %f / %f', (num, den) => {
    expect(() => quotaCeiling({ num, den }, 'LOWER_ONLY', 'FLOOR', 10)).toThrow(
      expect.objectContaining({ code: 'QUOTA.RATE_OUT_OF_RANGE', kind: 'invalid' }),
    );
  });

  it('agrees with trying every number', () => {
    const rounded = (num: number, den: number, rounding: string) =>
      rounding === 'FLOOR'
        ? Math.floor(num / den)
        : rounding === 'CEIL'
          ? Math.ceil(num / den)
          : Math.floor((2 * num + den) / (2 * den));
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('FLOOR' as const, 'HALF_UP' as const, 'CEIL' as const),
        fc.constantFrom('LOWER_ONLY' as const, 'LOWER_PLUS_TOP' as const),
        fc.nat(200),
        (a, b, rounding, base, group) => {
          const rate = { num: Math.min(a, b), den: b };
          let best = 0;
          for (let n = 0; n <= group; n += 1) {
            if (n <= rounded(rate.num * (base === 'LOWER_ONLY' ? group - n : group), rate.den, rounding)) best = n;
          }
          expect(quotaCeiling(rate, base, rounding, group)).toBe(best);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('checkQuota', () => {
  it('is exact once nothing is open: 16 of 71 breaks a ceiling of 12 by four', () => {
    expect(
      checkQuota({ top: 16, second: 55, outside: 1, undecided: 0 }, quota({ enforcement: 'WARN_WITH_REASON' })),
    ).toMatchObject({
      ceiling: { lower: 12, upper: 12 },
      used: 16,
      headroom: { lower: 0, upper: 0 },
      breach: 'CERTAIN',
      excess: 4,
      enforcement: 'WARN_WITH_REASON',
    });
  });

  it('keeps bounds while subjects are open', () => {
    expect(checkQuota({ top: 1, second: 3, outside: 0, undecided: 9 }, quota())).toMatchObject({
      ceiling: { lower: 1, upper: 2 },
      headroom: { lower: 0, upper: 1 },
      breach: 'NONE',
    });
    expect(checkQuota({ top: 2, second: 2, outside: 0, undecided: 9 }, quota()).breach).toBe('POSSIBLE');
  });

  it('gives bounds that no completion leaves and that some completion reaches', () => {
    const count = fc.record({ top: fc.nat(12), second: fc.nat(12), outside: fc.nat(3), undecided: fc.nat(8) });
    const rule = fc.record({
      num: fc.nat(10),
      base: fc.constantFrom('LOWER_ONLY' as const, 'LOWER_PLUS_TOP' as const),
      rounding: fc.constantFrom('FLOOR' as const, 'HALF_UP' as const, 'CEIL' as const),
    });
    fc.assert(
      fc.property(count, rule, (now: QuotaCount, { num, base, rounding }) => {
        const checked = checkQuota(now, quota({ rate: { num, den: 10 }, base, rounding }));
        const ceilings: number[] = [];
        const added: { k: number; fits: boolean }[] = [];
        for (let k = 0; k <= now.undecided; k += 1) {
          for (let s = 0; s + k <= now.undecided; s += 1) {
            const ceiling = quotaCeiling({ num, den: 10 }, base, rounding, now.top + now.second + k + s);
            ceilings.push(ceiling);
            added.push({ k, fits: now.top + k <= ceiling });
          }
        }
        expect(checked.ceiling).toEqual({ lower: Math.min(...ceilings), upper: Math.max(...ceilings) });
        const possible = added.filter(({ fits }) => fits).map(({ k }) => k);
        expect(checked.headroom.upper).toBe(Math.max(0, ...possible));
        const sure = added.filter(({ k }) => added.every((other) => other.k > k || other.fits)).map(({ k }) => k);
        expect(checked.headroom.lower).toBe(Math.max(0, ...sure));
        if (checked.breach === 'CERTAIN') expect(possible).not.toContain(0);
        if (checked.breach === 'NONE') expect(added.filter(({ k }) => k === 0).every(({ fits }) => fits)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('counting and grouping', () => {
  const subject = { subjectId: 's', grassrootsOrgId: 'o', similarGroup: null, isHead: false };
  const subjects = [
    { ...subject, result: { level: 1 as const } },
    { ...subject, isHead: true, result: { level: 1 as const } },
    { ...subject, result: { level: 2 as const } },
    { ...subject, result: { level: 3 as const } },
    { ...subject, grassrootsOrgId: 'p', result: { state: 'EXEMPT' as const } },
    { ...subject, grassrootsOrgId: 'p', result: 'UNDECIDED' as const },
  ];

  it('counts heads or leaves them out', () => {
    expect(countQuota(subjects, quota())).toEqual({ top: 2, second: 1, outside: 2, undecided: 1 });
    expect(countQuota(subjects, quota({ excludeHeads: true }))).toEqual({
      top: 1,
      second: 1,
      outside: 2,
      undecided: 1,
    });
  });

  it('groups as the rule says', () => {
    expect([...groupForQuota(subjects, 'GRASSROOTS_ORG')].map(([key, of]) => [key, of.length])).toEqual([
      ['org:o', 4],
      ['org:p', 2],
    ]);
    expect(quotaGroupKey('WHOLE', subject)).toBe('whole');
    expect(quotaGroupKey('SIMILAR_GROUP', subject)).toBeNull();
  });
});

describe('resolveQuota', () => {
  const unknown = { value: null, source: 'not confirmed', mark: 'UNKNOWN' } as const;
  const said = <T>(value: T) => ({ value, source: 'clause', mark: 'V' }) as const;
  const rule: QuotaRule = {
    id: 'Q',
    subject: 'MEMBER',
    level: 1,
    rate: said(FIFTH),
    specialRate: said({ num: 1, den: 4 }),
    base: unknown,
    rounding: unknown,
    groupBy: said('GRASSROOTS_ORG'),
    excludeHeads: said(false),
    enforcement: said('BLOCK'),
  };
  const settings = (values: SettingsFile['values']): SettingsFile => ({
    kind: 'settings',
    id: 'S',
    version: 1,
    title: 's',
    sources: [],
    values,
  });

  it('refuses to guess base and rounding', () => {
    expect(() => resolveQuota(rule, null)).toThrow(
      expect.objectContaining({
        code: 'READINESS.SETTING_MISSING',
        kind: 'conflict',
        facts: { quota: 'Q', settings: ['quota.MEMBER.base', 'quota.MEMBER.rounding'] },
      }),
    );
  });

  it('takes the settings of the subject before the general ones', () => {
    const file = settings({
      'quota.base': said('LOWER_ONLY'),
      'quota.rounding': said('HALF_UP'),
      'quota.MEMBER.rounding': said('FLOOR'),
    });
    expect(resolveQuota(rule, file)).toMatchObject({
      base: 'LOWER_ONLY',
      rounding: 'FLOOR',
      rate: FIFTH,
      groupBy: 'GRASSROOTS_ORG',
    });
    expect(resolveQuota(rule, file)).toMatchObject({ special: false, specialRate: { num: 1, den: 4 } });
    expect(resolveQuota(rule, file, true)).toMatchObject({ rate: { num: 1, den: 4 }, special: true });
    expect(resolveQuota({ ...rule, specialRate: unknown }, file, true)).toMatchObject({ rate: FIFTH, special: false });
  });

  it('enforces nothing without a rate', () => {
    expect(resolveQuota({ ...rule, rate: unknown }, null)).toBeNull();
  });
});

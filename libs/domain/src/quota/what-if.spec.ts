import { QUOTA_BASES } from '../rule-pack/rating-pack.js';
import { ROUNDINGS } from '../shared/rational.js';
import { type QuotaSubject, type ResolvedQuota } from './check-quota.js';
import { solveQuotas } from './solve-quota.js';
import { type QuotaVariant, whatIf } from './what-if.js';

const FIFTH = { num: 1, den: 5 };
const quota: ResolvedQuota = { id: 'Q', rate: FIFTH, specialRate: null, special: false, base: 'LOWER_ONLY', rounding: 'HALF_UP', groupBy: 'WHOLE', excludeHeads: false, enforcement: 'BLOCK', source: 'clause', mark: 'V' };
const variant = (rest: Partial<QuotaVariant> = {}): QuotaVariant => ({ base: 'LOWER_ONLY', rounding: 'HALF_UP', groupBy: 'WHOLE', rate: FIFTH, excludeHeads: false, ...rest });

/** The published year: 72 organisations, 16 at the top, 55 at the second level, one below. Source: scenarios.md section 5 */
describe('the year with 16 of 71', () => {
  const subjects = Array.from({ length: 72 }, (_, n): QuotaSubject => ({ subjectId: `o${n}`, grassrootsOrgId: null, similarGroup: null, isHead: false, result: { level: n < 16 ? 1 : n < 71 ? 2 : 3 } }));
  const every = QUOTA_BASES.flatMap((base) => ROUNDINGS.map((rounding) => variant({ base, rounding })));

  it('(a) allows 16 on no base and by no rounding while all are one group, and names how many are too many', () => {
    const outcomes = whatIf(subjects, quota, every);
    const most = Object.fromEntries(QUOTA_BASES.map((base) => [base, ROUNDINGS.map((rounding) => outcomes.find((one) => one.variant.base === base && one.variant.rounding === rounding)?.groups[0]?.ceiling.upper)]));
    expect(most).toEqual({ LOWER_PLUS_TOP: [14, 14, 15], LOWER_ONLY: [11, 12, 12] });
    expect(outcomes.every(({ breach, total }) => breach === 'CERTAIN' && total.used === 16 && total.excess === 16 - total.ceiling.upper)).toBe(true);
  });

  it('(a) would hold with four lowered, any four of the sixteen', () => {
    const proposal = solveQuotas(
      [{ key: 'Q whole', excess: 4, candidateIds: subjects.slice(0, 16).map(({ subjectId }) => subjectId) }],
      subjects.slice(0, 16).map(({ subjectId }) => ({ subjectId, points: null, votes: null, lastYear: null })),
    );
    expect(proposal).toMatchObject({ alternatives: '1820', pools: [{ lower: 4 }] });
  });

  it.each([
    ['five groups rounded up', [16, 15, 14, 14, 12], 'CEIL', 16, 'NONE'],
    ['the same groups rounded half up', [16, 15, 14, 14, 12], 'HALF_UP', 14, 'CERTAIN'],
    ['two groups rounded up', [36, 35], 'CEIL', 15, 'CERTAIN'],
  ] as const)('(c) %s', (_, sizes, rounding, most, breach) => {
    // Top levels spread as evenly as the groups: each group takes its own share.
    const shares = sizes.map((size) => Math.ceil(size / 5));
    const drawn = new Map<string, string>();
    let [top, second] = [0, 16];
    sizes.forEach((size, group) => {
      const own = group === sizes.length - 1 ? 16 - top : Math.min(shares[group]!, 16 - top);
      for (let n = 0; n < own; n += 1) drawn.set(`o${top + n}`, `N${group}`);
      for (let n = 0; n < size - own; n += 1) drawn.set(`o${second + n}`, `N${group}`);
      [top, second] = [top + own, second + size - own];
    });
    const [outcome] = whatIf(subjects, quota, [variant({ base: 'LOWER_PLUS_TOP', rounding, groupBy: 'DRAWN' })], drawn);
    const inGroups = outcome!.groups.filter(({ group }) => group !== null);
    expect(inGroups.map(({ count }) => count.top + count.second)).toEqual([...sizes]);
    expect(outcome).toMatchObject({ total: { ceiling: { lower: most, upper: most } }, breach });
  });

  it('holds at a rate of a quarter of both levels, not of the second alone', () => {
    expect(whatIf(subjects, quota, [variant({ rate: { num: 1, den: 4 }, base: 'LOWER_PLUS_TOP' })])[0]).toMatchObject({ total: { ceiling: { upper: 18 } }, breach: 'NONE' });
    expect(whatIf(subjects, quota, [variant({ rate: { num: 1, den: 4 } })])[0]).toMatchObject({ total: { ceiling: { upper: 14 } }, breach: 'CERTAIN' });
  });
});

describe('whatIf', () => {
  const subject = (n: number, rest: Partial<QuotaSubject> = {}): QuotaSubject => ({ subjectId: `s${n}`, grassrootsOrgId: 'o', similarGroup: null, isHead: false, result: { level: 2 }, ...rest });

  it('keeps bounds while subjects are open and the worst group in sight', () => {
    const subjects = [subject(0, { result: { level: 1 } }), subject(1, { result: { level: 1 } }), ...[2, 3, 4, 5].map((n) => subject(n)), ...[6, 7, 8, 9].map((n) => subject(n, { grassrootsOrgId: 'p', result: 'UNDECIDED' }))];
    const [outcome] = whatIf(subjects, quota, [variant({ groupBy: 'GRASSROOTS_ORG' })]);
    expect(outcome?.groups.map(({ group, ceiling, breach }) => [group, ceiling, breach])).toEqual([
      ['org:o', { lower: 1, upper: 1 }, 'CERTAIN'],
      ['org:p', { lower: 0, upper: 1 }, 'NONE'],
    ]);
    expect(outcome).toMatchObject({ breach: 'CERTAIN', total: { ceiling: { lower: 1, upper: 2 }, used: 2, excess: 1 } });
  });

  it('leaves heads out where the variant does, and the subjects untouched', () => {
    const subjects = [subject(0, { isHead: true, result: { level: 1 } }), subject(1)];
    const before = structuredClone(subjects);
    expect(whatIf(subjects, quota, [variant(), variant({ excludeHeads: true })]).map(({ total }) => total.used)).toEqual([1, 0]);
    expect(subjects).toEqual(before);
  });

  it('refuses a rate above one', () => {
    expect(() => whatIf([subject(0)], quota, [variant({ rate: { num: 2, den: 1 } })])).toThrow(expect.objectContaining({ code: 'QUOTA.RATE_OUT_OF_RANGE' }));
  });
});

import fc from 'fast-check';
import { checkQuota, countQuota, groupForQuota, quotaGroupKey, type QuotaSubject, type ResolvedQuota } from './check-quota.js';
import { type QuotaCandidate, type QuotaDemand, solveQuotas, weakestFirst } from './solve-quota.js';

const candidate = (subjectId: string, reasons: Partial<QuotaCandidate> = {}): QuotaCandidate => ({ subjectId, points: null, votes: null, lastYear: null, ...reasons });
const ids = (of: readonly QuotaCandidate[] | undefined): string[] => (of ?? []).map(({ subjectId }) => subjectId);

describe('solveQuotas', () => {
  it('has nothing to propose where every quota holds', () => {
    expect(solveQuotas([{ key: 'whole', excess: 0, candidateIds: ['a'] }], [candidate('a')])).toBeNull();
  });

  it('proposes as many as are too many, weakest reasons first, and names the others', () => {
    const four = [candidate('a', { points: 9_500 }), candidate('b', { points: 9_100 }), candidate('c', { points: 9_100, votes: { top: 7, of: 12 } }), candidate('d')];
    expect(solveQuotas([{ key: 'whole', excess: 2, candidateIds: ['a', 'b', 'c', 'd'] }], four)).toEqual({
      changes: [four[2], four[1]],
      pools: [{ demands: ['whole'], lower: 2, candidates: [four[2], four[1], four[0], four[3]] }],
      alternatives: '6',
      shortages: [],
      smallest: true,
    });
  });

  it('mends the whole with what mends a group', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => candidate(id));
    const proposal = solveQuotas(
      [
        { key: 'whole', excess: 2, candidateIds: ['a', 'b', 'c', 'd'] },
        { key: 'group:x', excess: 1, candidateIds: ['c', 'd'] },
      ],
      all,
    );
    expect(ids(proposal?.changes)).toEqual(['a', 'c']);
    expect(proposal?.pools.map(({ demands, lower }) => [demands, lower])).toEqual([
      [['whole'], 1],
      [['whole', 'group:x'], 1],
    ]);
  });

  it('finds the subject that stands in two groups which only overlap', () => {
    const proposal = solveQuotas(
      [
        { key: 'one', excess: 1, candidateIds: ['a', 'b'] },
        { key: 'other', excess: 1, candidateIds: ['b', 'c'] },
      ],
      ['a', 'b', 'c'].map((id) => candidate(id)),
    );
    expect(ids(proposal?.changes)).toEqual(['b']);
  });

  it('says what no change of this body can mend', () => {
    const proposal = solveQuotas([{ key: 'whole', excess: 3, candidateIds: ['a'] }], [candidate('a')]);
    expect(proposal).toMatchObject({ changes: [{ subjectId: 'a' }], shortages: [{ demand: 'whole', missing: 2 }] });
  });

  it('proposes the same whatever order it is given', () => {
    const all = Array.from({ length: 12 }, (_, n) => candidate(`s${n}`, { points: 9_000 + (n % 3), lastYear: n % 2 === 0 ? 1 : 2 }));
    const demands = [{ key: 'whole', excess: 5, candidateIds: ids(all) }];
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: 12 }), (shuffled) => expect(solveQuotas(demands, shuffled)?.changes).toEqual(solveQuotas(demands, all)?.changes)));
  });
});

describe('weakestFirst', () => {
  it.each<[string, Partial<QuotaCandidate>, Partial<QuotaCandidate>]>([
    ['fewer points', { points: 9_000 }, { points: 9_001 }],
    ['a smaller share of votes, not fewer votes', { points: 1, votes: { top: 7, of: 12 } }, { points: 1, votes: { top: 6, of: 10 } }],
    ['a worse level last year', { lastYear: 3 }, { lastYear: 2 }],
    ['points before votes', { points: 1, votes: { top: 9, of: 9 } }, { points: 2, votes: { top: 1, of: 9 } }],
    ['what is known before what is not', { points: 9_900 }, { votes: { top: 0, of: 9 } }],
  ])('%s', (_, first, second) => {
    expect(weakestFirst(candidate('z', first), candidate('a', second))).toBeLessThan(0);
    expect(weakestFirst(candidate('a', second), candidate('z', first))).toBeGreaterThan(0);
  });
});

/** Everything by trying: the ceiling from its definition, the smallest set from all sets. */
describe('against a brute-force oracle', () => {
  const rounded = (num: number, den: number, rounding: string): number => (rounding === 'FLOOR' ? Math.floor(num / den) : rounding === 'CEIL' ? Math.ceil(num / den) : Math.floor((2 * num + den) / (2 * den)));
  const holds = (subjects: readonly QuotaSubject[], quota: ResolvedQuota, group: string): boolean => {
    const of = subjects.filter((one) => quotaGroupKey(quota.groupBy, one) === group && !(quota.excludeHeads && one.isHead));
    const at = (level: number): number => of.filter(({ result }) => typeof result === 'object' && 'level' in result && result.level === level).length;
    const [top, second] = [at(1), at(2)];
    // A ceiling is the largest n for which the rule holds; a count up to it is within the quota.
    for (let n = top; n <= top + second; n += 1) {
      const base = quota.base === 'LOWER_ONLY' ? top + second - n : top + second;
      if (n <= rounded(quota.rate.num * base, quota.rate.den, quota.rounding)) return true;
    }
    return false;
  };
  const quotas = fc.uniqueArray(
    fc.record({
      groupBy: fc.constantFrom('WHOLE' as const, 'GRASSROOTS_ORG' as const, 'SIMILAR_GROUP' as const),
      num: fc.integer({ min: 0, max: 7 }),
      base: fc.constantFrom('LOWER_ONLY' as const, 'LOWER_PLUS_TOP' as const),
      rounding: fc.constantFrom('FLOOR' as const, 'HALF_UP' as const, 'CEIL' as const),
      excludeHeads: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3, selector: ({ groupBy }) => groupBy },
  );
  const people = fc.array(
    fc.record({ org: fc.constantFrom('o', 'p'), group: fc.constantFrom('g', 'h'), isHead: fc.boolean(), level: fc.constantFrom(1 as const, 1 as const, 1 as const, 2 as const, 3 as const), movable: fc.boolean(), points: fc.option(fc.nat(3), { nil: null }) }),
    { minLength: 1, maxLength: 10 },
  );

  it('finds a set that mends everything, and no smaller one exists', () => {
    let proposals = 0;
    fc.assert(
      fc.property(quotas, people, (rules, drawn) => {
        const subjects = drawn.map((one, n): QuotaSubject => ({ subjectId: `s${n}`, grassrootsOrgId: one.org, similarGroup: one.group, isHead: one.isHead, result: { level: one.level } }));
        const resolved = rules.map(({ num, ...rule }): ResolvedQuota => ({ id: rule.groupBy, rate: { num, den: 10 }, specialRate: null, special: false, enforcement: 'BLOCK', source: 'clause', mark: 'V', ...rule }));
        const movable = drawn.flatMap((one, n) => (one.level === 1 && one.movable ? [`s${n}`] : []));
        const groups = resolved.flatMap((quota) => [...groupForQuota(subjects, quota.groupBy)].map(([group, of]) => ({ quota, group: group!, of })));
        const demands = groups.map(({ quota, group, of }): QuotaDemand => ({
          key: `${quota.id} ${group}`,
          excess: checkQuota(countQuota(of, quota), quota).excess,
          candidateIds: of.filter((one) => movable.includes(one.subjectId) && !(quota.excludeHeads && one.isHead)).map(({ subjectId }) => subjectId),
        }));
        const proposal = solveQuotas(demands, drawn.flatMap((one, n) => (movable.includes(`s${n}`) ? [candidate(`s${n}`, { points: one.points })] : [])));
        const lowered = (chosen: ReadonlySet<string>) => subjects.map((one) => (chosen.has(one.subjectId) ? { ...one, result: { level: 2 as const } } : one));
        const mends = (chosen: ReadonlySet<string>): boolean => groups.every(({ quota, group }) => holds(lowered(chosen), quota, group));

        if (mends(new Set())) return expect(proposal).toBeNull();
        if (!mends(new Set(movable))) return expect(proposal?.shortages).not.toEqual([]);
        proposals += 1;
        const chosen = new Set(ids(proposal?.changes));
        expect(proposal).toMatchObject({ shortages: [], smallest: true });
        expect(chosen.size).toBe(proposal?.changes.length);
        expect(mends(chosen)).toBe(true);
        const sets = subsets(movable).filter((set) => set.size < chosen.size);
        expect(sets.some(mends)).toBe(false);
        // Any so many of every pool do as well.
        for (const other of choices(proposal!.pools)) expect(mends(other)).toBe(true);
      }),
      { numRuns: 4_000, seed: 20_231_004 },
    );
    expect(proposals).toBeGreaterThan(500);
  });

  const subsets = (of: readonly string[]): Set<string>[] => Array.from({ length: 2 ** of.length }, (_, bits) => new Set(of.filter((_one, n) => (bits >> n) & 1)));
  const choices = (pools: NonNullable<ReturnType<typeof solveQuotas>>['pools']): Set<string>[] =>
    pools.reduce<Set<string>[]>((sets, { lower, candidates }) => {
      const of = subsets(ids(candidates)).filter((set) => set.size === lower);
      return sets.flatMap((set) => of.map((more) => new Set([...set, ...more])));
    }, [new Set()]);
});

import fc from 'fast-check';
import { type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { neededFor, scaledHalfUp, writeScaled, exact } from './arithmetic.js';
import { outlookOf } from './at-risk.js';
import { againstQuota, yearlyAgainstTerm } from './contradictions.js';
import { evaluateTarget, type Measured } from './evaluate-target.js';
import { reaches, readTargetLevel } from './level-reading.js';
import { type Target, type TargetOperator, type TargetReading, type TargetSet } from './target.js';
import { termProgress } from './term-progress.js';

const ORGS: TargetSet = { kind: 'SUBJECTS', subject: 'ORGANISATION', base: 'ALL' };
const level = (rank: 1 | 2 | 3 | 4, orBetter = true): TargetSet => ({ ...ORGS, level: { rank, orBetter } });
const ADMISSIONS: TargetSet = { kind: 'WORK', work: 'ADMISSION', count: 'TURNS' };
const reading = (numerator: TargetSet, denominator: TargetSet | null, id = 'a'): TargetReading => ({ id, numerator, denominator, mark: 'S' });
const whole = (num: number) => ({ num, den: 1 });
const target = (operator: TargetOperator, value: number | null, rest: Partial<Target> = {}): Target => ({
  id: `${operator}${value}`,
  code: '1',
  ordinal: 1,
  wording: '',
  operator,
  value: value === null ? null : whole(value),
  upper: null,
  unit: 'PERCENT',
  decimals: 2,
  label: null,
  packOfLabel: null,
  period: 'YEAR',
  fromYear: 2019,
  toYear: 2019,
  readings: [reading(level(2), ORGS)],
  mark: 'S',
  note: null,
  ...rest,
});
const known = (count: number | null): Measured => ({ count, comparable: true });
const share = (k: number, n: number) => (set: TargetSet) => known(set.kind === 'SUBJECTS' && set.level ? k : n);

describe('verdicts published in the founding articles', () => {
  it.each<[string, Target, number, number, string, string | null]>([
    ['003 line 1: 100 % over "trên 98 %"', target('>', 98, { decimals: 0 }), 114, 114, 'EXCEEDED', '2'],
    ['003 line 2: 92 % over "trên 80 %"', target('>', 80, { decimals: 0 }), 105, 114, 'EXCEEDED', '12'],
    ['003 line 7: 99,57 % over "trên 95 %"', target('>', 95), 6921, 6951, 'EXCEEDED', '4,57'],
    ['exactly 80 % is not more than 80 %', target('>', 80), 80, 100, 'NOT_MET', '0,00'],
    ['000 line 2: 90 % without "trên"', target('=', 90), 60, 67, 'NOT_MET', '-0,45'],
    ['000 line 2 met', target('=', 90), 63, 70, 'MET', '0,00'],
    ['rounded 95 % is not 95 %: 63 of 67', target('>=', 95, { decimals: 0 }), 63, 67, 'NOT_MET', '-1'],
    ['001 line 7: a range', target('between', 15, { upper: whole(20) }), 18, 100, 'MET', null],
    ['above the range', target('between', 15, { upper: whole(20) }), 21, 100, 'EXCEEDED', '1,00'],
    ['below the range', target('between', 15, { upper: whole(20) }), 14, 100, 'NOT_MET', '-1,00'],
    ['000 line 4: none', target('none', null, { unit: 'COUNT' }), 0, 70, 'MET', null],
    ['one is not none', target('none', null, { unit: 'COUNT' }), 1, 70, 'NOT_MET', null],
    ['at most', target('<=', 5, { decimals: 0 }), 5, 100, 'MET', '0'],
  ])('%s', (_name, line, k, n, verdict, difference) => {
    const outcome = evaluateTarget(line, share(k, n));
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.difference && writeScaled(outcome.difference)).toBe(difference);
  });

  it('003 line 3: 1,940 admitted over 1,600 is "vượt 21,25 %"', () => {
    const outcome = evaluateTarget(target('>=', 1600, { unit: 'COUNT', readings: [reading(ADMISSIONS, null)] }), () => known(1940));
    expect(outcome).toMatchObject({ verdict: 'EXCEEDED', k: 1940, n: null, difference: { unit: 'PERCENT_OF_TARGET', scaled: 2125, decimals: 2 } });
  });

  it('says neither yes nor no where something is not known, and NOT_COMPARABLE where the label has no equal', () => {
    expect(evaluateTarget(target('>', 95), () => known(null)).verdict).toBeNull();
    expect(evaluateTarget(target('>', 95), share(0, 0)).verdict).toBeNull();
    expect(evaluateTarget(target('>', 95), (set) => (set.kind === 'SUBJECTS' && set.level ? { count: null, comparable: false } : known(67)))).toMatchObject({ verdict: 'NOT_COMPARABLE', n: 67 });
  });

  it('evaluates "trong đó" by both readings and says when they differ', () => {
    const ofAll = reading(level(1, false), ORGS, 'all');
    const ofThose = reading(level(1, false), level(2), 'of-those');
    const counts = (best: number) => (set: TargetSet) => known(set.kind === 'SUBJECTS' && set.level ? (set.level.rank === 1 ? best : 63) : 70);
    const line = target('=', 50, { readings: [ofAll, ofThose] });
    expect(evaluateTarget(line, counts(33))).toMatchObject({ verdict: 'NOT_MET', ambiguous: true, readings: [{ verdict: 'NOT_MET' }, { verdict: 'EXCEEDED', n: 63 }] });
    expect(evaluateTarget(line, counts(40))).toMatchObject({ verdict: 'EXCEEDED', ambiguous: false });
  });

  it('is the verdict of the integers, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), fc.nat(100), (a, n, value) => {
        const k = a % (n + 1);
        expect(evaluateTarget(target('>', value), share(k, n)).verdict).toBe(100 * k > value * n ? 'EXCEEDED' : 'NOT_MET');
        const needed = neededFor(target('>', value), n)!;
        expect(k >= needed).toBe(100 * k > value * n);
      }),
    );
  });
});

describe('in the middle of the year', () => {
  const goal = target('=', 95, { readings: [reading({ ...ORGS, level: { rank: 1, orBetter: false } }, ORGS)] });
  const input = { base: 67, failedSoFar: 0, inDoubt: 0, done: null, monthsOver: 6, monthsTotal: 12, lastYear: null } as const;

  it('67 organisations at 95 %: at least 64 needed, at most 3 may fail', () => {
    expect(outlookOf(goal, { ...input, failedSoFar: 1, inDoubt: 33, lastYear: 'NOT_MET' })).toEqual({
      base: 67, needed: 64, mayFail: 3, failedSoFar: 1, inDoubt: 33, possible: 66, missedLastYear: true, reasons: ['NOT_SECURED', 'MISSED_LAST_YEAR'], verdict: 'AT_RISK',
    });
  });

  it.each([
    [3, 0, null],
    [3, 1, 'AT_RISK'],
    [4, 0, 'NOT_MET'],
  ] as const)('%d failed, %d in doubt → %s', (failedSoFar, inDoubt, verdict) => {
    expect(outlookOf(goal, { ...input, failedSoFar, inDoubt, lastYear: 'MET' })?.verdict).toBe(verdict);
  });

  it('work is behind when less of it is done than of the year is over', () => {
    const plan = target('>=', 100, { unit: 'COUNT', readings: [reading(ADMISSIONS, null)] });
    expect(outlookOf(plan, { ...input, base: null, done: 57 })).toMatchObject({ verdict: null, needed: 100, possible: 57, mayFail: null });
    expect(outlookOf(plan, { ...input, base: null, done: 49 })).toMatchObject({ verdict: 'AT_RISK', reasons: ['BEHIND_PACE'] });
    expect(outlookOf(target('none', null), input)).toBeNull();
  });
});

describe('an old label in another ladder', () => {
  const source = { source: '', mark: 'UNKNOWN' as const };
  const map = { maps: [{ purpose: 'target', subjects: ['ORGANISATION'], packs: ['OLD'], from: { level: 1 }, to: { value: null, ...source } }, { purpose: 'target', subjects: ['ORGANISATION'], packs: ['OLD'], from: { level: 2 }, to: { value: 2, source: '', mark: 'I' } }] } as unknown as LevelEquivalence;
  const best = { rank: 1, orBetter: false } as const;

  it('is as written in its own pack, and has no equal until somebody gives it one', () => {
    expect(readTargetLevel(best, 'ORGANISATION', 'OLD', 'OLD', [], map)).toMatchObject({ state: 'SAME_PACK', rank: 1 });
    expect(readTargetLevel(best, 'ORGANISATION', 'OLD', 'NEW', [], map)).toEqual({ state: 'UNMAPPED' });
    expect(readTargetLevel({ rank: 2, orBetter: true }, 'ORGANISATION', 'OLD', 'NEW', [], map)).toMatchObject({ state: 'EQUIVALENCE', rank: 2 });
    const mapping = { subject: 'ORGANISATION', packOfLabel: 'OLD', rank: 1, title: null, resultPack: null, toRank: 2, toOrBetter: true } as const;
    expect(readTargetLevel(best, 'ORGANISATION', 'OLD', 'NEW', [mapping], map)).toMatchObject({ state: 'MAPPED', rank: 2, orBetter: true });
    expect(readTargetLevel(best, 'ORGANISATION', 'OLD', 'NEW', [{ ...mapping, toRank: 1, toOrBetter: false, resultPack: 'NEW' }, mapping], map)).toMatchObject({ rank: 1 });
  });

  it('counts a title only with the title', () => {
    const titled = { state: 'SAME_PACK', rank: 1, orBetter: false, title: 'TB' } as const;
    expect([true, false].map((outstanding) => reaches(titled, { level: 1, outstanding }))).toEqual([true, false]);
    expect(reaches({ ...titled, title: null, rank: 2, orBetter: true }, { level: 1, outstanding: false })).toBe(true);
    expect(reaches({ ...titled, title: null, rank: 2, orBetter: false }, { level: 1, outstanding: false })).toBe(false);
  });
});

describe('what does not fit together is kept', () => {
  const term = { unit: 'COUNT' as const, readings: [reading(ADMISSIONS, null)] as [TargetReading], fromYear: 2020, toYear: 2024 };
  const range = target('between', 450, { ...term, id: 'term', period: 'TERM', upper: whole(500) });

  it('80 a year for five years is 400, not 450–500', () => {
    const yearly = target('=', 80, { ...term, id: 'yearly' });
    expect(yearlyAgainstTerm([yearly, range])).toEqual([{ kind: 'YEARLY_TIMES_YEARS', targets: ['yearly', 'term'], years: 5, product: 400, lower: 450, upper: 500 }]);
    expect(yearlyAgainstTerm([target('=', 95, { ...term, id: 'yearly' }), range])).toEqual([]);
  });

  it('20 % best of all cannot be reached with LOWER_ONLY, and lies at the ceiling with LOWER_PLUS_TOP', () => {
    const best = target('=', 20, { id: 'best', readings: [reading({ ...ORGS, level: { rank: 1, orBetter: false } }, ORGS)] });
    const quota = (base: 'LOWER_ONLY' | 'LOWER_PLUS_TOP') => () => ({ base, rate: { num: 1, den: 5 }, level: 1 as const });
    expect(againstQuota([best], quota('LOWER_ONLY'))).toEqual([{ kind: 'ABOVE_CEILING', targets: ['best'], ceilingNum: 1, ceilingDen: 6 }]);
    expect(againstQuota([best], quota('LOWER_PLUS_TOP'))).toMatchObject([{ kind: 'AT_CEILING' }]);
    expect(againstQuota([{ ...best, operator: 'between', value: whole(15), upper: whole(20) }], quota('LOWER_ONLY'))).toMatchObject([{ kind: 'AT_CEILING' }]);
    expect(againstQuota([best], () => null)).toEqual([]);
  });

  it('adds a term up year by year, names gaps and judges at its end', () => {
    const counts: Record<number, number> = { 2020: 90, 2021: 95, 2022: 100, 2023: 92, 2024: 98 };
    expect(termProgress(range, (year) => counts[year] ?? null, 2021)).toMatchObject({ cumulative: 185, verdict: null });
    expect(termProgress(range, (year) => (counts[year] ?? 0) - 10, 2021)).toMatchObject({ cumulative: 165, verdict: 'AT_RISK' });
    expect(termProgress(range, (year) => counts[year] ?? null, 2026)).toMatchObject({ cumulative: 475, verdict: 'MET', gaps: [] });
    expect(termProgress(range, (year) => (year === 2022 ? null : 100), 2024)).toMatchObject({ cumulative: null, verdict: null, gaps: [2022] });
  });
});

it('rounds half up, a negative number like its twin', () => {
  expect([exact(105, 1000), exact(-105, 1000), exact(104, 1000)].map((value) => writeScaled(scaledHalfUp(value, 2)))).toEqual(['0,11', '-0,11', '0,10']);
  expect(writeScaled({ scaled: 7, decimals: 0 })).toBe('7');
});

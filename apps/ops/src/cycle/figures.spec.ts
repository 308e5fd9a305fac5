import { type Schemas } from '@binhxet/api-client';
import { type ExpectedFile, type ExpectedResult, type Target } from '../scenario/scenario-head.js';
import { compare, compareYears, figuresOf, verdictOf } from './figures.js';

const levels = (
  subjectKind: 'MEMBER' | 'COLLECTIVE' | 'ORGANISATION',
  counts: readonly [number, number, number, number],
  rest = 0,
) => {
  const rated = counts.reduce((sum, count) => sum + count, 0);
  const share = { key: '', k: 0, n: 0 };
  return {
    subjectKind,
    total: rated + rest,
    rated,
    levels: { 1: counts[0], 2: counts[1], 3: counts[2], 4: counts[3] },
    nonLevels: { NOT_RATED: 0, EXEMPT: rest, NOT_YET_RATED: 0 },
    undecided: 0,
    goodOrBetter: share,
    top: share,
  };
};
const report = {
  figures: [levels('MEMBER', [600, 2942, 50, 8], 146), levels('ORGANISATION', [20, 200, 1, 0])],
  grassroots: [levels('ORGANISATION', [16, 55, 1, 0]), levels('COLLECTIVE', [10, 57, 1, 0])],
  admitted: { key: 'admitted', k: 210, n: 3746 },
  awards: [{ id: 'ORG_YEAR', label: 'Giấy khen', years: 1, subject: 'ORGANISATION', form: 'CERTIFICATE_OF_MERIT' }],
  commendation: { ORG_YEAR: { AWARDED: 2 } },
  quota: [],
} as unknown as Schemas['CycleReport'];
const figures = figuresOf(report, new Map([['ORG_YEAR', ['DB02', 'DB01']]]));
const only = (expected: Omit<ExpectedResult, 'year'>, year = 2023) =>
  compare(2023, figures, { results: [{ year, ...expected }] } satisfies ExpectedFile)[0]!;

describe('figures of a year', () => {
  it('counts grassroots organisations over all of them and members over the rated ones', () => {
    const of = (key: string) => figures.find((figure) => figure.key === key);
    expect(of('organisations.goodOrBetter')).toMatchObject({ k: 71, n: 72 });
    expect(of('members.goodOrBetter')).toMatchObject({ k: 3542, n: 3600 });
    expect(of('members.exempt')).toMatchObject({ k: 146, n: 3746 });
    expect(of('commendation.ORG_YEAR')).toMatchObject({ k: 2, n: null, subjects: ['DB01', 'DB02'] });
  });

  it('gives the same figures with and without expectations', () => {
    const alone = compare(2023, figures, null);
    const beside = compare(2023, figures, {
      results: [{ year: 2023, key: 'members.admitted', published: { text: '210', k: 210 } }],
    });
    const reached = (rows: typeof alone) => new Map(rows.map((row) => [row.key, [row.reached.k, row.reached.n]]));
    expect(reached(beside)).toEqual(reached(alone));
    expect(alone.every((row) => row.agrees === null && row.verdict === null)).toBe(true);
  });

  it('prints with the precision that was published', () => {
    expect(only({ key: 'members.goodOrBetter', published: { text: '98,4 %', percent: '98.4' } }).reached.text).toBe(
      '3.542/3.600 (98,4 %)',
    );
    expect(only({ key: 'members.goodOrBetter', published: { text: '98,39 %', percent: '98.39' } }).reached.text).toBe(
      '3.542/3.600 (98,39 %)',
    );
  });

  // 3542/3600 = 98,3888… %; 71/72 = 98,6111… %
  it.each<[string, Omit<ExpectedResult, 'year' | 'key'>, boolean]>([
    ['members.goodOrBetter', { published: { text: '98,4 %', percent: '98.4' } }, true],
    ['members.goodOrBetter', { published: { text: '98,3 %', percent: '98.3' } }, false],
    ['members.goodOrBetter', { published: { text: '98 %', percent: '98' } }, true],
    ['members.goodOrBetter', { published: { text: 'trên 98,39 %', percent: '98.39', over: true } }, false], // equal when rounded, but less
    ['members.goodOrBetter', { published: { text: 'trên 98 %', percent: '98', over: true } }, true],
    ['organisations.goodOrBetter', { published: { text: '71/72', k: 71, n: 72 } }, true],
    ['organisations.goodOrBetter', { published: { text: '71/71', k: 71, n: 71 } }, false],
    ['members.admitted', { published: { text: 'gần 214', k: 210, nearly: 214 } }, true],
    ['members.admitted', { published: { text: 'gần 210', nearly: 210 } }, false],
    ['members.admitted', { published: { text: 'gần 215', nearly: 215 } }, false],
    ['commendation.ORG_YEAR', { expected: { subjects: ['DB02', 'DB01'] } }, true],
    ['commendation.ORG_YEAR', { expected: { subjects: ['DB01'] } }, false],
    ['commendation.ORG_YEAR', { expected: { absent: ['DB02'] } }, false],
    ['commendation.ORG_YEAR', { expected: { absent: ['DB03'] } }, true],
    ['commendation.NOBODY', { expected: { k: 0 } }, true],
    ['commendation.NOBODY', { expected: { k: 1 } }, false],
    ['members.unheardOf', { expected: { k: 1 } }, false],
  ])('%s against %j: %s', (key, expected, agrees) => {
    expect(only({ key, ...expected }).agrees).toBe(agrees);
  });

  it.each<[number, number, Target['operator'], string, string]>([
    [95, 100, '>', '95', 'NOT_MET'],
    [96, 100, '>', '95', 'EXCEEDED'],
    [95, 100, '>=', '95', 'MET'],
    [100, 100, '=', '100', 'MET'],
    [2, 3, '>=', '66.7', 'NOT_MET'], // 66,666… %, never rounded up
    [0, 9, 'none', '0', 'MET'],
    [1, 9, 'none', '0', 'NOT_MET'],
    [0, 0, '>=', '95', 'NOT_COMPARABLE'],
  ])('%i of %i with target %s %s %%: %s', (k, n, operator, value, verdict) => {
    expect(verdictOf({ k, n }, { operator, value, unit: 'PERCENT' })).toBe(verdict);
  });

  it.each([
    [449, 'NOT_MET'],
    [450, 'MET'],
    [500, 'MET'],
    [501, 'EXCEEDED'],
  ])('holds %i against 450-500: %s', (k, verdict) => {
    expect(verdictOf({ k, n: null }, { operator: 'between', value: '450', upTo: '500', unit: 'COUNT' })).toBe(verdict);
  });
});

describe('figures of several years', () => {
  it('are held against what is expected of their own year; what is expected of another year does not agree', () => {
    const expected: ExpectedFile = {
      results: [
        { year: 2023, key: 'members.admitted', expected: { k: 210 } },
        { year: 2024, key: 'members.admitted', expected: { k: 211 } },
        { year: 2031, key: 'members.admitted', expected: { k: 210 } },
      ],
    };
    const rows = compareYears(
      [
        { year: 2023, figures },
        { year: 2024, figures },
      ],
      expected,
    ).filter((row) => row.key === 'members.admitted');
    expect(rows.map((row) => [row.year, row.agrees])).toEqual([
      [2023, true],
      [2024, false],
      [2031, false],
    ]);
  });
});

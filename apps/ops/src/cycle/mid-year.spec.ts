import { figuresOfConclusion, figuresOfHalf } from './mid-year.js';

type Half = Parameters<typeof figuresOfHalf>[0];

const target = {
  code: '5',
  wording: '95 % tổ chức',
  operator: '=',
  value: { num: 95, den: 1 },
  upper: null,
  unit: 'PERCENT',
};
const now = {
  on: '2018-07-10',
  plans: [{ kinds: ['ADMISSION'], done: 57, planned: 100, percent: null, organisations: 0, members: 57 }],
  byRole: [{ role: 'GRASSROOTS_CELL', k: 17, n: 32 }],
  late: [{ code: 'CB02' }, { code: 'CB01' }],
  targets: [
    {
      target,
      verdict: 'NOT_COMPARABLE',
      lastYear: null,
      outlook: { needed: 64, base: 67, verdict: 'AT_RISK', missedLastYear: true },
    },
    { target: { ...target, code: '6' }, verdict: null, lastYear: null, outlook: null },
  ],
};
const head = { resolutions: [{ key: 'NQ', resolution: { number: '1', targets: [target] } }] };

describe('figures of a half-year', () => {
  it('come from plans, late organisations by role and name, and outlooks of targets', () => {
    const figures = figuresOfHalf({ now } as unknown as Half, { head } as never);
    expect(
      figures.map(({ key, k, n, subjects, judged }) => [key, k, n, subjects, judged?.verdict, judged?.difference]),
    ).toEqual([
      ['midYear.ADMISSION', 57, 100, undefined, undefined, undefined],
      ['midYear.late.GRASSROOTS_CELL', 17, 32, undefined, undefined, undefined],
      ['midYear.late', 2, null, ['CB01', 'CB02'], undefined, undefined],
      ['midYear.target.NQ.5', 64, 67, undefined, 'AT_RISK', 'năm trước cũng không đạt'],
    ]);
  });

  it('name who is late when the day has passed', () => {
    const concluded = { dueOn: '2018-09-14', lateThen: ['B', 'A'], stillLate: ['A'] } as never;
    expect(figuresOfConclusion(concluded).map(({ key, k, subjects }) => [key, k, subjects])).toEqual([
      ['midYear.lateThen', 2, ['A', 'B']],
      ['midYear.stillLate', 1, ['A']],
    ]);
    expect(figuresOfConclusion(null)).toEqual([]);
  });
});

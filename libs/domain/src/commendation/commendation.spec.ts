import { type Level } from '../level/level.js';
import { type CommendationRules, type LevelEquivalence, type MoneyRules } from '../rule-pack/companion-rules.js';
import { awardAmount } from './award-amount.js';
import { deriveCandidates } from './candidates.js';
import { consecutiveYears, type ChainRule, type YearResult } from './consecutive-years.js';

const said = <T>(value: T, source = 'clause') => ({ value, source, mark: 'V' }) as const;
const unknown = { value: null, source: 'not confirmed', mark: 'UNKNOWN' } as const;
const head = { version: 1, title: 't', sources: [] };
const equivalence: LevelEquivalence = {
  ...head,
  kind: 'level-equivalence',
  id: 'E',
  maps: [
    ...([1, 2, 3, 4] as const).map((level) => ({
      purpose: 'commendationChain' as const,
      subjects: ['MEMBER' as const, 'ORGANISATION' as const],
      packs: ['OLD', 'NEW'],
      from: { level },
      to: said<Level>(level, `rank ${level}`),
    })),
    {
      purpose: 'commendationChain',
      subjects: ['ORGANISATION'],
      packs: ['ANCIENT'],
      from: { level: 1, title: 'tiêu biểu' },
      to: said<Level>(1),
    },
    { purpose: 'commendationChain', subjects: ['ORGANISATION'], packs: ['ANCIENT'], from: { level: 1 }, to: unknown },
  ],
};
const rule: ChainRule = {
  subject: 'MEMBER',
  years: 5,
  level: 1,
  endYear: 2023,
  equivalence,
  cancelledYearBreaks: true,
  nonLevelYear: 'BREAKS',
};
const year = (of: number, rest: Partial<YearResult> = {}): YearResult => ({
  year: of,
  packId: of < 2023 ? 'OLD' : 'NEW',
  result: { level: 1 },
  cancelled: false,
  ...rest,
});
const five = [2019, 2020, 2021, 2022, 2023].map((of) => year(of));
const without = (of: number, ...instead: YearResult[]) => [...five.filter((result) => result.year !== of), ...instead];
const status = (history: YearResult[], change: Partial<ChainRule> = {}) => {
  const chain = consecutiveYears(history, { ...rule, ...change });
  return [chain.complete, chain.length, chain.brokenBy?.year ?? null, chain.brokenBy?.status ?? null];
};

describe('consecutiveYears', () => {
  it('runs across two packs and names the clause of every year', () => {
    const chain = consecutiveYears(five, rule);
    expect(chain).toMatchObject({ complete: true, length: 5, brokenBy: null });
    expect(chain.links.map(({ year: of, packId, clause }) => [of, packId, clause])).toEqual([
      [2023, 'NEW', 'rank 1'],
      [2022, 'OLD', 'rank 1'],
      [2021, 'OLD', 'rank 1'],
      [2020, 'OLD', 'rank 1'],
      [2019, 'OLD', 'rank 1'],
    ]);
  });

  it.each<[string, YearResult[], unknown[]]>([
    ['a lower level in 2021', without(2021, year(2021, { result: { level: 2 } })), [false, 2, 2021, 'LOWER']],
    ['2019 to 2022 only', without(2023), [false, 0, 2023, 'GAP']],
    [
      '2020 cancelled and nothing in its place',
      without(2020, year(2020, { cancelled: true })),
      [false, 3, 2020, 'CANCELLED'],
    ],
    [
      '2020 cancelled and rated again at the bottom',
      without(2020, year(2020, { cancelled: true }), year(2020, { result: { level: 4 } })),
      [false, 3, 2020, 'CANCELLED'],
    ],
    ['not rated in 2019', without(2019, year(2019, { result: { state: 'NOT_RATED' } })), [false, 4, 2019, 'NON_LEVEL']],
    ['an unknown year', without(2022), [false, 1, 2022, 'GAP']],
    ['a year still open', without(2023, year(2023, { result: { state: 'NOT_YET_RATED' } })), [false, 0, 2023, 'GAP']],
    [
      'a pack that the map does not know',
      without(2021, year(2021, { packId: 'STRANGE' })),
      [false, 2, 2021, 'NOT_COMPARABLE'],
    ],
  ])('is broken by %s', (_, history, expected) => {
    expect(status(history)).toEqual(expected);
  });

  it('lets the setting decide on cancelled and on not-rated years', () => {
    const again = without(2020, year(2020, { cancelled: true }), year(2020));
    expect(status(again)).toEqual([false, 3, 2020, 'CANCELLED']);
    expect(status(again, { cancelledYearBreaks: false })).toEqual([true, 5, null, null]);
    const skipped = [...without(2021, year(2021, { result: { state: 'EXEMPT' } })), year(2018)];
    expect(status(skipped)).toEqual([false, 2, 2021, 'NON_LEVEL']);
    expect(status(skipped, { nonLevelYear: 'SKIPS' })).toEqual([true, 5, null, null]);
  });

  it('ends where the history ends, even when every known year is passed over', () => {
    expect(status([year(2023, { result: { state: 'EXEMPT' } })], { nonLevelYear: 'SKIPS' })).toEqual([
      false,
      0,
      2022,
      'GAP',
    ]);
  });

  it('counts the old mass title only where it was outstanding', () => {
    const org = { subject: 'ORGANISATION' as const, years: 1, endYear: 2014 };
    expect(status([year(2014, { packId: 'ANCIENT', result: { level: 1, title: 'tiêu biểu' } })], org)[0]).toBe(true);
    expect(status([year(2014, { packId: 'ANCIENT' })], org)).toEqual([false, 0, 2014, 'NOT_COMPARABLE']);
  });
});

describe('deriveCandidates', () => {
  const rules: CommendationRules = {
    ...head,
    kind: 'commendation-rules',
    id: 'C',
    inForceFrom: '2021-01-01',
    powers: [],
    cancelledYearBreaks: said(true),
    ballotMajority: unknown,
    quota: unknown,
    dossier: unknown,
    awards: [
      {
        id: 'five',
        label: 'f',
        subject: 'MEMBER',
        subjectRoles: [],
        years: said(5),
        level: said<Level>(1),
        form: 'CERTIFICATE_OF_MERIT',
        awardedBy: said('SUPERIOR_ORG'),
      },
      {
        id: 'year',
        label: 'y',
        subject: 'ORGANISATION',
        subjectRoles: ['GRASSROOTS_CELL'],
        years: said(1),
        level: said<Level>(1),
        form: 'CERTIFICATE_OF_MERIT',
        awardedBy: said('SUPERIOR_ORG'),
      },
      {
        id: 'open',
        label: 'o',
        subject: 'MEMBER',
        subjectRoles: [],
        years: unknown,
        level: said<Level>(1),
        form: 'DIPLOMA_OF_MERIT',
        awardedBy: said('PROVINCIAL_ORG'),
      },
    ],
  };
  const subjects = [
    { subjectId: 'm1', kind: 'MEMBER' as const, orgRole: 'SUBORDINATE_CELL' as const, history: five },
    { subjectId: 'm2', kind: 'MEMBER' as const, orgRole: 'SUBORDINATE_CELL' as const, history: without(2021) },
    { subjectId: 'o1', kind: 'ORGANISATION' as const, orgRole: 'GRASSROOTS_CELL' as const, history: [year(2023)] },
    { subjectId: 'o2', kind: 'ORGANISATION' as const, orgRole: 'SUBORDINATE_CELL' as const, history: [year(2023)] },
  ];

  it('derives who qualifies and names the awards it cannot derive', () => {
    const list = deriveCandidates(subjects, rules, 2023, equivalence, 'BREAKS');
    expect(list.candidates.map(({ subjectId, award }) => [award.id, subjectId])).toEqual([
      ['five', 'm1'],
      ['year', 'o1'],
    ]);
    expect(list.notEvaluated).toEqual(['open']);
  });
});

describe('awardAmount', () => {
  const money: MoneyRules = {
    ...head,
    kind: 'money-rules',
    id: 'M',
    inForceFrom: '2015-10-27',
    multiples: [
      {
        award: 'y',
        subject: 'MEMBER',
        subjectRoles: [],
        form: 'CERTIFICATE_OF_MERIT',
        years: 1,
        multiple: said({ num: 3, den: 10 }),
      },
      {
        award: 'g',
        subject: 'ORGANISATION',
        subjectRoles: [],
        form: 'CERTIFICATE_OF_MERIT',
        years: 1,
        multiple: unknown,
      },
    ],
    baseSalary: [
      { from: '2019-07-01', amount: '1490000', source: 's', mark: 'S' },
      { from: '2023-07-01', amount: null, source: 's', mark: 'UNKNOWN' },
    ],
  };
  const yearly = { subject: 'MEMBER' as const, form: 'CERTIFICATE_OF_MERIT' as const, years: 1 };

  it('gives 447,000 đồng, and 450,000 where it is rounded up to ten thousand', () => {
    expect(awardAmount(money, yearly, 'SUBORDINATE_CELL', '2020-01-10')).toMatchObject({
      amount: '447000',
      missing: [],
    });
    expect(awardAmount(money, yearly, 'SUBORDINATE_CELL', '2020-01-10', { unit: 10_000, mode: 'CEIL' }).amount).toBe(
      '450000',
    );
  });

  it('leaves blank what is not confirmed', () => {
    expect(awardAmount(money, yearly, 'SUBORDINATE_CELL', '2024-01-10')).toMatchObject({
      amount: null,
      missing: ['BASE_SALARY'],
    });
    expect(awardAmount(money, { ...yearly, subject: 'ORGANISATION' }, 'GRASSROOTS_CELL', '2018-01-10').missing).toEqual(
      ['MULTIPLE', 'BASE_SALARY'],
    );
  });
});

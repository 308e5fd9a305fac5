import { type Level } from '../level/level.js';
import { type CommendationRules, type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { deriveCandidates } from './candidates.js';
import { chainYears, consecutiveYears, type ChainRule, type YearResult } from './consecutive-years.js';
import { type AfterMerge, lineageHistory, type LineageLink } from './lineage.js';

const said = <T>(value: T) => ({ value, source: 'clause', mark: 'V' }) as const;
const unknown = { value: null, source: 'not confirmed', mark: 'UNKNOWN' } as const;
const equivalence: LevelEquivalence = {
  version: 1,
  title: 't',
  sources: [],
  kind: 'level-equivalence',
  id: 'E',
  maps: ([1, 2, 3, 4] as const).map((level) => ({
    purpose: 'commendationChain' as const,
    subjects: ['MEMBER' as const, 'ORGANISATION' as const],
    packs: ['A', 'B'],
    from: { level },
    to: said<Level>(level),
  })),
};
const rule: ChainRule = { subject: 'ORGANISATION', years: 5, level: 1, endYear: 2023, equivalence, cancelledYearBreaks: true, nonLevelYear: 'BREAKS' };
const results = (from: number, to: number, level: Level = 1): YearResult[] =>
  Array.from({ length: to - from + 1 }, (_, n) => ({ year: from + n, packId: from + n < 2023 ? 'A' : 'B', result: { level }, cancelled: false }));
const link = (organisationId: string, predecessorId: string, kind: LineageLink['kind'], on: string): LineageLink => ({ organisationId, predecessorId, kind, on });

describe('lineageHistory', () => {
  const chain = (of: Record<string, YearResult[]>, links: LineageLink[], afterMerge: AfterMerge = 'NEW_CHAIN') => {
    const { complete, length, brokenBy } = consecutiveYears(lineageHistory('new', new Map(Object.entries(of)), links, afterMerge), rule);
    return [complete, length, brokenBy?.year ?? null, brokenBy?.status ?? null];
  };

  it('keeps the chain of a renamed organisation, and says whose years they are', () => {
    const of = { old: results(2019, 2020), new: results(2021, 2023) };
    const links = [link('new', 'old', 'RENAME', '2021-03-01')];
    expect(chain(of, links)).toEqual([true, 5, null, null]);
    expect(chainYears(lineageHistory('new', new Map(Object.entries(of)), links, 'NEW_CHAIN'), rule).map(({ year, subjectId }) => [year, subjectId])).toEqual([
      [2023, 'new'],
      [2022, 'new'],
      [2021, 'new'],
      [2020, 'old'],
      [2019, 'old'],
    ]);
  });

  it('keeps it over two renamings, and does not go round in a circle', () => {
    const of = { first: results(2019, 2019), old: results(2020, 2020), new: results(2021, 2023) };
    expect(chain(of, [link('new', 'old', 'RENAME', '2021-03-01'), link('old', 'first', 'RENAME', '2020-03-01'), link('first', 'new', 'RENAME', '2019-03-01')])).toEqual([true, 5, null, null]);
  });

  it.each<[AfterMerge, Level, unknown[]]>([
    ['NEW_CHAIN', 1, [false, 3, 2020, 'NEW_CHAIN']],
    ['KEEP_IF_ALL', 1, [true, 5, null, null]],
    ['KEEP_IF_ALL', 2, [false, 3, 2020, 'LOWER']],
    ['KEEP_IF_ANY', 2, [true, 5, null, null]],
    ['NEW_CHAIN', 2, [false, 3, 2020, 'NEW_CHAIN']],
  ])('follows the setting after a merger: %s, the other at %i', (afterMerge, level, expected) => {
    const of = { a: results(2019, 2020), b: results(2019, 2020, level), new: results(2021, 2023) };
    expect(chain(of, [link('new', 'a', 'MERGE', '2021-07-01'), link('new', 'b', 'MERGE', '2021-07-01')], afterMerge)).toEqual(expected);
  });

  it('counts an organisation that took another in among those that merged', () => {
    const of = { small: results(2019, 2020, 3), new: results(2019, 2023) };
    const links = [link('new', 'small', 'MERGE', '2021-07-01')];
    expect(chain(of, links)).toEqual([false, 3, 2020, 'NEW_CHAIN']);
    expect(chain(of, links, 'KEEP_IF_ALL')).toEqual([false, 3, 2020, 'LOWER']);
    expect(chain(of, links, 'KEEP_IF_ANY')).toEqual([true, 5, null, null]);
  });

  it('names a gap where no predecessor has a result', () => {
    const of = { a: results(2020, 2020), new: results(2021, 2023) };
    expect(chain(of, [link('new', 'a', 'SPLIT', '2021-01-01')], 'KEEP_IF_ALL')).toEqual([false, 4, 2019, 'GAP']);
    expect(chain({ ...of, b: [] }, [link('new', 'a', 'MERGE', '2021-01-01'), link('new', 'b', 'MERGE', '2021-01-01')], 'KEEP_IF_ALL')).toEqual([false, 3, 2020, 'GAP']);
  });
});

describe('near misses', () => {
  const rules: CommendationRules = {
    version: 1,
    title: 't',
    sources: [],
    kind: 'commendation-rules',
    id: 'C',
    inForceFrom: '2021-01-01',
    powers: [],
    cancelledYearBreaks: said(true),
    ballotMajority: unknown,
    quota: unknown,
    dossier: unknown,
    awards: [
      { id: 'five', label: 'f', subject: 'MEMBER', subjectRoles: [], years: said(5), level: said<Level>(1), form: 'CERTIFICATE_OF_MERIT', awardedBy: said('SUPERIOR_ORG') },
      { id: 'one', label: 'o', subject: 'MEMBER', subjectRoles: [], years: said(1), level: said<Level>(1), form: 'CERTIFICATE_OF_MERIT', awardedBy: said('SUPERIOR_ORG') },
    ],
  };
  const five = results(2019, 2023);
  const but = (year: number, ...instead: YearResult[]) => [...five.filter((result) => result.year !== year), ...instead];
  const other = (year: number, rest: Partial<YearResult>): YearResult => ({ year, packId: 'A', result: { level: 1 }, cancelled: false, ...rest });

  // The negative cases of the province's year-end: each is one year short and says which one and why.
  it.each<[string, YearResult[], unknown[]]>([
    ['a lower level in 2021', but(2021, other(2021, { result: { level: 2 } })), [2021, 'LOWER']],
    ['2019 to 2022 only', but(2023), [2023, 'GAP']],
    ['2020 cancelled by a re-evaluation', but(2020, other(2020, { cancelled: true }), other(2020, { result: { level: 4 } })), [2020, 'CANCELLED']],
    ['not rated in 2019', but(2019, other(2019, { result: { state: 'NOT_RATED' } })), [2019, 'NON_LEVEL']],
    ['a pack nobody knows', but(2022, other(2022, { packId: 'STRANGE' })), [2022, 'NOT_COMPARABLE']],
  ])('names the one year that is missing: %s', (_, history, expected) => {
    const { candidates, nearMisses } = deriveCandidates([{ subjectId: 'm', kind: 'MEMBER', orgRole: 'SUBORDINATE_CELL', history }], rules, 2023, equivalence, 'BREAKS');
    expect(candidates.map(({ award }) => award.id)).toEqual(expected[0] === 2023 ? [] : ['one']);
    expect(nearMisses.map(({ award, broken, links }) => [award.id, broken.year, broken.status, links.length])).toEqual([['five', ...expected, 5]]);
  });

  it('leaves out whoever is two years short, and whoever qualifies', () => {
    const lists = [five, but(2021).filter(({ year }) => year !== 2020), results(2023, 2023)].map((history) => deriveCandidates([{ subjectId: 'm', kind: 'MEMBER', orgRole: 'SUBORDINATE_CELL', history }], rules, 2023, equivalence, 'BREAKS').nearMisses);
    expect(lists).toEqual([[], [], []]);
  });
});

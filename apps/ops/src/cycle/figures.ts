import { type Schemas } from '@binhxet/api-client';
import { figureLabel, type FigureKey } from '@binhxet/messages';
import { LEVELS, roundQuotient } from '@binhxet/domain';
import { type ExpectedFile, type ExpectedResult, type Published, type Target } from '../scenario/scenario-head.js';

type Report = Schemas['CycleReport'];
type Figures = Report['figures'][number];

/** A figure of the year: k of n, or k alone; the people or organisations behind it where the report names them. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly k: number;
  readonly n: number | null;
  readonly subjects?: readonly string[];
  /** A target as the system judged it: its words, and how far the result lies from it. */
  readonly judged?: { readonly target: string; readonly verdict: Verdict; readonly difference: string | null };
}

export type Verdict = 'EXCEEDED' | 'MET' | 'NOT_MET' | 'AT_RISK' | 'NOT_COMPARABLE' | null;

/** One row of the table, as `--json` writes it. */
export interface Result {
  readonly year: number;
  readonly key: string;
  readonly label: string;
  readonly target?: string;
  readonly published?: string;
  readonly reached: { readonly text: string; readonly k?: number; readonly n?: number };
  readonly verdict: Verdict;
  readonly agrees: boolean | null;
}

/** Every figure of the report, in a fixed order. @param commended codes by award */
export function figuresOf(report: Report, commended: ReadonlyMap<string, readonly string[]>): Figure[] {
  const find = (list: readonly Figures[], kind: Figures['subjectKind']) =>
    list.find((each) => each.subjectKind === kind);
  const figure = (key: FigureKey, k: number, n: number | null): Figure => ({ key, label: figureLabel(key).vi, k, n });
  const shares = (
    noun: 'organisations' | 'collectives' | 'members',
    of: Figures | undefined,
    base: (figures: Figures) => number,
  ): Figure[] =>
    of === undefined
      ? []
      : [
          figure(`${noun}.goodOrBetter`, of.levels[1] + of.levels[2], base(of)),
          figure(`${noun}.completedOrBetter`, of.levels[1] + of.levels[2] + of.levels[3], base(of)),
          ...LEVELS.flatMap((level) => {
            const k = of.levels[level];
            return k === undefined ? [] : [figure(`${noun}.level${level}`, k, base(of))];
          }),
        ];
  const members = find(report.figures, 'MEMBER');
  const organisations = find(report.grassroots, 'ORGANISATION');
  return [
    ...(organisations ? [figure('organisations.total', organisations.total, null)] : []),
    ...(members ? [figure('members.total', members.total, null)] : []),
    ...shares('organisations', organisations, (figures) => figures.total),
    ...shares('collectives', find(report.grassroots, 'COLLECTIVE'), (figures) => figures.rated),
    ...shares('members', members, (figures) => figures.rated),
    ...(members
      ? [
          figure('members.notRated', members.nonLevels.NOT_RATED, members.total),
          figure('members.exempt', members.nonLevels.EXEMPT, members.total),
          figure('members.notYetRated', members.nonLevels.NOT_YET_RATED, members.total),
        ]
      : []),
    figure('members.admitted', report.admitted.k, report.admitted.n),
    ...report.awards.flatMap((award): Figure[] => {
      const subjects = [...(commended.get(award.id) ?? [])].sort();
      return subjects.length === 0 && report.commendation[award.id] === undefined
        ? []
        : [{ key: `commendation.${award.id}`, label: award.label, k: subjects.length, n: null, subjects }];
    }),
    figure('quota.breaches', report.quota.length, null),
  ];
}

/** Figures of every year beside what was expected of them; what is expected of a year that nobody lived does not agree. */
export function compareYears(
  lived: readonly { readonly year: number; readonly figures: readonly Figure[] }[],
  expected: ExpectedFile | null,
): Result[] {
  const others = new Set((expected?.results ?? []).map((each) => each.year));
  for (const { year } of lived) others.delete(year);
  return [
    ...lived.flatMap(({ year, figures }) => compare(year, figures, expected)),
    ...[...others].sort().flatMap((year) => compare(year, [], expected)),
  ];
}

/** Figures beside what was expected of them. A key nobody reports is a row of its own that does not agree. */
export function compare(year: number, figures: readonly Figure[], expected: ExpectedFile | null): Result[] {
  const wanted = (expected?.results ?? []).filter((each) => each.year === year);
  const known = figures.map((figure) =>
    row(
      year,
      figure,
      wanted.find((each) => each.key === figure.key),
    ),
  );
  const missing = wanted.filter((each) => !figures.some((figure) => figure.key === each.key));
  const unmet = missing.map((each): Result => {
    const zero: Figure = { key: each.key, label: each.label ?? each.key, k: 0, n: null, subjects: [] };
    return each.key.startsWith('commendation.')
      ? row(year, zero, each)
      : {
          year,
          key: each.key,
          label: zero.label,
          ...words(each),
          reached: { text: '–' },
          verdict: 'NOT_COMPARABLE',
          agrees: false,
        };
  });
  // Declared figures first, in their order: they are what the reader came for.
  const declared = new Map(wanted.map((each, at) => [each.key, at]));
  return [...known, ...unmet].sort(
    (one, other) => (declared.get(one.key) ?? wanted.length) - (declared.get(other.key) ?? wanted.length),
  );
}

function row(year: number, figure: Figure, expected: ExpectedResult | undefined): Result {
  return {
    year,
    key: figure.key,
    label: expected?.label ?? figure.label,
    ...(figure.judged ? { target: figure.judged.target } : {}),
    ...(expected ? words(expected) : {}),
    reached: { text: reachedText(figure, expected), k: figure.k, ...(figure.n === null ? {} : { n: figure.n }) },
    verdict: figure.judged ? figure.judged.verdict : expected?.target ? verdictOf(figure, expected.target) : null,
    agrees: expected ? agrees(figure, expected) : null,
  };
}

function words({ target, published }: ExpectedResult): Pick<Result, 'target' | 'published'> {
  return {
    ...(target
      ? { target: target.text ?? `${target.operator} ${target.value}${target.unit === 'PERCENT' ? ' %' : ''}` }
      : {}),
    ...(published ? { published: published.text } : {}),
  };
}

/** Printed with the precision that was published, one decimal otherwise; Vietnamese style: 98,4 %. */
function reachedText(figure: Figure, expected: ExpectedResult | undefined): string {
  const difference = figure.judged?.difference;
  return `${countText(figure, expected)}${difference ? ` · ${difference}` : ''}`;
}

function countText({ k, n, key }: Figure, expected: ExpectedResult | undefined): string {
  if (n === null || key === 'members.admitted') return vietnamese(String(k));
  const digits = expected?.published?.percent ? decimals(expected.published.percent) : 1;
  return `${vietnamese(String(k))}/${vietnamese(String(n))}${n > 0 ? ` (${percentText(k, n, digits)} %)` : ''}`;
}

/** 1940 → 1.940, 98.4 → 98,4 */
export function vietnamese(text: string): string {
  const [whole, rest] = text.split('.');
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, '.')}${rest ? `,${rest}` : ''}`;
}

function percentText(k: number, n: number, digits: number): string {
  return vietnamese(decimalText(scaledPercent(k, n, digits), digits));
}

const decimals = (text: string): number => text.split('.')[1]?.length ?? 0;
/** `100 × k / n` half up, in units of 10^-digits percent. */
const scaledPercent = (k: number, n: number, digits: number): bigint =>
  roundQuotient(100n * 10n ** BigInt(digits) * BigInt(k), BigInt(n), 'HALF_UP');
const scaled = (text: string, digits: number): bigint => {
  const [whole, rest = ''] = text.split('.');
  return BigInt(whole! + rest.padEnd(digits, '0').slice(0, digits));
};
const decimalText = (value: bigint, digits: number): string => {
  const text = String(value).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** Source: scenarios.md section 0, what "fits" means. */
function agrees(figure: Figure, { published, expected }: ExpectedResult): boolean | null {
  const checks: boolean[] = [];
  if (published) checks.push(...publishedFits(figure, published));
  if (expected) {
    if (expected.k !== undefined) checks.push(figure.k === expected.k);
    if (expected.n !== undefined) checks.push(figure.n === expected.n);
    if (expected.subjects)
      checks.push([...expected.subjects].sort().join() === [...(figure.subjects ?? [])].sort().join());
    if (expected.verdict !== undefined) checks.push(figure.judged?.verdict === expected.verdict);
    if (expected.absent) checks.push(expected.absent.every((code) => !figure.subjects?.includes(code)));
  }
  return checks.length === 0 ? null : checks.every(Boolean);
}

function publishedFits({ k, n, subjects }: Figure, published: Published): boolean[] {
  const checks: boolean[] = [];
  if (published.k !== undefined) checks.push(k === published.k);
  if (published.n !== undefined) checks.push(n === published.n);
  if (published.percent !== undefined) {
    const digits = decimals(published.percent);
    checks.push(n !== null && n > 0 && scaledPercent(k, n, digits) === scaled(published.percent, digits));
    // "trên": strictly more, and equal at the printed precision
    if (published.over)
      checks.push(
        n !== null && 100n * 10n ** BigInt(digits) * BigInt(k) > scaled(published.percent, digits) * BigInt(n),
      );
  }
  if (published.nearly !== undefined) checks.push(k < published.nearly && 100 * k >= 98 * published.nearly);
  if (published.subjects) checks.push([...published.subjects].sort().join() === [...(subjects ?? [])].sort().join());
  return checks;
}

/** The measured value against a target, in exact arithmetic. */
export function verdictOf({ k, n }: Pick<Figure, 'k' | 'n'>, target: Target): Verdict {
  if (target.operator === 'none') return k === 0 ? 'MET' : 'NOT_MET';
  const share = target.unit === 'PERCENT';
  if (share && (n === null || n === 0)) return 'NOT_COMPARABLE';
  const digits = Math.max(decimals(target.value), decimals(target.upTo ?? '0'));
  const unit = 10n ** BigInt(digits);
  // left = value × n (percent) or value, right = measured in the same units
  const of = share ? BigInt(n!) : 1n;
  const measured = (share ? 100n : 1n) * unit * BigInt(k);
  const bound = scaled(target.value, digits) * of;
  switch (target.operator) {
    case '>':
      return measured > bound ? 'EXCEEDED' : 'NOT_MET';
    case '>=':
      return measured > bound ? 'EXCEEDED' : measured === bound ? 'MET' : 'NOT_MET';
    case '=':
      return measured > bound ? 'EXCEEDED' : measured === bound ? 'MET' : 'NOT_MET';
    case '<=':
      return measured <= bound ? 'MET' : 'NOT_MET';
    case 'between': {
      const upper = scaled(target.upTo ?? target.value, digits) * of;
      return measured < bound ? 'NOT_MET' : measured > upper ? 'EXCEEDED' : 'MET';
    }
  }
}

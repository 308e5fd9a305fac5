import { type Schemas } from '@binhxet/api-client';
import { type WorkRow } from '@binhxet/application';
import { type Scenario } from '../scenario/load-scenario.js';
import { ratingYearOf } from '../scenario/scenario-head.js';
import { type Cast, type Person } from './cast.js';
import { type Figure, type Verdict, vietnamese } from './figures.js';
import { eachAtOnce } from './gate.js';
import { type Script } from './script.js';

/** What is laid down before the first year: resolutions with targets, and how old labels are read. */
export async function layDown(scenario: Scenario, chair: Person, administrator: Person): Promise<void> {
  const { superior, resolutions = [], mappings = [] } = scenario.head;
  for (const { resolution } of resolutions) await chair.post(`/organisations/${superior}/resolutions`, resolution);
  for (const mapping of mappings) await administrator.post(`/organisations/${superior}/target-mappings`, mapping);
}

/** Days of work that are recorded at a time; both ends may be open. */
export interface Span {
  readonly after?: string;
  readonly upTo?: string;
}

/** Work of the year, and of years before the first, recorded by whoever leads each organisation. @returns records written */
export async function recordWork(
  scenario: Scenario,
  script: Script,
  cast: Cast,
  atOnce: number,
  { after = '', upTo = '9999-12-31' }: Span = {},
): Promise<number> {
  const first = script.ratingYear === ratingYearOf(scenario.head.years[0]);
  const rows = scenario.play.records.filter((row) => {
    const year = Number(row.on.slice(0, 4));
    const ofYear = first ? year <= script.ratingYear : year === script.ratingYear;
    return ofYear && row.on > after && row.on <= upTo;
  });
  await eachAtOnce(rows, atOnce, async (row) => {
    const actor = row.actor ?? script.leaders(row.organisation)[0] ?? '';
    await cast.person(actor).post(`/organisations/${row.organisation}/work-records`, requestOf(row, script));
  });
  return rows.length;
}

function requestOf(row: WorkRow, script: Script): Schemas['WorkRecordRequest'] {
  const {
    row: _row,
    year: _year,
    organisation: _organisation,
    actor: _actor,
    state,
    quantity,
    selfDetected,
    ...rest
  } = row;
  return {
    ...rest,
    state: state ?? 'DONE',
    quantity: quantity ?? 1,
    selfDetected: selfDetected ?? false,
    subjectKind: row.subject === null ? null : script.isMember(row.subject) ? 'MEMBER' : 'ORGANISATION',
  };
}

type Line = Schemas['TargetReport']['lines'][number];
type Outcome = Line['outcome'];

/** Targets of the year as the system judges them. */
export async function targetFigures(scenario: Scenario, chair: Person, cycleId: string): Promise<Figure[]> {
  const keys = new Map((scenario.head.resolutions ?? []).map(({ key, resolution }) => [resolution.number, key]));
  if (keys.size === 0) return [];
  const { lines } = await chair.get<Schemas['TargetReport']>(`/cycles/${cycleId}/targets`);
  return lines.flatMap((line) => figuresOfLine(line, keys.get(line.resolution.number) ?? line.resolution.number));
}

/** @param key of the resolution */
export function figuresOfLine({ target, outcome, term }: Line, key: string): Figure[] {
  const figure = (id: string, of: Pick<Outcome, 'k' | 'n' | 'verdict' | 'difference'>): Figure => ({
    key: `target.${key}.${id}`,
    label: target.wording,
    k: of.k ?? 0,
    n: of.n,
    judged: { target: boundText(target), verdict: of.verdict as Verdict, difference: differenceText(of.difference) },
  });
  return [
    figure(target.code, outcome),
    ...outcome.readings
      .filter((reading) => reading.reading !== outcome.reading)
      .map((reading) => figure(`${target.code}.${reading.reading}`, reading)),
    ...(term
      ? [figure(`${target.code}.term`, { k: term.cumulative, n: null, verdict: term.verdict, difference: null })]
      : []),
  ];
}

type Rational = { readonly num: number; readonly den: number };
const SIGNS: Readonly<Record<string, string>> = { '>': 'trên ', '>=': 'từ ', '=': '', '<=': 'không quá ' };

export function boundText({ operator, value, upper, unit }: Line['target']): string {
  const number = (of: Rational | null) =>
    of === null ? '' : vietnamese(of.den === 1 ? String(of.num) : `${of.num}/${of.den}`);
  if (operator === 'none') return 'không có';
  const bound =
    operator === 'between' ? `${number(value)}–${number(upper)}` : `${SIGNS[operator] ?? ''}${number(value)}`;
  return `${bound}${unit === 'PERCENT' ? ' %' : ''}`;
}

/** "vượt 21,25 %" */
function differenceText(difference: Outcome['difference']): string | null {
  if (difference === null || difference.scaled === 0) return null;
  const { scaled, decimals, unit } = difference;
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${scaled > 0 ? 'vượt' : 'thiếu'} ${vietnamese(whole)} ${unit === 'POINTS' ? 'điểm phần trăm' : '%'}`;
}

type Answer = Schemas['QuotaAnswer'];

/** Quotas under other choices, as the system answers them. */
export async function whatIfFigures(script: Script, chair: Person, cycleId: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { key, organisation, question } of script.year.questions ?? []) {
    const path = `/cycles/${cycleId}/units/${organisation}/quota/what-if`;
    figures.push(...figuresOfAnswer(await chair.post<Answer>(path, question), key));
  }
  return figures;
}

/** The most that would be allowed, and whether what there is keeps within it in every group. @param key of the question */
export function figuresOfAnswer(answer: Answer, key: string): Figure[] {
  return answer.quotas.flatMap((quota, nth) =>
    quota.outcomes.map(({ base, rounding, groupBy, total, breach, inUse }): Figure => {
      const choice = `${groupBy}.${base}.${rounding}`;
      return {
        key: `whatIf.${key}.${nth === 0 ? '' : `${nth + 1}.`}${choice}`,
        label: `Nếu tính ${choice}${inUse ? ' (đang dùng)' : ''}: nhiều nhất`,
        k: total.ceiling.upper,
        n: null,
        judged: {
          target: `đang có ${vietnamese(String(total.used))}`,
          verdict: breach === 'NONE' ? 'MET' : 'NOT_MET',
          difference: total.excess > 0 ? `vượt ${vietnamese(String(total.excess))}` : null,
        },
      };
    }),
  );
}

type WorkLine = Schemas['WorkOfYear']['items'][number];

/** Inspection, supervision and training of the year by who did it: turns, and apart from them how many different subjects. */
export async function workFigures(chair: Person, cycleId: string): Promise<Figure[]> {
  const { items } = await chair.get<Schemas['WorkOfYear']>(`/cycles/${cycleId}/work`);
  return items.flatMap(figuresOfWork);
}

export function figuresOfWork({ kind, body, subjectKind, turns, subjects }: WorkLine): Figure[] {
  const parts = [kind, ...(body === null ? [] : [body]), ...(subjectKind === null ? [] : [subjectKind])];
  const key = `work.${parts.join('.')}`;
  const label = `Công tác trong năm: ${parts.join(' · ')}`;
  return [
    { key, label: `${label}, lượt`, k: turns, n: null },
    ...(subjectKind === null
      ? []
      : [{ key: `${key}.subjects`, label: `${label}, số đối tượng`, k: subjects, n: null }]),
  ];
}

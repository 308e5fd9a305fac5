import { type Schemas } from '@binhxet/api-client';
import { MID_YEAR_LABELS } from '@binhxet/messages';
import { type Figure } from './figures.js';

type Target = Schemas['Target'];

const keyPart = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, '-');

/** `> 95 %`, `15–20 %`, `không có`: the number as the resolution has it. */
export function targetText({ operator, value, upper, unit }: Pick<Target, 'operator' | 'value' | 'upper' | 'unit'>): string {
  if (value === null || operator === 'none') return 'không có';
  const write = ({ num, den }: { num: number; den: number }) => (den === 1 ? num.toLocaleString('vi-VN') : `${num}/${den}`);
  const bound = operator === 'between' && upper ? `${write(value)}–${write(upper)}` : `${operator} ${write(value)}`;
  return unit === 'PERCENT' ? `${bound} %` : bound;
}

/** Targets against results: one figure a line, one more for each other reading that leads elsewhere. */
export function targetFigures(report: Schemas['TargetReport']): Figure[] {
  return report.lines.flatMap(({ resolution, target, outcome }) => {
    const key = `target.${keyPart(resolution.number)}.${keyPart(target.code)}`;
    const figure = (suffix: string, { k, n, verdict }: Pick<typeof outcome, 'k' | 'n' | 'verdict'>): Figure => ({
      key: key + suffix,
      label: target.wording,
      k: k ?? 0,
      n,
      target: targetText(target),
      verdict,
      unknown: k === null,
    });
    return [figure('', outcome), ...(outcome.ambiguous ? outcome.readings.slice(1).map((reading) => figure(`.${keyPart(reading.reading)}`, reading)) : [])];
  });
}

/**
 * Figures of the middle of the year.
 * @param then the board when it was concluded @param last the board at the end of the early months
 */
export function midYearFigures(then: Schemas['MidYearBoard'], last: Schemas['MidYearBoard']): Figure[] {
  const figure = (key: string, label: string, k: number, n: number | null, subjects?: readonly string[]): Figure => ({ key: `midYear.${key}`, label, k, n, ...(subjects && { subjects }) });
  return [
    ...then.now.plans.map((plan) => figure(`plan.${plan.kinds.join('.')}`, `${MID_YEAR_LABELS.plan.vi}: ${plan.kinds.map((kind) => MID_YEAR_LABELS[kind].vi).join(', ')}`, plan.done, plan.planned)),
    ...then.now.byRole.map((row) => figure(`none.${row.role}`, `${MID_YEAR_LABELS.none.vi} (${row.role === 'GRASSROOTS_CELL' ? 'chi bộ cơ sở' : 'đảng bộ cơ sở'})`, row.k, row.n)),
    figure('late', MID_YEAR_LABELS.late.vi, then.now.late.length, null, then.now.late.map((unit) => unit.code)),
    ...then.now.targets.map((row): Figure => ({
      ...figure(`target.${keyPart(row.target.code)}`, `${row.target.wording}: ${MID_YEAR_LABELS.needed.vi} ${row.outlook?.needed ?? '–'}`, row.outlook?.possible ?? 0, row.outlook?.base ?? null),
      target: targetText(row.target),
      verdict: row.verdict,
    })),
    ...(last.concluded ? [figure('stillLate', MID_YEAR_LABELS.stillLate.vi, last.concluded.stillLate.length, null, last.concluded.stillLate)] : []),
  ];
}

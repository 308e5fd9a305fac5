import { type Schemas } from '@binhxet/api-client';

type Request = Schemas['ResolutionRequest'];
type Target = Request['targets'][number];
export type TargetSet = Schemas['TargetSet'];
export type Mark = Target['mark'];
export type Rational = NonNullable<Target['value']>;

export interface SetDraft {
  readonly kind: TargetSet['kind'];
  readonly subject: 'ORGANISATION' | 'MEMBER' | '';
  readonly base: 'ALL' | 'RATED';
  /** '' : any level. */
  readonly rank: string;
  readonly orBetter: boolean;
  readonly title: string;
  readonly work: Schemas['WorkKind'];
  readonly count: 'TURNS' | 'SUBJECTS';
  readonly state: 'DONE' | 'PLANNED';
  readonly key: string;
}
export interface ReadingDraft {
  readonly numerator: SetDraft;
  readonly denominator: SetDraft;
  readonly mark: Mark;
  readonly note: string;
}
export interface TargetDraft {
  readonly code: string;
  readonly wording: string;
  readonly operator: Target['operator'];
  readonly value: string;
  readonly upper: string;
  readonly unit: Target['unit'];
  readonly label: string;
  readonly packOfLabel: string;
  readonly period: Target['period'];
  readonly fromYear: string;
  readonly toYear: string;
  readonly mark: Mark;
  readonly note: string;
  readonly readings: readonly ReadingDraft[];
}
export interface ResolutionDraft {
  readonly number: string;
  readonly title: string;
  readonly adoptedOn: string;
  readonly fromYear: string;
  readonly toYear: string;
  readonly document: string;
  readonly replaces: string;
  readonly reason: string;
  readonly targets: readonly TargetDraft[];
}

export const newSet = (rank: string): SetDraft => ({ kind: 'SUBJECTS', subject: 'MEMBER', base: 'RATED', rank, orBetter: rank !== '', title: '', work: 'ADMISSION', count: 'TURNS', state: 'DONE', key: '' });
export const newReading = (): ReadingDraft => ({ numerator: newSet('2'), denominator: newSet(''), mark: 'V', note: '' });
export const newTarget = (n: number, fromYear: string, toYear: string): TargetDraft => ({ code: String(n), wording: '', operator: '>=', value: '', upper: '', unit: 'PERCENT', label: '', packOfLabel: '', period: 'YEAR', fromYear, toYear, mark: 'V', note: '', readings: [newReading()] });

/** `95` or `97,5` as the exact quotient; null for anything else: a dot would be a thousand to one reader and a comma to another. */
export function rationalOf(text: string): Rational | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:,(\d{1,4}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const num = Number(whole + part);
  return num > 1_000_000_000 ? null : { num, den: 10 ** part.length };
}

const orNull = (text: string): string | null => text.trim() || null;

export function setOf(draft: SetDraft): TargetSet {
  switch (draft.kind) {
    case 'SUBJECTS':
      return { kind: 'SUBJECTS', subject: draft.subject === 'ORGANISATION' ? 'ORGANISATION' : 'MEMBER', base: draft.base, ...(draft.rank && { level: { rank: Number(draft.rank) as Schemas['Level'], orBetter: draft.orBetter, ...(draft.title.trim() && { title: draft.title.trim() }) } }) };
    case 'WORK':
      return { kind: 'WORK', work: draft.work, count: draft.count, state: draft.state, ...(draft.subject && { subject: draft.subject }) };
    case 'FIGURE':
      return { kind: 'FIGURE', key: draft.key.trim() };
  }
}

/** The request of a draft; readings are named `r1`, `r2` in their order. */
export function resolutionOf(draft: ResolutionDraft): Request {
  return {
    number: draft.number.trim(),
    title: draft.title.trim(),
    adoptedOn: draft.adoptedOn,
    fromYear: Number(draft.fromYear),
    toYear: Number(draft.toYear),
    document: orNull(draft.document),
    replaces: orNull(draft.replaces),
    reason: orNull(draft.reason),
    targets: draft.targets.map((target) => ({
      code: target.code.trim(),
      wording: target.wording.trim(),
      operator: target.operator,
      value: target.operator === 'none' ? null : rationalOf(target.value),
      upper: target.operator === 'between' ? rationalOf(target.upper) : null,
      unit: target.unit,
      decimals: 2,
      label: orNull(target.label),
      packOfLabel: orNull(target.packOfLabel),
      period: target.period,
      fromYear: Number(target.fromYear),
      toYear: Number(target.toYear),
      readings: target.readings.map((reading, at) => ({ id: `r${at + 1}`, numerator: setOf(reading.numerator), denominator: target.unit === 'PERCENT' ? setOf(reading.denominator) : null, mark: reading.mark, ...(reading.note.trim() && { note: reading.note.trim() }) })) as Target['readings'],
      mark: target.mark,
      note: orNull(target.note),
    })),
  };
}

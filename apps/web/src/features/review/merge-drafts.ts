import { type Draft } from './local-draft.js';

/** A place that both sides changed: a section, a grade, or the self-assigned level. */
export interface Conflict {
  readonly kind: 'section' | 'grade' | 'selfLevel';
  readonly id: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  /** Untouched places joined; a conflicting one holds mine until the author chooses. */
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
}

/**
 * Joins two versions of a paper by section.
 * @param base what both started from; null: nothing
 * @param mine typed here @param theirs stored meanwhile from another device
 */
export function mergeDrafts(base: Draft | null, mine: Draft, theirs: Draft): Merged {
  const conflicts: Conflict[] = [];
  const join = (kind: 'section' | 'grade', before: Readonly<Record<string, string>>, here: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      [...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((id) => {
        const [old, own, other] = [before[id] ?? '', here[id] ?? '', there[id] ?? ''];
        if (own !== other && own !== old && other !== old) conflicts.push({ kind, id, mine: own, theirs: other });
        const kept = own === old ? other : own;
        return kept === '' ? [] : [[id, kept] as const];
      }),
    );
  const sections = join('section', base?.sections ?? {}, mine.sections, theirs.sections);
  const grades = join('grade', base?.grades ?? {}, mine.grades, theirs.grades);
  const before = base?.selfLevel ?? null;
  const levelDiffers = mine.selfLevel !== theirs.selfLevel && mine.selfLevel !== before && theirs.selfLevel !== before;
  if (levelDiffers) conflicts.push({ kind: 'selfLevel', id: 'selfLevel', mine: String(mine.selfLevel ?? ''), theirs: String(theirs.selfLevel ?? '') });
  return { draft: { form: mine.form, sections, grades, selfLevel: mine.selfLevel === before ? theirs.selfLevel : mine.selfLevel }, conflicts };
}

export const sameDraft = (one: Draft | null, other: Draft | null): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

function ordered(draft: Draft | null): unknown {
  const sorted = (record: Readonly<Record<string, string>>) => Object.entries(record).filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  return draft && [draft.form, sorted(draft.sections), sorted(draft.grades), draft.selfLevel];
}

import { type LevelEquivalence, type LevelReading, type Measured, reaches, readTargetLevel, type Target, type TargetSet } from '@binhxet/domain';
import { type ResultGroup, type StoredMapping } from '../ports/target.store.js';
import { type WorkCount } from '../ports/work-record.store.js';

/** Everything a target of one year is measured by. */
export interface YearMaterial {
  readonly year: number;
  readonly groups: readonly ResultGroup[];
  readonly work: readonly WorkCount[];
  readonly figures: ReadonlyMap<string, number>;
  readonly mappings: readonly StoredMapping[];
  readonly equivalence: LevelEquivalence;
  /** Ladder of the year's results before there are any; null: the pack is open. */
  readonly packId: string | null;
}

type SubjectSet = Extract<TargetSet, { kind: 'SUBJECTS' }>;

/** How the label of a set reads in the ladder of the year; null where no level is meant. */
export function levelReading(set: TargetSet | null, target: Pick<Target, 'packOfLabel'>, year: YearMaterial): LevelReading | null {
  if (set?.kind !== 'SUBJECTS' || set.level === undefined) return null;
  return readTargetLevel(set.level, set.subject, target.packOfLabel, year.packId, year.mappings, year.equivalence);
}

/**
 * Counts one set. Unknown (null) is: no result at all, a running cycle with undecided subjects, a figure nobody reported, work of a
 * year of which nothing is recorded. Exempt subjects are outside every base. Source: process.md §4
 */
export function measureSet(set: TargetSet, target: Pick<Target, 'packOfLabel'>, year: YearMaterial): Measured {
  switch (set.kind) {
    case 'SUBJECTS':
      return measureSubjects(set, target, year);
    case 'FIGURE':
      return { count: year.figures.get(set.key) ?? null, comparable: true };
    case 'WORK': {
      if (year.work.length === 0) return { count: null, comparable: true };
      const fits = year.work.filter((row) => row.kind === set.work && row.state === (set.state ?? 'DONE') && (set.subject === undefined || row.subjectKind === set.subject));
      return { count: fits.reduce((sum, row) => sum + (set.count === 'TURNS' ? row.turns : row.subjects), 0), comparable: true };
    }
  }
}

function measureSubjects(set: SubjectSet, target: Pick<Target, 'packOfLabel'>, year: YearMaterial): Measured {
  const groups = year.groups.filter((group) => group.subject === set.subject && group.nonLevel !== 'EXEMPT' && (set.roles === undefined || (group.role !== null && set.roles.includes(group.role))));
  if (set.level === undefined) {
    const counted = groups.filter((group) => set.base === 'ALL' || group.level !== null);
    return { count: groups.length === 0 ? null : sum(counted), comparable: true };
  }
  if (groups.length === 0) return { count: null, comparable: levelReading(set, target, year)?.state !== 'UNMAPPED' };
  let count = 0;
  for (const group of groups) {
    const reading = readTargetLevel(set.level, set.subject, target.packOfLabel, group.packId, year.mappings, year.equivalence);
    if (reading.state === 'UNMAPPED') return { count: null, comparable: false };
    if (group.level !== null && reaches(reading, { level: group.level, outstanding: group.outstanding })) count += group.count;
  }
  return { count: groups.some((group) => group.level === null && group.nonLevel === null) ? null : count, comparable: true };
}

const sum = (groups: readonly ResultGroup[]): number => groups.reduce((total, group) => total + group.count, 0);

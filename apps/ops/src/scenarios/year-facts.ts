import { type Level, type SubjectKind } from '@binhxet/domain';
import { factsOfYear } from './rules-of-year.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';

/** Work facts of a year that fit a level, in the vocabulary that the rule packs declare. */
export function writeFacts(
  files: ScenarioFiles,
  prng: Prng,
  year: number,
  subjectKind: SubjectKind,
  subject: string,
  level: Level,
  options: { readonly leads?: boolean; readonly units?: number; readonly disciplined?: boolean } = {},
): void {
  const add = (key: string, value: number | boolean) =>
    files.add('facts', { subjectKind, subject, year, key, value: String(value), source: 'Dữ liệu mô phỏng' });
  add('worstCriterionGrade', level === 1 ? prng.between(1, 2) : level === 2 ? prng.between(2, 3) : level === 3 ? 3 : 4);
  add('worstTaskGrade', level === 4 ? 4 : level);
  if (level === 3) return;
  if (level === 4 || options.disciplined) add('disciplined', true);
  if (level !== 1) return;
  const tasks = prng.between(8, 20);
  add('tasksTotal', tasks);
  add('tasksDone', tasks);
  if (subjectKind === 'MEMBER') {
    add('tasksOnTime', tasks);
    add('tasksAboveTarget', prng.between(Math.ceil(tasks / 2), tasks));
    add('disciplined', false);
    add('holdsLeadershipPost', options.leads ?? false);
    if (options.leads) {
      const units = options.units ?? 1;
      add('unitsTotal', units);
      add('unitsCompleted', units);
      add('unitsAboveTarget', units);
    }
  } else {
    add('subordinateUnitsDisciplined', 0);
    add('leadershipMemberDisciplined', false);
    add('disciplined', false);
  }
}

/**
 * Work facts in the vocabulary of the packs that grade criteria and know no points: what decides for or against the top, and what speaks
 * for the lowest level. A member in between needs none: gates without their facts are not evaluated.
 */
export function writeGrades(
  files: ScenarioFiles,
  prng: Prng,
  year: number,
  subjectKind: SubjectKind,
  subject: string,
  level: Level,
  known: ReadonlySet<string> = factsOfYear(year, subjectKind),
): void {
  const add = (key: string, value: number | boolean) => {
    if (known.has(key))
      files.add('facts', { subjectKind, subject, year, key, value: String(value), source: 'Dữ liệu mô phỏng' });
  };
  if (level === 1) {
    add('worstCriterionGrade', prng.between(1, 2));
    add('worstTaskGrade', 1);
    add('civilLevel', 1);
  }
  if (level === 3) add('worstCriterionGrade', 3);
  if (level === 4) add('disciplined', true);
}

/**
 * Work facts that fit a level, in whatever vocabulary the pack of the year has: points, graded criteria with shares of tasks, or grades
 * alone. Facts that the pack does not declare are left out.
 */
export function writeFactsOfYear(
  files: ScenarioFiles,
  prng: Prng,
  year: number,
  subjectKind: SubjectKind,
  subject: string,
  level: Level,
  options: { readonly leads?: boolean } = {},
): void {
  const known = factsOfYear(year, subjectKind);
  if (known.has('points')) {
    const [low, high] = (
      [
        [9000, 9700],
        [7000, 8900],
        [5000, 6900],
        [3500, 4900],
      ] as const
    )[level - 1]!;
    const value = String(prng.between(low, high));
    files.add('facts', { subjectKind, subject, year, key: 'points', value, source: 'Dữ liệu mô phỏng' });
  } else if (level === 2) return;
  else if (known.has('tasksAboveTarget')) writeFacts(files, prng, year, subjectKind, subject, level, options);
  else if (known.has('worstCriterionGrade')) writeGrades(files, prng, year, subjectKind, subject, level, known);
}

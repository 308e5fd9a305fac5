import { type Level } from '@binhxet/domain';
import { type Prng } from './prng.js';
import { ratingPackOf } from './rules-of-year.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type Person } from './people.js';

/** Results of one subject in earlier years; null: not rated that year. */
export type PastLevels = Readonly<Record<number, Level | null>>;

export interface PastYears {
  readonly years: readonly number[];
}

/**
 * Writes earlier results of a member. A year before the admission has no row; admitted less than six months before its end: not rated.
 * @param wanted levels that matter to the scenario; the rest is drawn, and never a full row of top levels
 */
export function writePast(
  files: ScenarioFiles,
  prng: Prng,
  past: PastYears,
  person: Person,
  wanted?: PastLevels,
): void {
  const eligible = past.years.filter((year) => person.admittedOn <= `${year}-12-31`);
  let top = 0;
  for (const year of eligible) {
    const fresh = person.admittedOn > `${year}-06-30`;
    let level: Level | null = fresh ? null : prng.oneIn(6) ? 1 : prng.oneIn(30) ? 3 : 2;
    if (wanted && year in wanted) level = wanted[year]!;
    else if (level === 1 && top >= 2) level = 2;
    if (level === 1) top += 1;
    files.add('history', {
      subjectKind: 'MEMBER',
      subject: person.code,
      year,
      pack: ratingPackOf(year),
      level,
      nonLevel: level === null ? 'NOT_RATED' : null,
    });
  }
}

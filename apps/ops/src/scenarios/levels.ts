import { type Level, type Rational } from '@binhxet/domain';
import { type Person } from './people.js';
import { type Prng } from './prng.js';
import { type BuiltUnit } from './unit-builder.js';

/** Share of those one below that most rules allow at the top. */
const USUAL_RATE: Rational = { num: 1, den: 5 };

/** Most people of a unit who may stand at the top when `others` stand one below: ⌊rate × others⌋, solved for the whole. */
export function mostExcellent(goodOrBetter: number, { num, den }: Rational = USUAL_RATE): number {
  let most = 0;
  while (den * (most + 1) <= num * (goodOrBetter - (most + 1))) most += 1;
  return most;
}

/** Places at the top that {@link assignLevels} gives in a unit without its head. @param low how many people are below good */
export function roomAtTop(unit: BuiltUnit, low: number): number {
  return mostExcellent(
    unit.people.filter((person) => person.rated && !person.never && !person.head && !person.late).length - low,
  );
}

/**
 * Gives the levels of a unit: `low` people below good, as many at the top as the quota surely allows when heads and late ones are
 * still open, fewer by `spare`; everybody else good. Heads join the top while there is room.
 * @param first people who come first for the top @param never people who must not be at the top
 * @param headMay the head joins the top where there is room for one more @param rate the members' quota
 */
export function assignLevels(
  unit: BuiltUnit,
  prng: Prng,
  low: readonly Level[],
  spare: number,
  first: ReadonlySet<Person> = new Set(),
  never: ReadonlySet<Person> = new Set(),
  headMay = unit.plan.level === 1,
  rate: Rational = USUAL_RATE,
): void {
  const rated = unit.people.filter((person) => person.rated && !person.never);
  const plain = prng.shuffled(
    rated.filter((person) => !person.head && !first.has(person) && !never.has(person) && person !== unit.head),
  );
  const leaders = new Set([...unit.committee, ...unit.cells.map((cell) => cell.secretary)]);
  const lowOnes = plain.filter((person) => !leaders.has(person) && !person.late).slice(0, low.length);
  if (lowOnes.length < low.length) throw new Error(`${unit.plan.code}: nobody left to rate low`);
  lowOnes.forEach((person, at) => (person.level = low[at]!));

  const early = rated.filter((person) => !person.head && !person.late && !lowOnes.includes(person));
  const room = Math.max(0, mostExcellent(early.length, rate) - spare);
  const candidates = [
    ...rated.filter((person) => first.has(person) && !person.head),
    ...plain.filter((person) => person.official && !person.late && !lowOnes.includes(person)),
  ];
  if (first.size > room + 1) throw new Error(`${unit.plan.code}: more people marked for the top than the quota allows`);
  candidates.slice(0, room).forEach((person) => (person.level = 1));
  if (headMay && room + 1 <= mostExcellent(rated.length - low.length, rate)) unit.head.level = 1;
}

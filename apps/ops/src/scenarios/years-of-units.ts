import { type Person } from './people.js';
import { type BuiltUnit } from './unit-builder.js';

/**
 * The same units as they are in one year: people who were admitted by then, probationary in the year of their admission; with levels and
 * absences of their own.
 * @param joined people admitted later than the units were built, by cell
 */
export function unitsIn(year: number, units: readonly BuiltUnit[], joined: readonly Person[]): BuiltUnit[] {
  const thatYear = new Map<string, Person>();
  const asOf = (person: Person): Person => {
    const known = thatYear.get(person.code);
    if (known) return known;
    const official = Number(person.admittedOn.slice(0, 4)) < year;
    const copy: Person = { ...person, official, level: 2, absent: false, late: false, never: false };
    thatYear.set(person.code, copy);
    return copy;
  };
  return units.map((unit): BuiltUnit => {
    const cells = unit.cells.map((cell) => ({
      ...cell,
      people: [
        ...cell.people,
        ...joined.filter((person) => person.cell === cell.plan.code && person.admittedOn <= `${year}-06-30`),
      ].map(asOf),
      secretary: asOf(cell.secretary),
      committee: cell.committee.map(asOf),
    }));
    return {
      ...unit,
      cells,
      people: cells.flatMap((cell) => cell.people),
      head: asOf(unit.head),
      committee: unit.committee.map(asOf),
    };
  });
}

import { type Person } from './people.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type BuiltCell, type BuiltUnit } from './unit-builder.js';

/** What does not go as planned in an ordinary year, each thing with somebody of another cell who holds no post. */
export class Trouble {
  readonly named: Set<Person>;
  private readonly cells: readonly { readonly unit: BuiltUnit; readonly cell: BuiltCell }[];
  private nth = 0;

  /** @param taken people who have a part of their own already @param year written into the rows where a scenario has several */
  constructor(
    private readonly files: ScenarioFiles,
    prng: Prng,
    units: readonly BuiltUnit[],
    taken: readonly Person[],
    private readonly year: number | null = null,
  ) {
    this.named = new Set(taken);
    this.cells = prng.shuffled(units.flatMap((unit) => unit.cells.map((cell) => ({ unit, cell }))));
  }

  act(actor: Person, kind: string, row: Readonly<Record<string, string>> = {}): void {
    this.files.add('acts', { year: this.year, actor: actor.code, act: kind, ...row });
  }

  /** An official member without a post, from the next cell. @throws Error when nobody is left */
  somebody(accept: (cell: BuiltCell, unit: BuiltUnit) => boolean = () => true): Person {
    for (let tries = 0; tries < 40 * this.cells.length; tries++) {
      const { unit, cell } = this.cells[this.nth++ % this.cells.length]!;
      if (!accept(cell, unit)) continue;
      const person = cell.people.find(
        (each) =>
          each.official &&
          each.rated &&
          !each.head &&
          !this.named.has(each) &&
          !unit.committee.includes(each) &&
          !cell.committee.includes(each) &&
          each !== cell.secretary,
      );
      if (!person) continue;
      this.named.add(person);
      return person;
    }
    throw new Error('nobody is left for one more trouble');
  }

  /** Away from the cell's meeting, reviewed later. */
  away(count: number): void {
    for (let n = 0; n < count; n++) {
      const person = this.somebody((cell) => cell.people.filter((each) => each.official && each.rated).length > 6);
      person.absent = person.late = true;
      this.act(person, 'ABSENT', { subject: person.cell, value: n % 6 === 5 ? 'UNEXCUSED' : 'EXCUSED' });
    }
  }

  /** Without a paper in time, reviewed later. */
  noPaper(count: number): void {
    for (let n = 0; n < count; n++) {
      const person = this.somebody();
      person.late = true;
      this.act(person, 'NO_SELF_REVIEW');
    }
  }

  /** A secretary sends a paper back, once. */
  returnedPapers(count: number): void {
    for (let n = 0; n < count; n++) {
      const person = this.somebody();
      const { secretary } = this.cells.find(({ cell }) => cell.plan.code === person.cell)!.cell;
      this.act(secretary, 'RETURN_PAPER', {
        subject: person.code,
        value: 'Chưa giải trình đầy đủ phần khắc phục hạn chế',
      });
    }
  }

  /** A teller counts one paper wrongly the first time. */
  miscounts(count: number): void {
    for (let n = 0; n < count; n++) {
      const person = this.somebody((cell) => cell.people.filter((each) => each.official).length > 8);
      this.act(person, 'MISCOUNT', { subject: person.cell });
    }
  }
}

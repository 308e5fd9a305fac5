import { type Person } from './people.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type Superior } from './superior.js';
import { type BuiltCell, type BuiltUnit } from './unit-builder.js';
import { split } from './votes.js';

export interface BinhDinhPlay {
  /** People with a part of their own. */
  readonly named: readonly Person[];
  /** Members on whom the first vote gives no majority. */
  readonly contested: ReadonlySet<string>;
  writeContested(units: readonly BuiltUnit[]): void;
}

const AWAY = 24;
const NO_PAPER = 10;
const LATE = 9;

/** Everything that does not go as planned: absences, late and returned papers, returned results, miscounts, refused acts. */
export function playBinhDinh(
  files: ScenarioFiles,
  prng: Prng,
  units: readonly BuiltUnit[],
  superior: Superior,
): BinhDinhPlay {
  const reserved = new Set<Person>([...superior.standing, ...superior.officers]);
  const cells = units.flatMap((unit) => unit.cells.map((cell) => ({ unit, cell })));
  const order = prng.shuffled(cells);
  let nth = 0;
  /** A member without a post from the next cell. */
  const somebody = (accept: (cell: BuiltCell, unit: BuiltUnit) => boolean = () => true): Person => {
    for (;;) {
      const { unit, cell } = order[nth++ % order.length]!;
      if (!accept(cell, unit)) continue;
      const person = cell.people.find(
        (each) =>
          each.official &&
          each.rated &&
          !each.head &&
          !reserved.has(each) &&
          !unit.committee.includes(each) &&
          !cell.committee.includes(each) &&
          each !== cell.secretary,
      );
      if (!person) continue;
      reserved.add(person);
      return person;
    }
  };
  const act = (actor: Person, kind: string, row: Readonly<Record<string, string>> = {}) =>
    files.add('acts', { actor: actor.code, act: kind, ...row });

  for (let n = 0; n < AWAY; n++) {
    const person = somebody();
    person.absent = person.late = true;
    act(person, 'ABSENT', { subject: person.cell, value: n % 6 === 5 ? 'UNEXCUSED' : 'EXCUSED' });
  }
  for (let n = 0; n < NO_PAPER; n++) {
    const person = somebody();
    person.late = true;
    act(person, 'NO_SELF_REVIEW');
  }
  for (let n = 0; n < 2; n++) {
    const person = somebody();
    person.absent = person.late = person.never = true;
    act(person, 'NO_REVIEW');
    act(person, 'ABSENT', { subject: person.cell, value: 'EXCUSED' });
  }
  for (let n = 0; n < LATE; n++) act(somebody(), 'SELF_REVIEW', { on: n % 2 === 0 ? '2023-12-08' : '2023-12-11' });

  const secretaryOf = (person: Person) => cells.find(({ cell }) => cell.plan.code === person.cell)!.cell.secretary;
  for (let n = 0; n < 3; n++) {
    const person = somebody();
    act(secretaryOf(person), 'RETURN_PAPER', {
      subject: person.code,
      value: 'Chưa giải trình đầy đủ phần khắc phục hạn chế',
    });
  }
  for (let n = 0; n < 3; n++) {
    const person = somebody((cell) => cell.people.filter((each) => each.official).length > 8);
    act(person, 'MISCOUNT', { subject: person.cell });
  }
  const [returning, late, answering, ...others] = units.filter((unit) => !unit.plan.isCell) as [
    BuiltUnit,
    BuiltUnit,
    BuiltUnit,
    ...BuiltUnit[],
  ];
  act(returning.head, 'RETURN_RESULT', {
    subject: returning.cells[1]!.plan.code,
    value: 'Biên bản chưa ghi đủ ý kiến góp ý',
  });
  act(late.cells[0]!.secretary, 'SUBMIT', { subject: late.cells[0]!.plan.code, on: '2023-12-19' });
  act(superior.officers[0]!, 'RETURN_RESULT', {
    subject: answering.plan.code,
    value: 'Thiếu báo cáo kiểm điểm của tập thể',
  });
  act(late.cells[1]!.secretary, 'CONVENE', { subject: late.cells[1]!.plan.code, on: '2023-12-18' });

  act(somebody(), 'TRY_SELF_REVIEW', { on: '2023-12-20', expect: 'STEP.CLOSED' });
  act(others[0]!.cells[0]!.secretary, 'TRY_SUBMIT_TWICE', {
    subject: others[0]!.cells[0]!.plan.code,
    expect: 'ENGINE.NOT_NOW',
  });
  act(others[1]!.cells[0]!.secretary, 'TRY_OPEN_WITHOUT_QUORUM', {
    subject: others[1]!.cells[0]!.plan.code,
    expect: 'MEETING.NO_QUORUM',
  });
  act(somebody(), 'TRY_COUNT_AS_OUTSIDER', { subject: others[2]!.cells[0]!.plan.code, expect: 'ACCESS.NOT_FOUND' });
  act(somebody(), 'TRY_READ_REVIEW', { subject: others[3]!.head.code, expect: 'ACCESS.NOT_FOUND' });
  act(superior.standing[0]!, 'TRY_DECIDE_WITHOUT_REASON', { subject: superior.code, expect: 'QUOTA.REASON_MISSING' });

  const contested = [somebody((cell) => cell.people.length > 10), somebody((cell) => cell.people.length > 10)];
  return {
    named: [...reserved],
    contested: new Set(contested.map((person) => person.code)),
    writeContested() {
      for (const person of contested)
        contest(files, cells.find(({ cell }) => cell.plan.code === person.cell)!.cell, person);
    },
  };
}

/** The first vote gives nobody a majority, the second does. */
function contest(files: ScenarioFiles, cell: BuiltCell, subject: Person): void {
  const counted = cell.people.filter((person) => person.official && person.rated && !person.excluded);
  const present = counted.filter((person) => !person.absent).map((person) => person.code);
  split(files, { body: cell.plan.code, kind: 'CELL_MEMBER_LEVEL' }, present, subject.code, [2, 3], counted.length);
  for (const voter of present)
    files.add('marks', {
      body: cell.plan.code,
      ballot: 'CELL_MEMBER_LEVEL',
      round: 2,
      voter,
      subject: subject.code,
      mark: String(subject.level),
    });
}

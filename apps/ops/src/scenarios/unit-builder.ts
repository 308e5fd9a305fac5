import { type Level } from '@binhxet/domain';
import { day, memberCode, memberName, type Person } from './people.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { vote, type VoteOptions } from './votes.js';

export interface CellPlan {
  readonly code: string;
  readonly name: string;
  /** Name until the day before `renamedOn`. */
  readonly formerName?: string;
  readonly renamedOn?: string;
  /** Level the cell as an organisation is to get. */
  readonly level: Level;
  /** Members of the leading committee; 0: a secretary alone, and no collective beside the cell. */
  readonly committee: number;
  readonly rated: number;
  /** Of the rated: admitted in the first half of the year, so they do not vote yet. */
  readonly probationary: number;
  /** Neither reviewed nor rated. */
  readonly justAdmitted: number;
  readonly exempted: number;
}

export interface UnitPlan {
  readonly code: string;
  readonly name: string;
  readonly quotaGroup?: string;
  /** The unit stood below another superior until the day before. */
  readonly moved?: { readonly from: string; readonly on: string; readonly decision: string };
  readonly level: Level;
  readonly collectiveLevel: Level;
  /** Size of the committee of an organisation with cells; the cells' own plan for a grassroots cell. */
  readonly committee: number;
  readonly cells: readonly CellPlan[];
  /** The unit is itself a cell: its only cell plan has the same code. */
  readonly isCell: boolean;
}

export interface BuiltCell {
  readonly plan: CellPlan;
  readonly people: Person[];
  readonly secretary: Person;
  readonly committee: readonly Person[];
}
export interface BuiltUnit {
  readonly plan: UnitPlan;
  readonly cells: readonly BuiltCell[];
  readonly people: Person[];
  readonly head: Person;
  /** Who decides members and cells. */
  readonly committee: readonly Person[];
}

const FOUNDED = '2015-01-01';
const POSTS_SINCE = '2020-07-01';

/** Builds units one after the other; numbers of people run through. */
export class UnitBuilder {
  /**
   * @param count people numbered before: several scenarios may live in one database
   * @param postsSince first day of everybody's posts @param founded first day of the organisations
   */
  constructor(
    private readonly files: ScenarioFiles,
    private readonly prng: Prng,
    private readonly year: number,
    private readonly superior: string,
    private count = 0,
    private readonly postsSince = POSTS_SINCE,
    private readonly founded = FOUNDED,
  ) {}

  /** Tree, people and posts of a unit. Levels are set afterwards, by whoever knows the quotas. */
  unit(plan: UnitPlan): BuiltUnit {
    const role = plan.isCell ? 'GRASSROOTS_CELL' : 'GRASSROOTS_COMMITTEE_ORG';
    const { moved } = plan;
    const version = { code: plan.code, name: plan.name, role, quotaGroup: plan.quotaGroup };
    if (moved)
      this.files.add('organisations', {
        ...version,
        parent: moved.from,
        from: this.founded,
        to: previousDay(moved.on),
      });
    this.files.add('organisations', {
      ...version,
      parent: this.superior,
      from: moved?.on ?? this.founded,
      decision: moved?.decision ?? null,
    });
    for (const { code, name, formerName, renamedOn } of plan.isCell ? [] : plan.cells) {
      const row = { code, role: 'SUBORDINATE_CELL', parent: plan.code };
      if (formerName && renamedOn)
        this.files.add('organisations', { ...row, name: formerName, from: this.founded, to: previousDay(renamedOn) });
      this.files.add('organisations', {
        ...row,
        name,
        from: renamedOn ?? this.founded,
        decision: renamedOn ? 'QĐ đổi tên (mô phỏng)' : null,
      });
    }

    const cells = plan.cells.map((cell) => this.cell(plan, cell));
    const people = cells.flatMap((cell) => cell.people);
    if (plan.isCell) {
      const only = cells[0]!;
      only.secretary.head = true;
      return { plan, cells, people, head: only.secretary, committee: only.committee };
    }
    const seats = Math.max(3, plan.committee);
    const secretaries = cells.map((cell) => cell.secretary);
    const others = people.filter((person) => person.official && person.rated && !secretaries.includes(person));
    // The head leads no cell; the rest of the committee are cell secretaries as far as they go.
    const head = others[0]!;
    head.head = true;
    const committee = [head, ...[...secretaries, ...others.slice(1)].slice(0, seats - 1)];
    committee.forEach((person, at) =>
      this.post(
        person,
        plan.code,
        'PARTY_COMMITTEE',
        at === 0 ? 'SECRETARY' : at === 1 ? 'DEPUTY_SECRETARY' : 'COMMITTEE_MEMBER',
        at === 0,
      ),
    );
    return { plan, cells, people, head, committee };
  }

  private cell(unit: UnitPlan, plan: CellPlan): BuiltCell {
    const people: Person[] = [];
    const add = (fields: Pick<Person, 'official' | 'rated' | 'admittedOn' | 'officialOn'>) => {
      const number = ++this.count;
      const person: Person = {
        code: memberCode(number),
        name: memberName(number, unit.code.replace(/^[A-Z]+/, '')),
        unit: unit.code,
        cell: plan.code,
        joinedOn: fields.admittedOn,
        level: 2,
        excluded: false,
        head: false,
        absent: false,
        late: false,
        never: false,
        ...fields,
      };
      people.push(person);
      return person;
    };
    for (let n = 0; n < plan.rated - plan.probationary; n++) {
      const admitted = this.prng.between(1995, this.year - 6);
      const month = this.prng.between(1, 12);
      const date = this.prng.between(1, 28);
      add({
        official: true,
        rated: true,
        admittedOn: day(admitted, month, date),
        officialOn: day(admitted + 1, month, date),
      });
    }
    for (let n = 0; n < plan.probationary; n++)
      add({
        official: false,
        rated: true,
        admittedOn: day(this.year, this.prng.between(1, 5), this.prng.between(1, 28)),
        officialOn: null,
      });
    for (let n = 0; n < plan.justAdmitted; n++)
      add({
        official: false,
        rated: false,
        admittedOn: day(this.year, this.prng.between(8, 11), this.prng.between(1, 28)),
        officialOn: null,
      });
    for (let n = 0; n < plan.exempted; n++) {
      const admitted = this.prng.between(1968, 1985);
      const person = add({
        official: true,
        rated: false,
        admittedOn: day(admitted, 5, 19),
        officialOn: day(admitted + 1, 5, 19),
      });
      person.excluded = true;
      this.files.add('periods', { member: person.code, kind: 'EXEMPTED', from: day(this.year - 2, 1, 1) });
    }
    const voters = people.filter((person) => person.official && person.rated);
    const secretary = voters[0]!;
    const body = plan.committee > 0 ? 'CELL_COMMITTEE' : 'MEMBERS_MEETING';
    const committee = voters.slice(0, Math.max(plan.committee, 1));
    committee.forEach((person, at) =>
      this.post(
        person,
        plan.code,
        body,
        at === 0 ? 'SECRETARY' : at === 1 ? 'DEPUTY_SECRETARY' : 'COMMITTEE_MEMBER',
        at === 0,
      ),
    );
    return { plan, people, secretary, committee: plan.committee > 0 ? committee : [] };
  }

  post(person: Person, organisation: string, body: string, post: string, head = false): void {
    this.files.add('posts', {
      member: person.code,
      organisation,
      body,
      post,
      head,
      from: person.admittedOn > this.postsSince ? person.admittedOn : this.postsSince,
    });
  }

  /** Rows of people; called once levels, moves and absences are known. */
  writePeople(unit: BuiltUnit): void {
    for (const person of unit.people) {
      this.files.add('members', {
        code: person.code,
        fullName: person.name,
        status: person.official ? 'OFFICIAL' : 'PROBATIONARY',
        admittedOn: person.admittedOn,
        officialOn: person.officialOn,
        civilServant: true,
        organisation: person.cell,
        joinedOn: person.joinedOn,
      });
    }
  }

  /** Everything the people of a unit vote on. @param heard levels the committee decides where it differs from the cell */
  writeMarks(
    unit: BuiltUnit,
    decided: ReadonlyMap<string, Level> = new Map(),
    options: VoteOptions & { readonly skip?: ReadonlySet<string> } = {},
  ): void {
    const { files, prng } = this;
    for (const { plan, people, committee } of unit.cells) {
      const voters = people
        .filter((person) => person.official && person.rated && !person.excluded)
        .map((person) => person.code);
      const present = people
        .filter((person) => voters.includes(person.code) && !person.absent)
        .map((person) => person.code);
      const nobody = new Set(people.filter((person) => person.never).map((person) => person.code));
      const self = { body: plan.code, kind: 'CELL_SELF_LEVEL' as const };
      if (committee.length > 0)
        vote(
          files,
          prng,
          self,
          voters.length,
          present,
          `COLLECTIVE:${plan.code}`,
          unit.plan.isCell ? unit.plan.collectiveLevel : plan.level,
          options,
        );
      vote(files, prng, self, voters.length, present, plan.code, plan.level, options);
      for (const person of people) {
        if (!person.rated || person.never || options.skip?.has(person.code)) continue;
        vote(
          files,
          prng,
          { body: plan.code, kind: 'CELL_MEMBER_LEVEL' },
          voters.length,
          person.late ? voters.filter((code) => !nobody.has(code)) : present,
          person.code,
          person.level,
          options,
        );
        if (!person.official)
          files.add('marks', {
            body: plan.code,
            ballot: 'SELF_REVIEW',
            voter: person.code,
            subject: person.code,
            mark: String(person.level),
          });
      }
    }
    const seats = (
      unit.committee.length > 0
        ? unit.committee
        : unit.people.filter((person) => person.official && person.rated && !person.excluded)
    ).map((person) => person.code);
    const decide = (subject: string, level: Level) =>
      vote(files, prng, { body: unit.plan.code, kind: 'COMMITTEE_DECISION' }, seats.length, seats, subject, level, {
        dissent: 1,
      });
    if (!unit.plan.isCell) {
      const propose = (subject: string, level: Level) =>
        vote(files, prng, { body: unit.plan.code, kind: 'COLLECTIVE_PROPOSAL' }, seats.length, seats, subject, level, {
          dissent: 1,
        });
      propose(`COLLECTIVE:${unit.plan.code}`, unit.plan.collectiveLevel);
      propose(unit.plan.code, unit.plan.level);
      for (const { plan, committee } of unit.cells) {
        decide(plan.code, plan.level);
        if (committee.length > 0) decide(`COLLECTIVE:${plan.code}`, plan.level);
      }
    }
    for (const person of unit.people) {
      // A cell without a committee decides by its meeting; its head and its late ones come back to it.
      if (person.rated && (unit.committee.length > 0 || person.head || person.late) && !person.never)
        decide(person.code, decided.get(person.code) ?? person.level);
    }
  }
}

export const previousDay = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** A cell of official members alone, all of whom are rated. */
export function plainCell(code: string, name: string, rated: number, committee: number): CellPlan {
  return { code, name, level: 2, committee, rated, probationary: 0, justAdmitted: 0, exempted: 0 };
}

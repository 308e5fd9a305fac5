import {
  type ActKind,
  type ActRecord,
  type DecisionRecord,
  type MemberRecord,
  type PostRecord,
  type RegistrationWish,
} from '@binhxet/application';
import { addDays, isoWeekday, type LegalDate } from '@binhxet/domain';
import { seedOf } from '../scenarios/prng.js';
import { type Scenario } from '../scenario/load-scenario.js';
import { ratingYearOf, type ScenarioYear } from '../scenario/scenario-head.js';
import { MarkBook } from './mark-book.js';
import { PersonBook } from './person-book.js';

export type Sitting = 'CELL' | 'UNIT' | 'HEADS' | 'SUPERIOR';

/** Who does what on which day: the acts of the folder, and for everything else an ordinary day drawn from the seed. */
export class Script {
  readonly marks: MarkBook;
  /** Ballots about persons, beside the rating. */
  readonly persons: PersonBook;
  private readonly acts = new Map<string, ActRecord[]>();
  private readonly decisions: readonly DecisionRecord[];
  private readonly spent = new Set<ActRecord>();
  readonly membersOf = new Map<string, MemberRecord[]>();
  readonly member = new Map<string, MemberRecord>();
  private readonly posts: readonly PostRecord[];
  private readonly excused: ReadonlySet<string>;
  readonly superior: string;
  private readonly play: readonly ActRecord[];
  /** What organisations register in this year. */
  readonly registrations: readonly RegistrationWish[];
  private readonly everybody: ReadonlySet<string>;

  /** @param year one of the scenario's */
  constructor(
    private readonly scenario: Scenario,
    readonly year: ScenarioYear = scenario.head.years[0],
  ) {
    const ofYear = <R extends { readonly year: number | null }>(rows: readonly R[]): R[] =>
      rows.filter((row) => row.year === null || row.year === this.ratingYear);
    this.marks = new MarkBook(ofYear(scenario.play.marks));
    this.persons = new PersonBook(ofYear(scenario.play.personBallots), ofYear(scenario.play.personMarks));
    this.decisions = ofYear(scenario.play.decisions);
    this.superior = scenario.head.superior;
    this.play = ofYear(scenario.play.acts);
    this.registrations = ofYear(scenario.play.registrations);
    for (const act of this.play) push(this.acts, act.act, act);
    this.everybody = new Set(scenario.data.members.map((member) => member.code));
    for (const member of onTheRoll(scenario.data, year.clock.from)) {
      push(this.membersOf, member.organisation, member);
      this.member.set(member.code, member);
    }
    const from = this.year.clock.from;
    this.excused = new Set(
      scenario.data.periods
        .filter(
          (period) =>
            ['EXEMPTED', 'SUSPENDED', 'TEMPORARY_ELSEWHERE'].includes(period.kind) &&
            period.from <= from &&
            (period.to === null || period.to >= from),
        )
        .map((period) => period.member),
    );
    this.posts = scenario.data.posts.filter((post) => post.from <= from && (post.to === null || post.to >= from));
  }

  get ratingYear(): number {
    return ratingYearOf(this.year);
  }

  /** Is this the code of a member, of whatever year? */
  isMember(code: string): boolean {
    return this.everybody.has(code);
  }

  /** Acts of a kind about a subject or by an actor. */
  of(kind: ActKind, match: { readonly actor?: string; readonly subject?: string } = {}): readonly ActRecord[] {
    return (this.acts.get(kind) ?? []).filter(
      (act) =>
        (match.actor === undefined || act.actor === match.actor) &&
        (match.subject === undefined || act.subject === match.subject),
    );
  }

  /** Every refused attempt of the folder, in the order of its rows. */
  get attempts(): readonly ActRecord[] {
    return this.play.filter((act) => act.act.startsWith('TRY_'));
  }

  /** Such an act that was not done yet; it is done now. */
  once(kind: ActKind, match: { readonly actor?: string; readonly subject?: string }): ActRecord | null {
    const act = this.of(kind, match).find((each) => !this.spent.has(each)) ?? null;
    if (act) this.spent.add(act);
    return act;
  }

  /** The decision of a body as the folder words it. */
  decision(organisation: string, kind: string): DecisionRecord | null {
    return this.decisions.find((row) => row.organisation === organisation && row.kind === kind) ?? null;
  }

  /** Who acts for a body: the head's post, then the other leaders. */
  leaders(organisation: string): readonly string[] {
    const rank = (post: PostRecord) =>
      post.head ? 0 : post.post === 'SECRETARY' ? 1 : post.post === 'DEPUTY_SECRETARY' ? 2 : 3;
    const leading = this.posts.filter(
      (post) => post.organisation === organisation && ['SECRETARY', 'DEPUTY_SECRETARY'].includes(post.post),
    );
    return [...new Set([...leading].sort((one, other) => rank(one) - rank(other)).map((post) => post.member))];
  }

  /** Voting seats of the committee that sits: standing committee, committee, cell committee, whichever there is first. */
  seats(organisation: string): string[] {
    const voting = this.posts.filter(
      (post) =>
        post.organisation === organisation &&
        ['SECRETARY', 'DEPUTY_SECRETARY', 'STANDING_MEMBER', 'COMMITTEE_MEMBER'].includes(post.post),
    );
    for (const body of ['STANDING_COMMITTEE', 'PARTY_COMMITTEE', 'CELL_COMMITTEE']) {
      const seats = voting.filter((post) => post.body === body).map((post) => post.member);
      if (seats.length > 0) return [...new Set(seats)];
    }
    return [];
  }

  /** Not counted when absent, so not expected. */
  exempt(member: string): boolean {
    return this.excused.has(member);
  }

  officers(organisation: string): readonly string[] {
    return this.posts
      .filter((post) => post.organisation === organisation && post.post === 'OFFICER')
      .map((post) => post.member);
  }

  /** When a member hands in the own paper; null: not before the step closes. */
  paperDay(member: string): string | null {
    if (this.of('NO_SELF_REVIEW', { actor: member }).length > 0 || this.never(member)) return null;
    const wanted = this.of('SELF_REVIEW', { actor: member })[0]?.on;
    if (wanted) return wanted;
    const { from } = this.year.clock;
    // Whose paper is to be returned hands it in first, so that there is time to write it again.
    if (this.of('RETURN_PAPER', { subject: member }).length > 0) return workingDays(from, from)[0] ?? from;
    return this.drawn(workingDays(from, this.year.plan.selfReview ?? from), 'paper', member);
  }

  never(member: string): boolean {
    return this.of('NO_REVIEW', { actor: member }).length > 0;
  }

  /** First day on which a body sits. */
  sittingDay(organisation: string, sitting: Sitting): string {
    if (sitting === 'CELL' || sitting === 'UNIT') {
      const wanted = this.of('CONVENE', { subject: organisation })[0]?.on;
      if (wanted) return wanted;
    }
    const { plan, clock } = this.year;
    const [after, until] = (
      {
        CELL: [plan.selfReview, plan.cellMeeting],
        UNIT: [plan.cellSubmission ?? plan.cellMeeting, plan.unitSitting],
        SUPERIOR: [plan.verification ?? plan.unitDossier ?? plan.unitSitting, plan.classification],
        HEADS: [plan.classification, plan.heads ?? plan.classification],
      } as const
    )[sitting];
    const first = addDays(after ?? clock.from, 1);
    return this.drawn(workingDays(first, until ?? first), sitting, organisation);
  }

  /** First day on which a body hands its result upward. */
  submitDay(organisation: string): string | null {
    return this.of('SUBMIT', { subject: organisation })[0]?.on ?? null;
  }

  /** Days of the run, Monday to Friday. */
  get days(): readonly string[] {
    return workingDays(this.year.clock.from, this.year.clock.until);
  }

  /** Units that sit as committees: grassroots organisations. */
  get unitCount(): number {
    const { from } = this.year.clock;
    return this.scenario.data.organisations.filter(
      (row) => row.parent === this.superior && row.from <= from && (row.to === null || row.to >= from),
    ).length;
  }

  /** After this day nothing is planned any more. */
  get lastPlannedDay(): string {
    return Object.values(this.year.plan).reduce<string>(
      (last, day) => (day && day > last ? day : last),
      this.year.clock.from,
    );
  }

  private drawn(days: readonly string[], ...who: readonly string[]): string {
    return days[seedOf(this.scenario.head.seed, ...who) % Math.max(days.length, 1)] ?? this.year.clock.from;
  }
}

/** Members on the first day of a cycle, in the cell and with the standing of that day. */
function onTheRoll(data: Scenario['data'], on: LegalDate): MemberRecord[] {
  const earlier = new Map<string, string>();
  for (const row of data.memberships) if (row.from <= on && row.to >= on) earlier.set(row.member, row.organisation);
  return data.members.flatMap((member): MemberRecord[] => {
    const organisation = member.joinedOn <= on ? member.organisation : earlier.get(member.code);
    if (organisation === undefined) return [];
    const official = member.officialOn === null ? member.status === 'OFFICIAL' : member.officialOn <= on;
    return [{ ...member, organisation, status: official ? 'OFFICIAL' : 'PROBATIONARY' }];
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function workingDays(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (isoWeekday(day) <= 5) days.push(day);
  return days.length > 0 ? days : [from];
}

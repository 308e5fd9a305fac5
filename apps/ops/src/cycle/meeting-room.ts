import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { type MarkBallot, writeSubject } from '@binhxet/application';
import { USUAL_LEVELS } from '@binhxet/domain';
import { type Cast, type Person } from './cast.js';
import { type Attempts } from './attempts.js';
import { PersonBallots } from './person-ballots.js';
import { type Script } from './script.js';

type Room = Schemas['MeetingRoom'];
type Ballot = Room['ballots'][number];
type Attendance = Schemas['Attendance'];

/** The engine needs a moment for each transition; looking more often only takes it time. */
const POLL_MS = [60, 120, 240, 480, 800] as const;
/** A body that hears nothing for this long has a server that does not work. */
const SILENCE_MS = 300_000;

/** Where a sitting stops before its end: before its first vote, or with the first of two tellers' counts of it. */
export type MeetingPause = 'BEFORE_VOTE' | 'HALF_COUNTED';

/** Runs one sitting from the roll call to the last signature: the chair leads, two tellers count, three people sign. */
export class MeetingRoom {
  /** Sittings of a body so far: absences of the folder are about its first one. */
  private readonly sittings = new Map<string, number>();
  /** Votes of a body on a subject so far. */
  private readonly votes = new Map<string, number>();
  /** What was voted on beside the rating. */
  readonly personBallots: PersonBallots;

  constructor(
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly attempts: Attempts,
    private readonly signal: AbortSignal,
  ) {
    this.personBallots = new PersonBallots(script, cast);
  }

  /** Two tellers, neither the chair: whoever the folder names to miscount first, then the last on the roll. */
  tellers(organisation: string, roll: readonly string[], chair: string): string[] {
    const named = this.script.of('MISCOUNT', { subject: organisation }).map((act) => act.actor);
    return [...new Set([...named.filter((code) => roll.includes(code)), ...[...roll].reverse()])]
      .filter((code) => code !== chair)
      .slice(0, 2);
  }

  /** @param chair who leads it @returns once the meeting is closed, or has come to where it pauses */
  async run(chair: Person, meetingId: string, pause?: MeetingPause): Promise<void> {
    let room = await this.room(chair, meetingId);
    const organisation = room.organisation.code;
    const nth = room.kind === 'LATE_REVIEW' ? 2 : (this.sittings.get(organisation) ?? 0) + 1;
    if (room.kind !== 'LATE_REVIEW') this.sittings.set(organisation, nth);
    if (room.state === 'CONVENED') {
      const roll = await this.callRoll(chair, room, nth);
      await this.attempts.openWithoutQuorum(
        chair,
        organisation,
        meetingId,
        roll,
        [room.chair, room.minuteTaker, ...room.tellers].map((one) => one.code),
      );
      await chair.post(`/meetings/${meetingId}/open`);
      room = await this.room(chair, meetingId);
    }
    const voters = (await this.attendance(chair, meetingId))
      .filter((row) => row.voter && row.status === 'PRESENT')
      .map((row) => row.person.code);
    if (pause) return pause === 'HALF_COUNTED' ? this.countHalf(chair, room, voters) : undefined;
    for (let ballot = nextBallot(room); ballot; ballot = nextBallot(room))
      room = await this.vote(chair, room, ballot, voters);
    if (room.minutes === null) await this.personBallots.hold(chair, room, voters);
    if (room.minutes === null || room.state === 'TALLYING') await chair.post(`/meetings/${meetingId}/minutes`);
    await this.sign(chair, meetingId);
  }

  /** The first vote is over and the head teller's count is in; the other teller's is not. */
  private async countHalf(chair: Person, room: Room, voters: readonly string[]): Promise<void> {
    const [teller] = room.tellers;
    const ballot = nextBallot(room);
    if (!teller || !ballot) return;
    await this.closeVote(chair, room, ballot);
    await this.count(teller.code, room, ballot.id, ballot.attempt, voters, this.roundsOf(room, ballot));
  }

  private async closeVote(chair: Person, room: Room, ballot: Ballot): Promise<void> {
    const path = `/meetings/${room.id}/ballots/${ballot.id}`;
    if (ballot.state === 'DRAFT') await chair.post(`${path}/open`);
    if (ballot.state === 'DRAFT' || ballot.state === 'OPEN') await chair.post(`${path}/close`);
  }

  private roundsOf(room: Room, ballot: Ballot): Map<string, number> {
    return new Map(
      ballot.subjects.map((subject) => [
        subject.reviewId,
        this.nextRound(ballot.kind, room.organisation.code, subject, ballot.id),
      ]),
    );
  }

  private async callRoll(chair: Person, room: Room, nth: number): Promise<readonly Attendance[]> {
    const organisation = room.organisation.code;
    const all = await this.attendance(chair, room.id);
    const away = new Map(
      nth === 1 ? this.script.of('ABSENT', { subject: organisation }).map((act) => [act.actor, act.value]) : [],
    );
    const status = (row: Attendance): string => {
      if (
        row.flags['exempted'] === true ||
        row.flags['suspended'] === true ||
        row.flags['temporarilyElsewhere'] === true
      )
        return 'EXCUSED';
      if (this.script.never(row.person.code)) return 'EXCUSED';
      return away.get(row.person.code) ?? 'PRESENT';
    };
    await chair.put(`/meetings/${room.id}/attendance`, {
      rows: all.map((row) => ({ memberId: row.person.memberId, status: status(row) })),
    });
    return all.map((row) => ({ ...row, status: status(row) as Attendance['status'] }));
  }

  private async attendance(chair: Person, meetingId: string): Promise<Attendance[]> {
    const rows: Attendance[] = [];
    for await (const row of chair.pages<Attendance>(`/meetings/${meetingId}/attendance`)) rows.push(row);
    return rows;
  }

  private async vote(chair: Person, room: Room, ballot: Ballot, voters: readonly string[]): Promise<Room> {
    const path = `/meetings/${room.id}/ballots/${ballot.id}`;
    await this.closeVote(chair, room, ballot);
    const organisation = room.organisation.code;
    const round = this.roundsOf(room, ballot);
    await this.attempts.countAsOutsider(organisation, room.id, ballot);
    let counted = ballot;
    for (let attempt = ballot.attempt; ;) {
      await Promise.all(room.tellers.map((teller) => this.count(teller.code, room, ballot.id, attempt, voters, round)));
      const now = await this.until(chair, room.id, (seen) => {
        const mine = seen.ballots.find((each) => each.id === ballot.id);
        return mine !== undefined && (mine.totals !== null || mine.attempt > attempt);
      });
      counted = now.ballots.find((each) => each.id === ballot.id)!;
      if (counted.totals !== null) {
        room = now;
        break;
      }
      attempt = counted.attempt;
    }
    const open = counted.tally.filter((row) => row.verdict === null).map((row) => row.reviewId);
    const again = open.some((reviewId) => {
      const subject = ballot.subjects.find((each) => each.reviewId === reviewId);
      return (
        subject &&
        this.script.marks.hasRound(
          organisation,
          ballot.kind as MarkBallot,
          writeSubject(subject.subjectKind, subject.code),
          (round.get(reviewId) ?? 1) + 1,
        )
      );
    });
    if (!again) return room;
    await chair.post(`${path}/rerun`, { reason: 'Chưa có mức nào đủ quá nửa; biểu quyết lại' });
    return this.until(chair, room.id, (seen) => seen.ballots.some((each) => each.supersedes === ballot.id));
  }

  private nextRound(kind: string, organisation: string, subject: Ballot['subjects'][number], ballotId: string): number {
    const key = `${organisation} ${kind} ${subject.reviewId}`;
    const seen = this.votes.get(`${key} ${ballotId}`);
    if (seen !== undefined) return seen;
    const round = (this.votes.get(key) ?? 0) + 1;
    this.votes.set(key, round);
    this.votes.set(`${key} ${ballotId}`, round);
    return round;
  }

  /** A teller finds the count among the own tasks, adds up the papers, hands in totals. */
  private async count(
    code: string,
    room: Room,
    ballotId: string,
    attempt: number,
    voters: readonly string[],
    rounds: ReadonlyMap<string, number>,
  ): Promise<void> {
    const teller = this.cast.person(code);
    const task = (await teller.tasks()).find((each) => each.kind === 'ENTER_PAPER_COUNT' && each.refId === ballotId);
    if (!task) return; // handed in before: the chair's wait tells
    // The first time every subject is counted; what is to be counted again stands on the teller's own page.
    const page = attempt === 1 ? room : await this.room(teller, room.id);
    const seen = page.ballots.find((each) => each.id === ballotId)!;
    const organisation = room.organisation.code;
    const asked = new Set((seen.recount ?? []).flatMap((pointer) => pointer.split('/')[2] ?? []));
    const subjects = seen.recount ? seen.subjects.filter((subject) => asked.has(subject.reviewId)) : seen.subjects;
    const rows = subjects.map((subject) => ({
      reviewId: subject.reviewId,
      ...this.script.marks.count(
        organisation,
        seen.kind as MarkBallot,
        writeSubject(subject.subjectKind, subject.code),
        voters,
        rounds.get(subject.reviewId) ?? 1,
        ranksOfBallot(seen),
      ),
    }));
    if (attempt === 1 && this.script.once('MISCOUNT', { actor: code, subject: organisation })) miscount(rows);
    await teller.put(`/meetings/${room.id}/ballots/${ballotId}/count`, {
      distributed: voters.length,
      returned: voters.length,
      valid: voters.length,
      invalid: 0,
      rows,
    });
  }

  private async sign(chair: Person, meetingId: string): Promise<void> {
    const room = await this.until(chair, meetingId, (seen) => seen.minutes !== null);
    const hash = room.minutes!.contentHash;
    const signed = new Set(room.minutes!.signatures.map((signature) => signature.role));
    const signatories = [
      ['CHAIR', room.chair],
      ['MINUTE_TAKER', room.minuteTaker],
      ['HEAD_TELLER', room.tellers[0]],
    ] as const;
    const open = new Set(
      signatories.filter(([role]) => !signed.has(role)).flatMap(([, person]) => (person ? [person.code] : [])),
    );
    await Promise.all(
      [...open].map(async (code) => {
        const person = this.cast.person(code);
        const task = (await person.tasks()).find((each) => each.kind === 'SIGN_MINUTES' && each.refId === meetingId);
        if (task) await person.post(`/meetings/${meetingId}/minutes/signature`, { contentHash: hash });
      }),
    );
    await this.until(chair, meetingId, (seen) => seen.state === 'CLOSED');
  }

  private room(person: Person, meetingId: string): Promise<Room> {
    return person.get<Room>(`/meetings/${meetingId}`);
  }

  /** The chair looks at the page until something is there. */
  private async until(chair: Person, meetingId: string, there: (room: Room) => boolean): Promise<Room> {
    const giveUp = performance.now() + SILENCE_MS;
    for (let nth = 0; ; nth++) {
      const room = await this.room(chair, meetingId);
      if (there(room)) return room;
      if (performance.now() > giveUp)
        throw new Error(`meeting ${meetingId} of ${room.organisation.code} stays in ${room.state}`);
      await wait(POLL_MS[Math.min(nth, POLL_MS.length - 1)], undefined, { signal: this.signal });
    }
  }
}

/** The next ballot of the agenda nobody has tallied yet. */
function nextBallot(room: Room): Ballot | undefined {
  return room.ballots
    .filter((ballot) => ['DRAFT', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'RECONCILING'].includes(ballot.state))
    .sort((one, other) => one.ordinal - other.ordinal || one.round - other.round)[0];
}

/** One paper put on the wrong pile. */
/** How many levels a ballot offers, from the rule stored with it. */
function ranksOfBallot({ rule }: Pick<Ballot, 'rule'>): number {
  return (rule as { readonly majority?: { readonly ranks?: number } } | null)?.majority?.ranks ?? USUAL_LEVELS;
}

function miscount(rows: readonly { votes: number[] }[]): void {
  for (const { votes } of rows) {
    const from = votes.findIndex((count) => count > 0);
    if (from < 0) continue;
    votes[from]! -= 1;
    votes[(from + 1) % votes.length]! += 1;
    return;
  }
}

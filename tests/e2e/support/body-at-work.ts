import { type Tab } from './people.js';
import { until } from './store.js';
import { type LivingYear, must } from './year.js';

interface Ballot {
  readonly id: string;
  readonly ordinal: number;
  readonly state: string;
  readonly totals: unknown;
  readonly subjects: readonly { readonly reviewId: string }[];
}
interface Room {
  readonly state: string;
  readonly tellers: readonly { readonly code: string }[];
  readonly ballots: readonly Ballot[];
  readonly minutes: { readonly contentHash: string } | null;
}

/** Words of a meeting that people choose. */
export interface MeetingWords {
  readonly place: string;
  readonly postponed: string;
  readonly rerun: string;
}

/** One sitting of a small body over HTTP: called, put off, called again, held, voted twice where nothing was decided, signed, closed. */
export class BodyAtWork {
  constructor(
    private readonly year: LivingYear,
    private readonly organisation: string,
    /** the chair first, then two tellers */
    private readonly people: readonly [string, string, string],
    private readonly words: MeetingWords,
  ) {}

  /** @returns id of the meeting */
  async sit(day: string): Promise<string> {
    const chair = await this.year.tab(this.people[0]);
    const meetingId = await this.convene(chair, day);
    must(await chair.post(`/meetings/${meetingId}/postpone`, { newDate: day, reason: this.words.postponed }));
    await this.convene(chair, day);
    const { items } = must(await chair.get<{ items: { person: { memberId: string } }[] }>(`/meetings/${meetingId}/attendance?limit=100`));
    must(await chair.put(`/meetings/${meetingId}/attendance`, { rows: items.map(({ person }) => ({ memberId: person.memberId, status: 'PRESENT' })) }));
    must(await chair.post(`/meetings/${meetingId}/open`));
    for (let rerun = true, ballot = await this.next(chair, meetingId); ballot; ballot = await this.next(chair, meetingId)) {
      await this.vote(chair, meetingId, ballot, items.length, rerun);
      rerun = false;
    }
    must(await chair.post(`/meetings/${meetingId}/minutes`));
    await this.sign(meetingId);
    return meetingId;
  }

  private async convene(chair: Tab, day: string): Promise<string> {
    const called = await chair.post<{ meetingId: string }>(`/cycles/${this.year.cycleId}/units/${this.organisation}/meetings`, {
      heldOn: day,
      place: this.words.place,
      tellerCodes: this.people.slice(1),
    });
    return must(called).meetingId;
  }

  private async room(tab: Tab, meetingId: string): Promise<Room> {
    return must(await tab.get<Room>(`/meetings/${meetingId}`));
  }

  private async next(chair: Tab, meetingId: string): Promise<Ballot | undefined> {
    const { ballots } = await this.room(chair, meetingId);
    return ballots.filter(({ state }) => state === 'DRAFT').sort((one, other) => one.ordinal - other.ordinal)[0];
  }

  /** @param undecided the first count gives no majority, so that the ballot is held again with a reason */
  private async vote(chair: Tab, meetingId: string, ballot: Ballot, papers: number, undecided: boolean): Promise<void> {
    const path = `/meetings/${meetingId}/ballots/${ballot.id}`;
    must(await chair.post(`${path}/open`));
    must(await chair.post(`${path}/close`));
    const half = Math.floor(papers / 2);
    const votes = undecided ? [0, half, half, papers - 2 * half] : [0, papers, 0, 0];
    const rows = ballot.subjects.map(({ reviewId }) => ({ reviewId, votes, blank: 0, invalid: 0 }));
    for (const teller of this.people.slice(1)) must(await (await this.year.tab(teller)).put(`${path}/count`, { distributed: papers, returned: papers, valid: papers, invalid: 0, rows }));
    await until(async () => (await this.room(chair, meetingId)).ballots.some(({ id, state }) => id === ballot.id && state === 'TALLIED'), 'the ballot is tallied');
    if (!undecided) return;
    must(await chair.post(`${path}/rerun`, { reason: this.words.rerun }));
    await until(async () => (await this.next(chair, meetingId)) !== undefined, 'the ballot is held again');
  }

  private async sign(meetingId: string): Promise<void> {
    const chair = await this.year.tab(this.people[0]);
    await until(async () => (await this.room(chair, meetingId)).minutes !== null, 'the minutes are drafted');
    const { minutes } = await this.room(chair, meetingId);
    for (const code of this.people.slice(0, 2)) must(await (await this.year.tab(code)).post(`/meetings/${meetingId}/minutes/signature`, { contentHash: minutes?.contentHash }));
    await until(async () => (await this.room(chair, meetingId)).state === 'CLOSED', 'the meeting closes');
  }
}

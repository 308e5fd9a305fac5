import { setTimeout as wait } from 'node:timers/promises';
import { type PaperDraft } from '@binhxet/application';
import { MEETING_DAY } from './population.js';
import { type Someone, type World } from './world.js';

interface Ballot {
  readonly id: string;
  readonly ordinal: number;
  readonly state: string;
  readonly subjects: readonly { readonly reviewId: string }[];
}
interface Room {
  readonly state: string;
  readonly ballots: readonly Ballot[];
  readonly minutes: { readonly contentHash: string } | null;
}

const POLL_MS = [10, 20, 40, 80, 160] as const;
const SILENCE_MS = 300_000;

/** Saves a member's paper and hands it in. */
export async function writePaper(world: World, { code, reviewId }: Someone, paper: PaperDraft): Promise<void> {
  const session = world.session(code);
  const path = `/reviews/${reviewId}/paper`;
  const saved = await world.wire.send({ method: 'PUT', path, session, body: paper, headers: { 'if-none-match': '*' } });
  if (saved.status !== 200) throw new Error(`PUT ${path}: ${saved.status} ${saved.text.slice(0, 300)}`);
  await world.wire.must({ method: 'POST', path: `${path}/submit`, session, headers: { 'if-match': saved.etag ?? '' } });
}

/** Waits until every one of these cells has closed its self-reviews and may convene. */
export async function untilMeeting({ sql, cycleId }: World, codes: readonly string[]): Promise<void> {
  await until(async () => {
    const { rows } = await sql.query<{ n: number }>(
      `select count(*)::int as n from app.step s join app.cycle_unit u on u.cycle_id = s.cycle_id and u.organisation_id = s.organisation_id
        where s.cycle_id = $1 and s.kind = 'MEETING' and s.state = 'OPEN' and u.code = any($2)`,
      [cycleId, codes],
    );
    return rows[0]?.n === codes.length || null;
  }, 'the cells do not come to their meetings');
}

/** @param members of the cell, the secretary first @returns id of the meeting */
export async function convene(world: World, cell: string, members: readonly Someone[]): Promise<string> {
  const [secretary, , , , ...others] = members;
  const tellerCodes = [...others, ...members.slice(1, 3)].slice(0, 2).map((member) => member.code);
  const { meetingId } = await world.wire.must<{ meetingId: string }>({
    method: 'POST',
    path: `/cycles/${world.cycleId}/units/${cell}/meetings`,
    session: world.session(secretary!.code),
    body: { kind: 'CELL_REVIEW', heldOn: MEETING_DAY, tellerCodes },
  });
  return meetingId;
}

/** A cell's meeting from its notice to the last signature: everybody comes and puts down the second level. */
export async function holdMeeting(world: World, cell: string, members: readonly Someone[]): Promise<void> {
  const { wire } = world;
  const chair = world.session(members[0]!.code);
  const meetingId = await convene(world, cell, members);
  const path = `/meetings/${meetingId}`;
  const room = () => wire.must<Room>({ method: 'GET', path, session: chair });
  const roll = await wire.must<{ items: { person: { memberId: string } }[] }>({ method: 'GET', path: `${path}/attendance?limit=100`, session: chair });
  await wire.must({ method: 'PUT', path: `${path}/attendance`, session: chair, body: { rows: roll.items.map(({ person }) => ({ memberId: person.memberId, status: 'PRESENT' })) } });
  await wire.must({ method: 'POST', path: `${path}/open`, session: chair });
  const { tellers } = await wire.must<{ tellers: { code: string }[] }>({ method: 'GET', path, session: chair });
  for (const ballot of [...(await room()).ballots].sort((one, other) => one.ordinal - other.ordinal)) {
    await wire.must({ method: 'POST', path: `${path}/ballots/${ballot.id}/open`, session: chair });
    await wire.must({ method: 'POST', path: `${path}/ballots/${ballot.id}/close`, session: chair });
    await Promise.all(tellers.map(({ code }) => wire.must({ method: 'PUT', path: `${path}/ballots/${ballot.id}/count`, session: world.session(code), body: countOf(ballot, roll.items.length) })));
    await until(async () => (await room()).ballots.find((each) => each.id === ballot.id)?.state === 'TALLIED' || null, `ballot ${ballot.id} is not tallied`);
  }
  await wire.must({ method: 'POST', path: `${path}/minutes`, session: chair });
  const contentHash = await until(async () => (await room()).minutes?.contentHash ?? null, `meeting ${meetingId} has no minutes`);
  // The head teller takes the minutes too and signs for both.
  for (const code of [members[0]!.code, tellers[0]!.code]) await wire.must({ method: 'POST', path: `${path}/minutes/signature`, session: world.session(code), body: { contentHash } });
  await until(async () => (await room()).state === 'CLOSED' || null, `meeting ${meetingId} does not close`);
}

function countOf({ subjects }: Ballot, papers: number) {
  return { distributed: papers, returned: papers, valid: papers, invalid: 0, rows: subjects.map(({ reviewId }) => ({ reviewId, votes: [0, papers, 0, 0], blank: 0, invalid: 0 })) };
}

/** Looks again until there is something. */
async function until<T>(look: () => Promise<T | null>, failure: string): Promise<T> {
  const giveUp = performance.now() + SILENCE_MS;
  for (let nth = 0; ; nth++) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > giveUp) throw new Error(failure);
    await wait(POLL_MS[Math.min(nth, POLL_MS.length - 1)]);
  }
}

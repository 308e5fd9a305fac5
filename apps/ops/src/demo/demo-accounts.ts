import { randomInt } from 'node:crypto';
import { type Schemas } from '@binhxet/api-client';
import { DEMO_POSTS, type Label } from '@binhxet/messages';
import { type Person } from '../cycle/cast.js';
import { type DemoLogin } from '../stack/demo-logins.js';
import { type DemoCycle } from './demo-cycle.js';
import { PLACES } from './stages.js';

/** Somebody a visitor can be. */
export interface DemoRole {
  readonly post: Label;
  readonly person: Person;
}

/** One person for each role, each with something waiting: whoever it is today is read from the pages. */
export async function demoRoles(main: DemoCycle, classify: DemoCycle): Promise<DemoRole[]> {
  return [
    { post: DEMO_POSTS.member, person: writer(main) },
    { post: DEMO_POSTS.cellConvene, person: main.leader(PLACES.conveningCell) },
    { post: DEMO_POSTS.cellReturned, person: main.leader(PLACES.returnedCell) },
    { post: DEMO_POSTS.cellCounting, person: main.leader(PLACES.countingCell) },
    { post: DEMO_POSTS.teller, person: await teller(main) },
    { post: DEMO_POSTS.committeeSecretary, person: main.leader(PLACES.sitting) },
    { post: DEMO_POSTS.committeeOffice, person: main.cast.person(main.script.officers(PLACES.counting)[0] ?? '') },
    { post: DEMO_POSTS.advisory, person: main.cast.person(main.script.officers(main.script.superior)[0] ?? '') },
    { post: DEMO_POSTS.standing, person: classify.chair },
  ];
}

/** A member without a post who has begun a paper: every third of a cell has. */
function writer(cycle: DemoCycle): Person {
  const leading = new Set(cycle.script.leaders(PLACES.writing));
  const members = cycle.cellsOf(PLACES.writing).flatMap((cell) => cycle.script.membersOf.get(cell) ?? []);
  const found = members.find(
    (member, nth) =>
      nth % 3 === 1 &&
      member.status === 'OFFICIAL' &&
      !cycle.script.exempt(member.code) &&
      !leading.has(member.code) &&
      !cycle.script.seats(member.organisation).includes(member.code),
  );
  return cycle.cast.person(found?.code ?? '');
}

/** The second teller: the first has counted. */
async function teller(cycle: DemoCycle): Promise<Person> {
  const room = await cycle.latestRoom(PLACES.countingCell);
  return cycle.cast.person(room?.tellers[1]?.code ?? '');
}

/** Gives the account of a person a random password. */
export async function givePassword(person: Person, post: Label): Promise<DemoLogin> {
  const session = await person.get<Schemas['Session']>('/auth/session');
  const password = randomPassword();
  await person.post('/auth/password', { password });
  return { post: `${post.vi} · ${post.en}`, login: session.account.login, password };
}

/** Letters that nobody takes for one another: 12 of 31, 59 bits. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz2345678';
const ENOUGH_DIFFERENT = 6;

function randomPassword(): string {
  for (;;) {
    const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]!);
    if (new Set(letters).size < ENOUGH_DIFFERENT) continue;
    return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
  }
}

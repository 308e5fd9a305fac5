import { AppError, type FieldError } from '@binhxet/domain';
import { type PersonOnDay } from '../ports/meeting.store.js';
import { type PostNode } from '../ports/organisation.store.js';

/** Posts that carry a vote in a committee; officers serve, they do not decide. */
export const VOTING_POSTS = ['SECRETARY', 'DEPUTY_SECRETARY', 'STANDING_MEMBER', 'COMMITTEE_MEMBER'];
/** Two people count every paper independently. */
const TELLERS = 2;

export interface MeetingRoles {
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly tellerIds: readonly string[];
}
export interface RoleWishes {
  readonly chairCode?: string;
  readonly minuteTakerCode?: string;
  readonly tellerCodes: readonly string[];
}

/** Head of a body: the post marked so, else its secretary. */
export function headOf(posts: readonly PostNode[]): string | null {
  return (posts.find((post) => post.isHead) ?? posts.find((post) => post.post === 'SECRETARY'))?.memberId ?? null;
}

/**
 * Fills the roles of a meeting. The chair defaults to the head of the body, the minute-taker to the head teller.
 * Two different tellers, neither of them the chair – unless the body is too small for that.
 * @param attendees ids on the roll @param named people whose codes were given, tellers from outside the body included
 * @param mayServe whether somebody outside the roll may count (staff of the same organisation)
 * @throws AppError MEETING.ROLE_INVALID (invalid) with one error for each field
 */
export function meetingRoles(
  wishes: RoleWishes,
  head: string | null,
  attendees: ReadonlySet<string>,
  named: readonly PersonOnDay[],
  mayServe: (person: PersonOnDay) => boolean,
): MeetingRoles {
  const byCode = new Map(named.map((person) => [person.code, person]));
  const errors: FieldError[] = [];
  const attendee = (code: string, pointer: string): string | null => {
    const person = byCode.get(code);
    if (person && attendees.has(person.id)) return person.id;
    errors.push({ pointer, code: 'MEETING.NOT_ON_ROLL' });
    return null;
  };
  const chairId = wishes.chairCode === undefined ? head : attendee(wishes.chairCode, '/chairCode');
  if (chairId === null && wishes.chairCode === undefined) errors.push({ pointer: '/chairCode', code: 'MEETING.CHAIR_UNKNOWN' });
  if (chairId !== null && wishes.chairCode === undefined && !attendees.has(chairId)) errors.push({ pointer: '/chairCode', code: 'MEETING.NOT_ON_ROLL' });

  const tellerIds = wishes.tellerCodes.map((code, index) => {
    const person = byCode.get(code);
    if (person && (attendees.has(person.id) || mayServe(person))) return person.id;
    errors.push({ pointer: `/tellerCodes/${index}`, code: 'MEETING.TELLER_UNKNOWN' });
    return null;
  });
  if (tellerIds.length !== TELLERS) errors.push({ pointer: '/tellerCodes', code: 'MEETING.TELLERS_TWO', facts: { given: tellerIds.length, needed: TELLERS } });
  if (new Set(tellerIds).size !== tellerIds.length) errors.push({ pointer: '/tellerCodes', code: 'MEETING.TELLER_TWICE' });
  const small = attendees.size <= TELLERS;
  if (!small && chairId !== null && tellerIds.includes(chairId)) errors.push({ pointer: '/tellerCodes', code: 'MEETING.CHAIR_COUNTS' });

  const minuteTakerId = wishes.minuteTakerCode === undefined ? (tellerIds[0] ?? null) : attendee(wishes.minuteTakerCode, '/minuteTakerCode');
  if (errors.length > 0 || chairId === null || minuteTakerId === null) throw new AppError('MEETING.ROLE_INVALID', 'invalid', 'the roles of the meeting cannot be filled so', {}, errors);
  return { chairId, minuteTakerId, tellerIds: tellerIds as string[] };
}

import { type PersonOnDay } from '../ports/meeting.store.js';
import { meetingRoles, type RoleWishes } from './meeting-roles.js';

const person = (code: string): PersonOnDay => ({ id: `id-${code}`, code, status: 'OFFICIAL', periods: [], unitId: 'U' });
const named = ['A', 'B', 'C', 'OUT'].map(person);
const roles = (wishes: RoleWishes, attendees = ['A', 'B', 'C'], mayServe = false) => meetingRoles(wishes, 'id-A', new Set(attendees.map((code) => `id-${code}`)), named, () => mayServe);

describe('meetingRoles', () => {
  it('lets the head chair and the head teller take the minutes by default', () => {
    expect(roles({ tellerCodes: ['B', 'C'] })).toEqual({ chairId: 'id-A', minuteTakerId: 'id-B', tellerIds: ['id-B', 'id-C'] });
  });

  it('takes other people when they are named', () => {
    expect(roles({ chairCode: 'B', minuteTakerCode: 'A', tellerCodes: ['A', 'C'] })).toEqual({ chairId: 'id-B', minuteTakerId: 'id-A', tellerIds: ['id-A', 'id-C'] });
  });

  it.each<[string, RoleWishes, string]>([
    ['no teller', { tellerCodes: [] }, 'MEETING.TELLERS_TWO'],
    ['one teller twice', { tellerCodes: ['B', 'B'] }, 'MEETING.TELLER_TWICE'],
    ['the chair as teller', { tellerCodes: ['A', 'B'] }, 'MEETING.CHAIR_COUNTS'],
    ['a teller from elsewhere', { tellerCodes: ['B', 'OUT'] }, 'MEETING.TELLER_UNKNOWN'],
    ['an unknown chair', { chairCode: 'X', tellerCodes: ['B', 'C'] }, 'MEETING.NOT_ON_ROLL'],
    ['a minute-taker from elsewhere', { minuteTakerCode: 'OUT', tellerCodes: ['B', 'C'] }, 'MEETING.NOT_ON_ROLL'],
  ])('refuses %s', (_, wishes, code) => {
    expect(() => roles(wishes)).toThrow(expect.objectContaining({ code: 'MEETING.ROLE_INVALID', errors: expect.arrayContaining([expect.objectContaining({ code })]) }));
  });

  it('lets staff count for a committee, and the chair of two count', () => {
    expect(roles({ tellerCodes: ['B', 'OUT'] }, ['A', 'B', 'C'], true).tellerIds).toEqual(['id-B', 'id-OUT']);
    expect(roles({ tellerCodes: ['A', 'B'] }, ['A', 'B']).tellerIds).toEqual(['id-A', 'id-B']);
  });

  it('names a chair who is unknown when the body has no head', () => {
    expect(() => meetingRoles({ tellerCodes: ['B', 'C'] }, null, new Set(['id-B', 'id-C']), named, () => false)).toThrow(expect.objectContaining({ errors: expect.arrayContaining([{ pointer: '/chairCode', code: 'MEETING.CHAIR_UNKNOWN' }]) }));
  });
});

import { type CountedBodyRule } from '@binhxet/domain';
import { type PersonOnDay } from '../ports/meeting.store.js';
import { attendanceRoll, countMeeting, unrecorded } from './roll.js';

const source = { source: 'QĐ 24-QĐ/TW, điểm 9.3.2', mark: 'V' as const };
const MEETING: CountedBodyRule = {
  rule: 'SUMMONED_OFFICIAL_MINUS_EXCLUSIONS',
  ...source,
  exclusions: [
    { flag: 'temporarilyElsewhere', unlessVoting: false, ...source },
    { flag: 'exempted', unlessVoting: true, ...source },
    { flag: 'suspended', unlessVoting: false, ...source },
  ],
  votingStatuses: ['OFFICIAL'],
};
const person = (id: string, periods: string[] = [], status: PersonOnDay['status'] = 'OFFICIAL'): PersonOnDay => ({ id, code: id, status, periods, unitId: 'U' });

describe('the roll of a meeting', () => {
  // The worked example of ballots-and-documents.md section 2: 15 people.
  const people = [
    ...Array.from({ length: 11 }, (_, i) => person(`m${String(i).padStart(2, '0')}`)),
    person('away', ['TEMPORARY_ELSEWHERE']),
    person('exempt', ['EXEMPTED']),
    person('suspended', ['SUSPENDED']),
    person('probation', [], 'PROBATIONARY'),
  ];
  const recorded = (absent: readonly string[]) => attendanceRoll(people, 'MEMBERS_MEETING', MEETING).map((row) => ({ ...row, status: absent.includes(row.memberId) ? ('SUMMONED' as const) : ('PRESENT' as const) }));

  it('says who would be counted, and which clause leaves the others out', () => {
    const roll = attendanceRoll(people, 'MEMBERS_MEETING', MEETING);
    expect(roll.filter((row) => row.voter)).toHaveLength(12); // the exempt one counts when there and voting
    expect(roll.find((row) => row.memberId === 'suspended')).toMatchObject({ voter: false, excludedClause: source.source, flags: { suspended: true } });
  });

  it('leaves out who has left the Party', () => {
    expect(attendanceRoll([person('x', ['LEFT_PARTY'])], 'MEMBERS_MEETING', MEETING)).toEqual([]);
  });

  it('counts 11 without the exempt member and 12 with', () => {
    expect(countMeeting(recorded(['away', 'suspended', 'exempt']), MEETING)).toMatchObject({ body: { counted: 11, present: 11 }, attendance: { summoned: 12, present: 12 } });
    expect(countMeeting(recorded(['away', 'suspended']), MEETING).body).toMatchObject({ counted: 12, present: 12 });
  });

  it('needs the attendance of whoever is counted or reviewed, and of nobody else', () => {
    const roll = recorded(['away', 'exempt', 'suspended', 'probation', 'm00']);
    expect(unrecorded(roll, MEETING, [])).toEqual(['m00']);
    expect(unrecorded(roll, MEETING, ['probation'])).toEqual(['m00', 'probation']);
  });

  it('counts a committee by who holds office: suspended from it is not in it', () => {
    const rule: CountedBodyRule = { ...MEETING, rule: 'MEMBERS_IN_OFFICE' };
    const roll = attendanceRoll([person('a'), person('b'), person('c', ['SUSPENDED_FROM_COMMITTEE'])], 'COMMITTEE', rule);
    expect(roll.map((row) => row.voter)).toEqual([true, true, false]);
    expect(countMeeting(roll, rule).body).toMatchObject({ counted: 2, present: 0 });
  });
});

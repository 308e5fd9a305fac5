import { AppError, checkQuorum, countBody, type CountedBody, type CountedBodyRule, type Json, type MemberStatus, type RollFlag, type RollPerson } from '@binhxet/domain';
import { type AttendanceRow, type PersonOnDay } from '../ports/meeting.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { quorumOf } from '../rules/cycle-rules.js';

/** Dated states of a person, as flags of the roll. */
const FLAG_OF_PERIOD: Readonly<Record<string, RollFlag>> = {
  EXEMPTED: 'exempted',
  SUSPENDED: 'suspended',
  PROSECUTED: 'prosecutedOrDetained',
  TEMPORARY_ELSEWHERE: 'temporarilyElsewhere',
};
const LEFT = 'LEFT_PARTY';
const OUT_OF_COMMITTEE = 'SUSPENDED_FROM_COMMITTEE';

/**
 * Attendance roll of a meeting on its day, nobody recorded yet. `voter` says who is counted when everybody comes.
 * @param people members of the cell, or holders of a voting post of the body
 */
export function attendanceRoll(people: readonly PersonOnDay[], body: 'MEMBERS_MEETING' | 'COMMITTEE', rule: CountedBodyRule): AttendanceRow[] {
  const rows = people
    .filter((person) => !person.periods.includes(LEFT))
    .map((person): AttendanceRow => {
      const flags: Record<string, Json> = { status: person.status };
      for (const period of person.periods) if (FLAG_OF_PERIOD[period]) flags[FLAG_OF_PERIOD[period]] = true;
      if (body === 'COMMITTEE' && person.periods.includes(OUT_OF_COMMITTEE)) flags.notInOffice = true;
      return { memberId: person.id, voter: false, excludedClause: null, flags, status: 'SUMMONED', recordedAt: null };
    });
  const everybody = new Map(countBody(rows.map((row) => rollPerson({ ...row, status: 'PRESENT' })), rule).entries.map((entry) => [entry.personId, entry]));
  return rows.map((row) => {
    const entry = everybody.get(row.memberId);
    return { ...row, voter: entry?.counted ?? false, excludedClause: entry && !entry.counted ? entry.source : null };
  });
}

function rollPerson(row: AttendanceRow): RollPerson {
  const { status, notInOffice, gone, ...flags } = row.flags;
  return {
    personId: row.memberId,
    status: status as MemberStatus,
    flags: flags as RollPerson['flags'],
    present: row.status === 'PRESENT',
    inOffice: notInOffice !== true && gone !== true,
  };
}

export interface Attendance {
  readonly summoned: number;
  readonly present: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
}
export interface CountedMeeting {
  readonly body: CountedBody;
  readonly attendance: Attendance;
}

/** Counts the body as attendance was recorded. People left out of the count who did not come were not summoned. */
export function countMeeting(roll: readonly AttendanceRow[], rule: CountedBodyRule): CountedMeeting {
  const standing = roll.filter((row) => row.flags.gone !== true);
  const with_ = (status: AttendanceRow['status']): number => standing.filter((row) => row.status === status).length;
  const [present, absentExcused, absentUnexcused] = [with_('PRESENT'), with_('EXCUSED'), with_('UNEXCUSED')];
  return {
    body: countBody(standing.map(rollPerson), rule),
    attendance: { summoned: present + absentExcused + absentUnexcused, present, absentExcused, absentUnexcused },
  };
}

/**
 * People whose attendance must be known before the meeting opens: whoever is counted even when absent, whoever is reviewed there.
 * @returns member ids
 */
export function unrecorded(roll: readonly AttendanceRow[], rule: CountedBodyRule, subjectMemberIds: readonly string[]): string[] {
  const subjects = new Set(subjectMemberIds);
  const counted = new Set(countMeeting(roll, rule).body.entries.filter((entry) => entry.counted).map((entry) => entry.personId));
  return roll.filter((row) => row.status === 'SUMMONED' && row.flags.gone !== true && (counted.has(row.memberId) || subjects.has(row.memberId))).map((row) => row.memberId);
}

/** The quorum with its formula; `checked: false` where the rules confirm none. @throws AppError MEETING.NO_QUORUM (conflict) */
export function quorumNumbers(book: RuleBook, { body, attendance }: CountedMeeting): Json {
  const threshold = quorumOf(book);
  if (!threshold) return { checked: false, counted: body.counted, present: body.present };
  const { met, missing, formula } = checkQuorum(body, threshold);
  const numbers = { checked: true, counted: body.counted, present: body.present, missing, clause: threshold.source, formula: { ...formula } };
  if (!met) throw new AppError('MEETING.NO_QUORUM', 'conflict', 'Too few people are there', { ...numbers, ...attendance });
  return numbers;
}

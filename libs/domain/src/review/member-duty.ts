import { type BodyKind, type PostKind } from '../organisation/roles.js';
import { type LeadershipRule } from '../rule-pack/rating-pack.js';
import { addDays, type LegalDate } from '../shared/legal-date.js';
import { type WorkRecord } from '../work-record/work-record.js';
import { type AbsenceInterval, type DutyFacts } from './review-duty.js';

/** A dated state of a member; both days included, null: goes on. */
export interface MemberPeriod {
  readonly kind: string;
  readonly fromOn: LegalDate;
  readonly toOn: LegalDate | null;
}

/** A post held for a time; both days included, null: still held. */
export interface PostTerm {
  readonly post: PostKind;
  readonly body: BodyKind;
  readonly fromOn: LegalDate;
  readonly toOn: LegalDate | null;
}

/** What is stored of a member, as rules about who is rated look at it. */
export interface MemberRecords {
  readonly admittedOn: LegalDate;
  readonly periods: readonly MemberPeriod[];
  /** Posts that are or were held. */
  readonly posts: readonly PostTerm[];
  /** Leave, training and inspections of this member. */
  readonly records: readonly Pick<WorkRecord, 'kind' | 'state' | 'detail' | 'on' | 'to'>[];
  /** An imported word on it, which also knows of posts outside the Party; null: none. */
  readonly holdsLeadershipPost: boolean | null;
}

/** Kinds of leave as rule files call them. */
const ABSENCE_OF_PERIOD: Readonly<Record<string, string>> = { SICK_LEAVE: 'SICK', MATERNITY_LEAVE: 'MATERNITY' };

/**
 * Facts about a member that exemption rules may ask for, out of dated records.
 * Flags: `exempted`, `suspended`, `suspendedFromCommittee`, `prosecutedOrDetained`, `temporarilyElsewhere` (dated states in force on the
 * day), `underInspection` (an inspection for signs of violation that has begun and not ended), `noLeadershipPost` (absent where nobody can tell).
 * `appointedOn` is the first day of unbroken leadership: who goes from one leading post to another on the next day was not appointed anew.
 * @param leadership posts that the pack counts; null: only the imported word tells
 * @param on day on which states and posts are looked at
 * Source: process.md section 4; what follows from the facts is pack data
 */
export function memberDutyFacts(member: MemberRecords, leadership: LeadershipRule | null, on: LegalDate): DutyFacts {
  const has = (kind: string): boolean => member.periods.some((period) => period.kind === kind && isInForce(period, on));
  const since = leadership === null ? null : leadingSince(member.posts, leadership, on);
  const leads = member.holdsLeadershipPost === true || since !== null ? true : leadership !== null || member.holdsLeadershipPost === false ? false : null;
  return {
    subject: 'MEMBER',
    flags: {
      exempted: has('EXEMPTED'),
      suspended: has('SUSPENDED'),
      suspendedFromCommittee: has('SUSPENDED_FROM_COMMITTEE'),
      prosecutedOrDetained: has('PROSECUTED'),
      temporarilyElsewhere: has('TEMPORARY_ELSEWHERE'),
      underInspection: member.records.some((record) => isInspected(record, on)),
      ...(leads !== null && { noLeadershipPost: !leads }),
    },
    admittedOn: member.admittedOn,
    appointedOn: since,
    absences: [...member.periods.map(({ kind, fromOn, toOn }) => ({ kind: ABSENCE_OF_PERIOD[kind] ?? kind, from: fromOn, to: toOn })), ...member.records.flatMap((record) => trainingOf(record, on))],
  };
}

const isInForce = (dated: { readonly fromOn: LegalDate; readonly toOn: LegalDate | null }, on: LegalDate): boolean => dated.fromOn <= on && (dated.toOn === null || dated.toOn >= on);

const isInspected = ({ kind, state, detail, on: from, to }: MemberRecords['records'][number], on: LegalDate): boolean =>
  kind === 'INSPECTION' && state === 'DONE' && detail === 'SIGNS_OF_VIOLATION' && isInForce({ fromOn: from, toOn: to }, on);

/** Leave to study goes on until its last day is known; training without a last day was of one day. Sick and maternity leave are dated states. */
function trainingOf({ kind, state, detail, on: from, to }: MemberRecords['records'][number], on: LegalDate): AbsenceInterval[] {
  if (state !== 'DONE' || from > on) return [];
  if (kind === 'LEAVE' && detail === 'STUDY') return [{ kind: 'TRAINING', from, to }];
  return kind === 'TRAINING' ? [{ kind: 'TRAINING', from, to: to ?? from }] : [];
}

/** @returns first day of the leading posts that go back without a gap from the day; null: none is held */
function leadingSince(posts: readonly PostTerm[], { posts: kinds, bodies }: LeadershipRule, on: LegalDate): LegalDate | null {
  const leading = posts.filter(({ post, body, fromOn }) => kinds.includes(post) && bodies.includes(body) && fromOn <= on);
  let since: LegalDate | null = null;
  for (let reach = on; ; ) {
    const earlier: LegalDate[] = leading.filter((term) => isInForce(term, reach) && (since === null || term.fromOn < since)).map((term) => term.fromOn);
    const first = earlier.sort()[0];
    if (first === undefined) return since;
    since = first;
    reach = addDays(first, -1);
  }
}

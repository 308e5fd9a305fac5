import { type BallotView, type MeetingRoom, type PersonBallotView } from '../../readers/index.js';
import { BETWEEN_BALLOTS, UNDER_WAY } from '../../meeting/meeting-of.js';
import { action, type ActorRights, type AllowedAction, type Blocked, mayLead } from './allowed-action.js';

const OVER = ['TALLIED', 'CERTIFIED', 'RERUN', 'VOID'];

const notIn = (room: MeetingRoom, accepted: readonly string[]): Blocked | null => (accepted.includes(room.state) ? null : { code: 'MEETING.ILLEGAL_MOVE', facts: { from: room.state, accepted: [...accepted] } });

/** The present version asks for signatures. */
const isSigning = (room: MeetingRoom): boolean => room.steps.some((step) => step.kind === 'SIGN_MINUTES' && step.state === 'OPEN');
const notDrafted = (room: MeetingRoom): Blocked => ({ code: 'MINUTES.NOT_DRAFTED', facts: { state: room.state } });

/** @param waiting people of the roll whose attendance is not recorded */
export function meetingActions(room: MeetingRoom, waiting: number, rights: ActorRights): AllowedAction[] {
  const base = `/meetings/${room.id}`;
  const actions: AllowedAction[] = [];
  const mine = rolesOf(room, rights.actor.memberId);
  const leads = mayLead(rights, 'meeting.run', room.organisation.id);
  if (leads || mine.includes('CHAIR') || mine.includes('MINUTE_TAKER')) {
    actions.push(action('recordAttendance', 'PUT', `${base}/attendance`, room.state === 'CONVENED' ? null : { code: 'MEETING.ROLL_FIXED', facts: { state: room.state } }));
  }
  if (leads) {
    const unrecorded: Blocked | null = waiting > 0 ? { code: 'MEETING.ATTENDANCE_MISSING', facts: { waiting } } : null;
    const open = [...room.ballots, ...room.personBallots].filter((ballot) => !OVER.includes(ballot.state));
    const unfinished: Blocked | null = open[0] ? { code: 'MEETING.BALLOTS_OPEN', facts: { ballots: open.map((ballot) => ballot.id) } } : null;
    actions.push(
      action('openMeeting', 'POST', `${base}/open`, notIn(room, ['CONVENED']) ?? unrecorded),
      action('postponeMeeting', 'POST', `${base}/postpone`, notIn(room, ['CONVENED', 'NO_QUORUM']), ['REASON']),
      action('draftMinutes', 'POST', `${base}/minutes`, notIn(room, ['REVIEWING', 'TALLYING', 'MINUTES_DRAFT']) ?? unfinished),
      action('adjournMeeting', 'POST', `${base}/adjourn`, notIn(room, ['REVIEWING']), ['REASON']),
      action('resumeMeeting', 'POST', `${base}/resume`, room.state === 'ADJOURNED' ? null : { code: 'MEETING.NOT_ADJOURNED', facts: { state: room.state } }),
      ...(room.body === null ? [] : [action('planPersonBallot', 'POST', `${base}/person-ballots`, notIn(room, ['CONVENED', ...BETWEEN_BALLOTS]))]),
      action('returnMinutes', 'POST', `${base}/minutes/return`, room.state === 'MINUTES_SIGNED' || isSigning(room) ? null : notDrafted(room), ['REASON']),
    );
  }
  if (mine.length > 0) {
    const done = room.minutes && mine.every((role) => room.minutes!.signatures.some((signature) => signature.role === role));
    const returned = room.state === 'MINUTES_DRAFT' && !isSigning(room);
    const early: Blocked | null = room.minutes && !returned ? (done ? { code: 'MINUTES.SIGNED_ALREADY' } : null) : notDrafted(room);
    actions.push(action('signMinutes', 'POST', `${base}/minutes/signature`, early ?? notIn(room, ['MINUTES_DRAFT']), ['CONFIRM']));
  }
  return actions;
}

/** Roles in which a person signs the minutes. */
function rolesOf(room: MeetingRoom, memberId: string | null): string[] {
  if (memberId === null) return [];
  return [
    ...(room.chair.memberId === memberId ? ['CHAIR'] : []),
    ...(room.minuteTaker.memberId === memberId ? ['MINUTE_TAKER'] : []),
    ...(room.tellers[0]?.memberId === memberId ? ['HEAD_TELLER'] : []),
  ];
}

export function ballotActions(room: MeetingRoom, ballot: BallotView, rights: ActorRights): AllowedAction[] {
  const base = `/meetings/${room.id}/ballots/${ballot.id}`;
  const actions: AllowedAction[] = [];
  const state = (accepted: readonly string[]): Blocked | null => (accepted.includes(ballot.state) ? null : { code: 'BALLOT.ILLEGAL_MOVE', facts: { from: ballot.state, accepted: [...accepted] } });
  if (room.tellers.some((teller) => teller.memberId === rights.actor.memberId)) {
    const entered: Blocked | null = ballot.myEntries.some((entry) => entry.attempt === ballot.attempt) ? { code: 'BALLOT.COUNT_ENTERED', facts: { attempt: ballot.attempt } } : null;
    actions.push(action('enterCount', 'PUT', `${base}/count`, state(['RECONCILING']) ?? entered));
  }
  if (mayLead(rights, 'ballot.run', room.organisation.id)) {
    const before = room.ballots.find((other) => other.ordinal < ballot.ordinal && !OVER.includes(other.state));
    const order: Blocked | null = before ? { code: 'MEETING.ORDER_BROKEN', facts: { missing: before.id, kind: before.kind } } : null;
    const decided: Blocked | null = room.state === 'TALLYING' && ballot.tally.some((row) => row.verdict === null) ? null : { code: 'BALLOT.NOTHING_TO_RERUN' };
    const counted: Blocked | null = ballot.entered > 0 || ballot.attempt > 1 ? { code: 'BALLOT.COUNT_ENTERED' } : null;
    actions.push(
      action('openBallot', 'POST', `${base}/open`, state(['DRAFT', 'ROLL_FROZEN']) ?? notIn(room, BETWEEN_BALLOTS) ?? order),
      action('closeBallot', 'POST', `${base}/close`, state(['OPEN']), ['CONFIRM']),
      action('rerunBallot', 'POST', `${base}/rerun`, state(['TALLIED']) ?? decided, ['REASON']),
      action('voidBallot', 'POST', `${base}/void`, state(['OPEN', 'CLOSED', 'RECONCILING']) ?? counted, ['REASON', 'CONFIRM']),
    );
  }
  return actions;
}

export function personBallotActions(room: MeetingRoom, ballot: PersonBallotView, rights: ActorRights): AllowedAction[] {
  const base = `/meetings/${room.id}/person-ballots/${ballot.id}`;
  const actions: AllowedAction[] = [];
  const state = (accepted: readonly string[]): Blocked | null => (accepted.includes(ballot.state) ? null : { code: 'BALLOT.ILLEGAL_MOVE', facts: { from: ballot.state, accepted: [...accepted] } });
  if (room.tellers.some((teller) => teller.memberId === rights.actor.memberId)) {
    const entered: Blocked | null = ballot.myEntries.some((entry) => entry.attempt === ballot.attempt) ? { code: 'BALLOT.COUNT_ENTERED', facts: { attempt: ballot.attempt } } : null;
    actions.push(action('enterCount', 'PUT', `${base}/count`, state(['RECONCILING']) ?? entered));
  }
  if (mayLead(rights, 'ballot.run', room.organisation.id)) {
    const other = [...room.ballots, ...room.personBallots].find((one) => one.id !== ballot.id && UNDER_WAY.includes(one.state));
    const busy: Blocked | null = other ? { code: 'BALLOT.OPEN_ALREADY', facts: { ballotId: other.id, state: other.state } } : null;
    const counted: Blocked | null = ballot.entered > 0 || ballot.attempt > 1 ? { code: 'BALLOT.COUNT_ENTERED' } : null;
    actions.push(
      action('openBallot', 'POST', `${base}/open`, state(['DRAFT']) ?? notIn(room, BETWEEN_BALLOTS) ?? busy),
      action('closeBallot', 'POST', `${base}/close`, state(['OPEN']), ['CONFIRM']),
      action('voidBallot', 'POST', `${base}/void`, state(['DRAFT', 'OPEN', 'RECONCILING']) ?? counted, ['REASON', 'CONFIRM']),
    );
  }
  return actions;
}

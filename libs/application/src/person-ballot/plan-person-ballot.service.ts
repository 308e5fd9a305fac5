import { AppError, type FieldError, type PersonBallotKind } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { methodFor } from '../meeting/ballot-drafts.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type MeetingRow, type PersonOnDay } from '../ports/meeting.store.js';
import { type PersonBallotRule } from '../ports/person-ballot.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { personBallotRuleOf } from './person-ballot-rule.js';

export interface PersonBallotWish {
  readonly kind: PersonBallotKind;
  readonly title: string;
  readonly document?: string | undefined;
  /** Codes of members, in the order of the paper. */
  readonly persons: readonly string[];
  /** An election alone: posts to be filled, >= 1. */
  readonly seats?: number | undefined;
}

/** Until its minutes are drafted a meeting may put something on its agenda. */
const BEFORE_MINUTES = ['CONVENED', 'REVIEWING', 'BALLOTING', 'TALLYING'];
const LEFT = 'LEFT_PARTY';

/** Puts a ballot about persons on the agenda of a committee's meeting: beside the rating, and never part of it. */
export class PlanPersonBallotService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws AppError BALLOT.NO_COMMITTEE (conflict) at a members' meeting, MEETING.ILLEGAL_MOVE (conflict) once the minutes are drafted,
   * BALLOT.PERSONS_INVALID (invalid), READINESS.SETTING_MISSING (conflict), ACCESS.DENIED, ACCESS.NOT_FOUND
   */
  async plan(actor: Actor, meetingId: string, wish: PersonBallotWish): Promise<{ readonly ballotId: string }> {
    const { organisationId } = await this.uow.run((tx) => tx.meetings.get(meetingId));
    await this.access.assertLeads(actor, 'ballot.run', organisationId);
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      if (meeting.bodyId === null) throw new AppError('BALLOT.NO_COMMITTEE', 'conflict', 'Only a committee votes on persons', { kind: meeting.kind });
      if (!BEFORE_MINUTES.includes(meeting.state)) throw new AppError('MEETING.ILLEGAL_MOVE', 'conflict', 'The agenda is closed', { from: meeting.state, accepted: BEFORE_MINUTES });
      const rule = personBallotRuleOf(this.rules.forCycle(await tx.cycles.get(meeting.cycleId)), wish.kind);
      const persons = await personsOf(tx, meeting, wish, rule);
      const id = this.ids.secret();
      const roll = await tx.meetings.attendance(meeting.id);
      const ordinal = (await tx.personBallots.ofMeeting(meeting.id)).length + 1;
      const seats = wish.seats ?? null;
      const document = wish.document ?? null;
      await tx.personBallots.insert({
        id,
        meetingId: meeting.id,
        cycleId: meeting.cycleId,
        superiorId: meeting.superiorId,
        organisationId: meeting.organisationId,
        ordinal,
        kind: wish.kind,
        title: wish.title,
        document,
        method: methodFor(rule, roll.filter((row) => row.voter).length),
        persons,
        seats,
        rule,
        createdAt: this.clock.now(),
      });
      const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
      tx.ledger.append({
        type: 'person-ballot.planned',
        cycleId: meeting.cycleId,
        org: unit.code,
        stepId: meeting.stepId,
        payload: { by: actedBy(actor), meeting: meeting.id, ballot: id, kind: wish.kind, ordinal, title: wish.title, document, persons: [...persons], seats },
      });
      return { ballotId: id };
    });
  }
}

/** @returns member ids in the order of the paper. @throws AppError BALLOT.PERSONS_INVALID (invalid) */
async function personsOf(tx: Tx, meeting: MeetingRow, wish: PersonBallotWish, rule: PersonBallotRule): Promise<string[]> {
  const people = new Map((await tx.meetings.people(meeting.cycleId, { codes: wish.persons }, meeting.heldOn)).map((person) => [person.code, person]));
  const eligible = await eligibility(tx, meeting, wish.kind, rule);
  const errors = wish.persons.flatMap((code, at): FieldError[] => {
    const pointer = `/persons/${at}`;
    const person = people.get(code);
    if (!person || person.unitId === null) return [{ pointer, code: 'BALLOT.PERSON_UNKNOWN' }];
    if (wish.persons.indexOf(code) < at) return [{ pointer, code: 'BALLOT.PERSON_TWICE' }];
    return eligible(person) ? [] : [{ pointer, code: 'BALLOT.PERSON_NOT_ELIGIBLE' }];
  });
  if ((wish.kind === 'ELECTION') !== (wish.seats !== undefined)) errors.push({ pointer: '/seats', code: 'BALLOT.SEATS_INVALID' });
  if (errors.length > 0) throw new AppError('BALLOT.PERSONS_INVALID', 'invalid', 'Such a ballot cannot be held', { kind: wish.kind }, errors);
  return wish.persons.map((code) => people.get(code)!.id);
}

/** Confidence is about who holds a post in the organisation; a candidate is a member with a vote of whatever the body leads. */
async function eligibility(tx: Tx, meeting: MeetingRow, kind: PersonBallotKind, rule: PersonBallotRule): Promise<(person: PersonOnDay) => boolean> {
  if (kind === 'CONFIDENCE') {
    const holders = new Set((await tx.organisations.postsOf([meeting.organisationId], meeting.heldOn)).map((post) => post.memberId));
    return (person) => holders.has(person.id);
  }
  const { unitId } = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
  const led = unitId ?? null;
  return (person) => rule.counted.votingStatuses.includes(person.status) && !person.periods.includes(LEFT) && (led === null || person.unitId === led);
}

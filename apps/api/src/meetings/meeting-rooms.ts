import { type Access, type Actor, type AttendanceRow, ballotActions, type BallotRule, type Clock, countMeeting, type CycleReader, meetingActions, type MeetingPlace, type MeetingReader, type MeetingRoom, notFound, personBallotActions, quorumOf, type Rules, type Scope } from '@binhxet/application';
import { checkQuorum, type Json } from '@binhxet/domain';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { type attendancePage, type meetingRoom } from './meetings.schemas.js';

const FIRST_PAGE = 100;

/** What the routes of a meeting show: to who takes part, and to posts that reach the organisation. */
export class MeetingRooms {
  constructor(
    private readonly reader: MeetingReader,
    private readonly cycles: CycleReader,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ACCESS.NOT_FOUND */
  async place(actor: Actor, meetingId: string): Promise<MeetingPlace> {
    const place = await this.reader.place(meetingId, actor.memberId);
    if (!place || !(place.takesPart || (await this.scope.covers(actor, place.organisationId)))) throw notFound();
    return place;
  }

  async room(actor: Actor, meetingId: string): Promise<WireOf<typeof meetingRoom>> {
    await this.place(actor, meetingId);
    const room = await this.reader.room(meetingId, actor.memberId, this.clock.now());
    if (!room) throw notFound();
    const roll = await this.reader.roll(meetingId);
    const unrecorded = roll.filter((row) => row.status === 'SUMMONED' && row.voter).length;
    const rights = rightsOf(this.access, actor);
    return {
      ...room,
      quorum: room.quorum ?? (await this.quorumNow(room, roll)),
      attendance: await this.attendance(meetingId, { limit: FIRST_PAGE }),
      unrecorded,
      ballots: room.ballots.map((ballot) => ({ ...ballot, allowedActions: ballotActions(room, ballot, rights) })) as WireOf<typeof meetingRoom>['ballots'],
      personBallots: room.personBallots.map((ballot) => ({ ...ballot, allowedActions: personBallotActions(room, ballot, rights) })) as unknown as WireOf<typeof meetingRoom>['personBallots'],
      allowedActions: meetingActions(room, unrecorded, rights),
    };
  }

  async attendance(meetingId: string, query: { limit: number; cursor?: string | undefined }): Promise<WireOf<typeof attendancePage>> {
    const binding = ['attendance', meetingId];
    return pageAnswer(await this.reader.attendance(meetingId, pageRequest(query, binding)), binding);
  }

  /** The quorum as attendance stands now; the opening checks it again. */
  private async quorumNow(room: MeetingRoom, roll: readonly AttendanceRow[]): Promise<Json> {
    const rule = (room.ballots[0]?.rule ?? null) as unknown as BallotRule | null;
    const cycle = await this.cycles.byId(room.cycleId, this.clock.now());
    if (!rule?.counted || !cycle) return null;
    const threshold = quorumOf(this.rules.forCycle(cycle));
    const { body } = countMeeting(roll, rule.counted);
    if (!threshold) return { checked: false, counted: body.counted, present: body.present };
    const { met, missing, formula } = checkQuorum(body, threshold);
    return { checked: true, provisional: true, met, counted: body.counted, present: body.present, missing, clause: threshold.source, formula: { ...formula } };
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CommandGateway, type CommandTarget, EnterPaperCountService, MeetingReader, RecordAttendanceService, SignMinutesService } from '@binhxet/application';
import { type CommandName } from '@binhxet/contracts';
import { type Json, type Permission as PermissionName } from '@binhxet/domain';
import { z } from 'zod';
import { uuid } from '../common/params.js';
import { commandOutcome, type WireOf } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission, SignedInOnly } from '../platform/security/route-access.js';
import { MeetingRooms } from './meeting-rooms.js';
import { attendancePage, attendanceRequest, ballotReasonRequest, countRequest, enteredCount, meetingReasonRequest, meetingRoom, ownMeetings, postponeRequest, recordedAttendance, signatureRequest, signedMinutes } from './meetings.schemas.js';

const listQuery = z.strictObject({ ...pageQuery });

@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(
    private readonly rooms: MeetingRooms,
    private readonly reader: MeetingReader,
    private readonly gateway: CommandGateway,
    private readonly attendanceBook: RecordAttendanceService,
    private readonly counts: EnterPaperCountService,
    private readonly signing: SignMinutesService,
  ) {}

  /** Meetings one is on the roll of, newest first. */
  @Get()
  @SignedInOnly()
  @Answers(ownMeetings)
  async own(@CurrentActor() { memberId }: Actor): Promise<WireOf<typeof ownMeetings>> {
    return { items: memberId === null ? [] : await this.reader.own(memberId) };
  }

  /** The room: attendance, quorum, agenda, ballots, minutes. No figure of a ballot before both tellers agree. */
  @Get(':id')
  @Permission('result.read-own', 'cycle.read')
  @Answers(meetingRoom)
  room(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof meetingRoom>> {
    return this.rooms.room(actor, id);
  }

  @Get(':id/attendance')
  @Permission('result.read-own', 'cycle.read')
  @Answers(attendancePage)
  async attendance(@Param('id', { schema: uuid }) id: string, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof attendancePage>> {
    await this.rooms.place(actor, id);
    return this.rooms.attendance(id, query);
  }

  @Put(':id/attendance')
  @Permission('meeting.run', 'result.read-own')
  @Answers(recordedAttendance)
  async recordAttendance(@Param('id', { schema: uuid }) id: string, @Body({ schema: attendanceRequest }) body: z.infer<typeof attendanceRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof recordedAttendance>> {
    await this.rooms.place(actor, id);
    return this.attendanceBook.record(actor, id, body);
  }

  @Post(':id/open')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  open(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'openMeeting', id, {}, commandId);
  }

  @Post(':id/postpone')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  postpone(@Param('id', { schema: uuid }) id: string, @Body({ schema: postponeRequest }) body: z.infer<typeof postponeRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'postponeMeeting', id, body, commandId);
  }

  /** Pauses the meeting before its first ballot. */
  @Post(':id/adjourn')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  adjourn(@Param('id', { schema: uuid }) id: string, @Body({ schema: meetingReasonRequest }) body: z.infer<typeof meetingReasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'adjournMeeting', id, body, commandId);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  resume(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'resumeMeeting', id, {}, commandId);
  }

  @Post(':id/ballots/:ballotId/open')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(commandOutcome)
  openBallot(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'ballot.run', 'openBallot', id, {}, commandId, ballotId);
  }

  @Post(':id/ballots/:ballotId/close')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(commandOutcome)
  closeBallot(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'ballot.run', 'closeBallot', id, {}, commandId, ballotId);
  }

  /** Votes again on the subjects for whom no level reached its majority. */
  @Post(':id/ballots/:ballotId/rerun')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(commandOutcome)
  rerunBallot(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @Body({ schema: ballotReasonRequest }) body: z.infer<typeof ballotReasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'ballot.run', 'rerunBallot', id, body, commandId, ballotId);
  }

  /** Withdraws a ballot nobody has counted. */
  @Post(':id/ballots/:ballotId/void')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(commandOutcome)
  voidBallot(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @Body({ schema: ballotReasonRequest }) body: z.infer<typeof ballotReasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'ballot.run', 'voidBallot', id, body, commandId, ballotId);
  }

  /** A teller's own totals, counted alone. */
  @Put(':id/ballots/:ballotId/count')
  @Permission('tally.enter')
  @Answers(enteredCount)
  async enterCount(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @Body({ schema: countRequest }) body: z.infer<typeof countRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof enteredCount>> {
    await this.rooms.place(actor, id);
    return this.counts.enter(actor, id, ballotId, body);
  }

  @Post(':id/minutes')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  draftMinutes(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'draftMinutes', id, {}, commandId);
  }

  /** Sends minutes back to be drafted anew; everybody signs the next version. */
  @Post(':id/minutes/return')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  returnMinutes(@Param('id', { schema: uuid }) id: string, @Body({ schema: meetingReasonRequest }) body: z.infer<typeof meetingReasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'meeting.run', 'returnMinutes', id, body, commandId);
  }

  @Post(':id/minutes/signature')
  @HttpCode(200)
  @Permission('minutes.sign', 'result.read-own')
  @Answers(signedMinutes)
  async signMinutes(@Param('id', { schema: uuid }) id: string, @Body({ schema: signatureRequest }) body: z.infer<typeof signatureRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof signedMinutes>> {
    await this.rooms.place(actor, id);
    return this.signing.sign(actor, id, body.contentHash);
  }

  private async act(actor: Actor, permission: PermissionName, name: CommandName, meetingId: string, payload: { readonly [key: string]: Json }, commandId: string, ballotId?: string) {
    const { cycleId, organisationId, workflowId } = await this.rooms.place(actor, meetingId);
    const target: CommandTarget = { cycleId, organisationId, workflowId, meetingId, ...(ballotId && { ballotId }) };
    return this.gateway.submit(actor, permission, name, target, payload, commandId);
  }
}

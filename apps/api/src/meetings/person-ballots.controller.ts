import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CountPersonBallotService, PlanPersonBallotService, RunPersonBallotService } from '@binhxet/application';
import { z } from 'zod';
import { uuid } from '../common/params.js';
import { type WireOf } from '../common/schemas.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { MeetingRooms } from './meeting-rooms.js';
import { ballotReasonRequest, personBallotRequest, personCountAnswer, personCountRequest, plannedPersonBallot } from './meetings.schemas.js';

/** Ballots about persons at a committee's meeting: confidence and by-elections. Counts go in, never a result. */
@ApiTags('meetings')
@Controller('meetings/:id/person-ballots')
export class PersonBallotsController {
  constructor(
    private readonly rooms: MeetingRooms,
    private readonly planning: PlanPersonBallotService,
    private readonly running: RunPersonBallotService,
    private readonly counting: CountPersonBallotService,
  ) {}

  /** Puts a ballot about persons on the agenda, until the minutes are drafted. */
  @Post()
  @Permission('ballot.run')
  @Answers(plannedPersonBallot)
  async plan(@Param('id', { schema: uuid }) id: string, @Body({ schema: personBallotRequest }) body: z.infer<typeof personBallotRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof plannedPersonBallot>> {
    await this.rooms.place(actor, id);
    return this.planning.plan(actor, id, body);
  }

  /** Freezes the roll and opens the ballot; one ballot of a meeting at a time. */
  @Post(':ballotId/open')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(plannedPersonBallot)
  async open(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof plannedPersonBallot>> {
    await this.rooms.place(actor, id);
    return this.running.open(actor, id, ballotId);
  }

  /** Ends the voting; both tellers are asked for their totals. */
  @Post(':ballotId/close')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(plannedPersonBallot)
  async close(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof plannedPersonBallot>> {
    await this.rooms.place(actor, id);
    return this.running.close(actor, id, ballotId);
  }

  /** Withdraws a ballot nobody has counted. */
  @Post(':ballotId/void')
  @HttpCode(200)
  @Permission('ballot.run')
  @Answers(plannedPersonBallot)
  async void(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @Body({ schema: ballotReasonRequest }) body: z.infer<typeof ballotReasonRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof plannedPersonBallot>> {
    await this.rooms.place(actor, id);
    return this.running.withdraw(actor, id, ballotId, body.reason);
  }

  /** A teller's own totals; equal totals of both settle the ballot, others are counted again. */
  @Put(':ballotId/count')
  @Permission('tally.enter')
  @Answers(personCountAnswer)
  async count(@Param('id', { schema: uuid }) id: string, @Param('ballotId', { schema: uuid }) ballotId: string, @Body({ schema: personCountRequest }) body: z.infer<typeof personCountRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof personCountAnswer>> {
    await this.rooms.place(actor, id);
    return this.counting.count(actor, id, ballotId, body);
  }
}

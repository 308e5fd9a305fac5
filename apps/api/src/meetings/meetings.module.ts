import { Module } from '@nestjs/common';
import { Access, Clock, CountPersonBallotService, CycleReader, EnterPaperCountService, Ids, MeetingReader, PlanPersonBallotService, RecordAttendanceService, Rules, RunPersonBallotService, Scope, SignMinutesService, UnitOfWork } from '@binhxet/application';
import { provide } from '../provide.js';
import { MeetingRooms } from './meeting-rooms.js';
import { MeetingsController } from './meetings.controller.js';
import { PersonBallotsController } from './person-ballots.controller.js';

@Module({
  controllers: [MeetingsController, PersonBallotsController],
  providers: [
    provide(MeetingRooms, MeetingReader, CycleReader, Rules, Access, Scope, Clock),
    provide(RecordAttendanceService, UnitOfWork, Access, Clock),
    provide(EnterPaperCountService, UnitOfWork, Access, Clock),
    provide(SignMinutesService, UnitOfWork, Access, Clock),
    provide(PlanPersonBallotService, UnitOfWork, Rules, Access, Clock, Ids),
    provide(RunPersonBallotService, UnitOfWork, Rules, Access, Clock),
    provide(CountPersonBallotService, UnitOfWork, Access, Clock),
  ],
})
export class MeetingsModule {}

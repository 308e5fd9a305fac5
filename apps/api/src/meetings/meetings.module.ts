import { Module } from '@nestjs/common';
import { Access, Clock, CycleReader, EnterPaperCountService, MeetingReader, RecordAttendanceService, Rules, Scope, SignMinutesService, UnitOfWork } from '@binhxet/application';
import { provide } from '../provide.js';
import { MeetingRooms } from './meeting-rooms.js';
import { MeetingsController } from './meetings.controller.js';

@Module({
  controllers: [MeetingsController],
  providers: [
    provide(MeetingRooms, MeetingReader, CycleReader, Rules, Access, Scope, Clock),
    provide(RecordAttendanceService, UnitOfWork, Access, Clock),
    provide(EnterPaperCountService, UnitOfWork, Access, Clock),
    provide(SignMinutesService, UnitOfWork, Access, Clock),
  ],
})
export class MeetingsModule {}

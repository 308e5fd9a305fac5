import { Module } from '@nestjs/common';
import { Access, Clock, Ids, MapTargetLabelService, ReadinessService, RecordResolutionService, RecordWorkService, RegisterLevelService, Rules, SubtreeReader, TargetBook, TargetReportService, UnitOfWork, YearBoard } from '@binhxet/application';
import { provide } from '../provide.js';
import { TargetsController } from './targets.controller.js';
import { WorkRecordsController } from './work-records.controller.js';
import { YearController } from './year.controller.js';

@Module({
  controllers: [YearController, TargetsController, WorkRecordsController],
  providers: [
    provide(YearBoard, UnitOfWork, Rules, Clock),
    provide(TargetReportService, UnitOfWork, Rules),
    provide(TargetBook, UnitOfWork),
    provide(RecordResolutionService, UnitOfWork, Access, Clock, Ids),
    provide(MapTargetLabelService, UnitOfWork, Access, Clock, Ids),
    provide(RegisterLevelService, UnitOfWork, Access, Clock),
    provide(RecordWorkService, UnitOfWork, Access, SubtreeReader, Clock, Ids),
    provide(ReadinessService, UnitOfWork, Rules, Clock),
  ],
})
export class YearModule {}

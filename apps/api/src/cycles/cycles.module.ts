import { Module } from '@nestjs/common';
import { Access, Clock, MoveClockService, OpenCycleService, Rules, UnitOfWork } from '@binhxet/application';
import { ApiConfig } from '../api-config.js';
import { provide, provideAs } from '../provide.js';
import { CyclesController } from './cycles.controller.js';
import { ReportsController } from './reports.controller.js';

@Module({
  controllers: [CyclesController, ReportsController],
  providers: [
    provide(MoveClockService, UnitOfWork, Access, Clock),
    provideAs(
      OpenCycleService,
      (uow: UnitOfWork, rules: Rules, access: Access, clock: Clock, config: ApiConfig) => new OpenCycleService(uow, rules, access, clock, { production: config.mode.production, publicUrl: config.http.publicUrl }),
      UnitOfWork,
      Rules,
      Access,
      Clock,
      ApiConfig,
    ),
  ],
})
export class CyclesModule {}

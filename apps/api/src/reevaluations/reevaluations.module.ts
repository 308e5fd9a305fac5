import { Module } from '@nestjs/common';
import { Access, AddEvidenceService, Clock, Ids, OpenReevaluationService, Rules, UnitOfWork } from '@binhxet/application';
import { ApiConfig } from '../api-config.js';
import { provide, provideAs } from '../provide.js';
import { ReevaluationsController } from './reevaluations.controller.js';

@Module({
  controllers: [ReevaluationsController],
  providers: [
    provideAs(
      OpenReevaluationService,
      (uow: UnitOfWork, rules: Rules, access: Access, clock: Clock, ids: Ids, config: ApiConfig) => new OpenReevaluationService(uow, rules, access, clock, ids, { publicUrl: config.http.publicUrl }),
      UnitOfWork,
      Rules,
      Access,
      Clock,
      Ids,
      ApiConfig,
    ),
    provide(AddEvidenceService, UnitOfWork, Clock, Ids),
  ],
})
export class ReevaluationsModule {}

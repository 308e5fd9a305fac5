import { Module } from '@nestjs/common';
import { Access, AddEvidenceService, CaseReader, Clock, CommandGateway, FileAppealService, Ids, Rules, Scope, SubtreeReader, UnitOfWork } from '@binhxet/application';
import { ApiConfig } from '../api-config.js';
import { provide, provideAs } from '../provide.js';
import { AppealActs } from './appeal-acts.js';
import { AppealsController } from './appeals.controller.js';

@Module({
  controllers: [AppealsController],
  providers: [
    provideAs(
      FileAppealService,
      (uow: UnitOfWork, rules: Rules, subtree: SubtreeReader, scope: Scope, clock: Clock, ids: Ids, config: ApiConfig) => new FileAppealService(uow, rules, subtree, scope, clock, ids, { publicUrl: config.http.publicUrl }),
      UnitOfWork,
      Rules,
      SubtreeReader,
      Scope,
      Clock,
      Ids,
      ApiConfig,
    ),
    provide(AddEvidenceService, UnitOfWork, Clock, Ids),
    provide(AppealActs, CaseReader, CommandGateway, Access, UnitOfWork),
  ],
})
export class AppealsModule {}

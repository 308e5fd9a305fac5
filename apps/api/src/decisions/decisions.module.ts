import { Module } from '@nestjs/common';
import { Access, Clock, DecisionReader, QuotaBoard, QuotaWhatIf, Rules, Scope, UnitOfWork, UnitReader } from '@binhxet/application';
import { provide } from '../provide.js';
import { UnitsModule } from '../units/units.module.js';
import { DecisionBoards } from './decision-boards.js';
import { DecisionsController } from './decisions.controller.js';
import { QuotaPages } from './quota-pages.js';

@Module({
  imports: [UnitsModule],
  controllers: [DecisionsController],
  providers: [
    provide(QuotaBoard, UnitOfWork, Rules),
    provide(QuotaWhatIf, UnitOfWork, Rules),
    provide(QuotaPages, QuotaBoard, QuotaWhatIf, UnitReader, DecisionReader),
    provide(DecisionBoards, DecisionReader, UnitReader, QuotaPages, Access, Scope, Clock),
  ],
})
export class DecisionsModule {}

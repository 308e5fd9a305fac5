import { Module } from '@nestjs/common';
import { Access, Clock, DecisionReader, QuotaBoard, Rules, Scope, UnitOfWork, UnitReader } from '@binhxet/application';
import { provide } from '../provide.js';
import { UnitsModule } from '../units/units.module.js';
import { DecisionBoards } from './decision-boards.js';
import { DecisionsController } from './decisions.controller.js';

@Module({
  imports: [UnitsModule],
  controllers: [DecisionsController],
  providers: [provide(QuotaBoard, UnitOfWork, Rules), provide(DecisionBoards, DecisionReader, UnitReader, QuotaBoard, Access, Scope, Clock)],
})
export class DecisionsModule {}

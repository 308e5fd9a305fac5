import { Module } from '@nestjs/common';
import { Access, Clock, CommendationVoteService, ExplainChainService, Ids, RevokeAwardsService, Rules, UnitOfWork, WriteDossierService } from '@binhxet/application';
import { provide } from '../provide.js';
import { CommendationsController } from './commendations.controller.js';

@Module({
  controllers: [CommendationsController],
  providers: [
    provide(ExplainChainService, UnitOfWork, Rules),
    provide(CommendationVoteService, UnitOfWork, Rules, Access, Clock, Ids),
    provide(WriteDossierService, UnitOfWork, Rules, Access),
    provide(RevokeAwardsService, UnitOfWork, Access, Clock, Ids),
  ],
})
export class CommendationsModule {}

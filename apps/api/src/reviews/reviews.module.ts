import { Module } from '@nestjs/common';
import { Access, Clock, CycleReader, GiveOpinionService, Ids, Rules, UnitOfWork, VerifyDossierService, WritePaperService } from '@binhxet/application';
import { provide } from '../provide.js';
import { ProofPages } from './proof-pages.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  controllers: [ReviewsController],
  providers: [provide(ProofPages, CycleReader, Rules, Clock), provide(WritePaperService, UnitOfWork, Rules, Access, Clock), provide(GiveOpinionService, UnitOfWork, Access, Clock, Ids), provide(VerifyDossierService, UnitOfWork, Access, Clock, Rules)],
})
export class ReviewsModule {}

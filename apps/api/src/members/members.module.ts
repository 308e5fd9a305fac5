import { Module } from '@nestjs/common';
import { Access, ChangeMembershipService, ChangePeriodService, ChangePostService, Clock, CorrectEntryService, Ids, OpenCycles, UnitOfWork } from '@binhxet/application';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { provide } from '../provide.js';
import { MemberChangesController } from './member-changes.controller.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [MemberChangesController],
  providers: [
    provide(ChangeMembershipService, UnitOfWork, Access, OpenCycles, Clock, Ids),
    provide(ChangePeriodService, UnitOfWork, Access, OpenCycles, Clock, Ids),
    provide(ChangePostService, UnitOfWork, Access, Clock, Ids),
    provide(CorrectEntryService, UnitOfWork, Access, Clock, Ids),
  ],
})
export class MembersModule {}

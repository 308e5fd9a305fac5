import { Module } from '@nestjs/common';
import { Access, ChangeTreeService, Clock, Ids, OpenCycles, Rules, UnitOfWork } from '@binhxet/application';
import { ApiConfig } from '../api-config.js';
import { provide, provideAs } from '../provide.js';
import { OrganisationChangesController } from './organisation-changes.controller.js';
import { OrganisationTimeController } from './organisation-time.controller.js';
import { OrganisationsController } from './organisations.controller.js';

@Module({
  controllers: [OrganisationsController, OrganisationTimeController, OrganisationChangesController],
  providers: [
    provideAs(OpenCycles, (rules: Rules, clock: Clock, ids: Ids, config: ApiConfig) => new OpenCycles(rules, clock, ids, { publicUrl: config.http.publicUrl }), Rules, Clock, Ids, ApiConfig),
    provide(ChangeTreeService, UnitOfWork, Access, OpenCycles, Clock, Ids),
  ],
  exports: [OpenCycles],
})
export class OrganisationsModule {}

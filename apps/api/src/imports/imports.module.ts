import { Module } from '@nestjs/common';
import { ApplyImportService, Clock, DecideRowsService, Ids, ImportDataService, OpenCycles, StageImportService, UnitOfWork } from '@binhxet/application';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { provide } from '../provide.js';
import { ImportBatchesController } from './batches.controller.js';
import { ImportsController } from './imports.controller.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [ImportsController, ImportBatchesController],
  providers: [
    provide(ImportDataService, UnitOfWork, Clock, Ids),
    provide(StageImportService, UnitOfWork, Clock, Ids),
    provide(DecideRowsService, UnitOfWork),
    provide(ApplyImportService, UnitOfWork, OpenCycles, Clock, Ids),
  ],
})
export class ImportsModule {}

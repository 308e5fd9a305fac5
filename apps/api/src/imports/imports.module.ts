import { Module } from '@nestjs/common';
import { Clock, Ids, ImportDataService, UnitOfWork } from '@binhxet/application';
import { provide } from '../provide.js';
import { ImportsController } from './imports.controller.js';

@Module({ controllers: [ImportsController], providers: [provide(ImportDataService, UnitOfWork, Clock, Ids)] })
export class ImportsModule {}

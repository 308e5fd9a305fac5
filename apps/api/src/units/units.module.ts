import { Module } from '@nestjs/common';
import { Access, Clock, UnitReader } from '@binhxet/application';
import { provide } from '../provide.js';
import { UnitPages } from './unit-pages.js';
import { UnitsController } from './units.controller.js';

@Module({ controllers: [UnitsController], providers: [provide(UnitPages, UnitReader, Access, Clock)], exports: [UnitPages] })
export class UnitsModule {}

import { Module } from '@nestjs/common';
import { Records, Rules, SimulateCycleService } from '@binhxet/application';
import { PgRecords } from '@binhxet/persistence';
import { DataSource } from 'typeorm';
import { provide, provideAs } from '../provide.js';
import { SimulationsController } from './simulations.controller.js';

@Module({
  controllers: [SimulationsController],
  providers: [provideAs(Records, (source: DataSource) => new PgRecords(source), DataSource), provide(SimulateCycleService, Records, Rules)],
})
export class SimulationsModule {}

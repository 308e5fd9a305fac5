import { Module } from '@nestjs/common';
import { ChangeReader } from '@binhxet/application';
import { PgChangeReader } from '@binhxet/persistence';
import { AppLogger } from '../platform/app-logger.js';
import { ReadSql } from '../platform/read-sql.js';
import { provideAs } from '../provide.js';
import { EventHub } from './event-hub.js';
import { EventsController } from './events.controller.js';

const PERIOD_MS = 2_000;

/** Changes told to open pages. */
@Module({
  controllers: [EventsController],
  providers: [
    provideAs(ChangeReader, (sql: ReadSql) => new PgChangeReader(sql), ReadSql),
    provideAs(EventHub, (reader: ChangeReader, logger: AppLogger) => new EventHub(reader, logger, PERIOD_MS), ChangeReader, AppLogger),
  ],
})
export class EventsModule {}

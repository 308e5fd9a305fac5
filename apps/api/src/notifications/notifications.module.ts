import { Module } from '@nestjs/common';
import { Clock, MarkNotificationReadService, NotificationMarks } from '@binhxet/application';
import { PgNotificationMarks } from '@binhxet/persistence';
import { ReadSql } from '../platform/read-sql.js';
import { provide, provideAs } from '../provide.js';
import { NotificationsController } from './notifications.controller.js';

@Module({
  controllers: [NotificationsController],
  providers: [provideAs(NotificationMarks, (sql: ReadSql) => new PgNotificationMarks(sql), ReadSql), provide(MarkNotificationReadService, NotificationMarks, Clock)],
})
export class NotificationsModule {}

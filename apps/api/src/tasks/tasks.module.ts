import { Module } from '@nestjs/common';
import { ClaimTaskService, Clock, TaskReader, UnitOfWork } from '@binhxet/application';
import { provide } from '../provide.js';
import { TasksController } from './tasks.controller.js';

@Module({ controllers: [TasksController], providers: [provide(ClaimTaskService, UnitOfWork, TaskReader, Clock)] })
export class TasksModule {}

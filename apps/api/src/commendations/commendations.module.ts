import { Module } from '@nestjs/common';
import { CommendationsController } from './commendations.controller.js';

@Module({ controllers: [CommendationsController] })
export class CommendationsModule {}

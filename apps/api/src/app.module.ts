import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { type ApiConfig } from './api-config.js';
import { AppealsModule } from './appeals/appeals.module.js';
import { ReevaluationsModule } from './reevaluations/reevaluations.module.js';
import { AuthModule } from './auth/auth.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthController } from './health/health.controller.js';
import { LedgerTilesController } from './ledger/ledger-tiles.controller.js';
import { ImportsModule } from './imports/imports.module.js';
import { type AppLogger } from './platform/app-logger.js';
import { type RouteTable } from './platform/http/route-table.js';
import { CommendationsModule } from './commendations/commendations.module.js';
import { CyclesModule } from './cycles/cycles.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { LogModule } from './log/log.module.js';
import { MembersModule } from './members/members.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { ReadersModule } from './common/readers.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { RuleFilesModule } from './rule-files/rule-files.module.js';
import { SimulationsModule } from './simulations/simulations.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { UnitsModule } from './units/units.module.js';
import { YearModule } from './year/year.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { type WebApp } from './web/web-app.js';

/** Modules of the nouns; each wires its own services and controllers. */
const NOUNS = [AuthModule, EventsModule, ImportsModule, CommendationsModule, CyclesModule, DecisionsModule, LogModule, MeetingsModule, NotificationsModule, OrganisationsModule, ReadersModule, ReviewsModule, TasksModule, UnitsModule, YearModule, MembersModule, AppealsModule, ReevaluationsModule, RuleFilesModule, SimulationsModule];

@Module({})
export class AppModule {
  static register(config: ApiConfig, logger: AppLogger, web: WebApp, routes: RouteTable, replacements: readonly Provider[] = []): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.register(config, logger, web, routes, replacements), ...NOUNS], controllers: [HealthController, LedgerTilesController] };
  }
}

import { Global, Module, type Abstract } from '@nestjs/common';
import {
  CaseReader,
  CommendationReader,
  CycleReader,
  DecisionReader,
  ImportBatchReader,
  LogReader,
  MeetingReader,
  NotificationReader,
  OrganisationReader,
  ReportReader,
  ReviewReader,
  RuleFileReader,
  RuleFileShelf,
  Rules,
  Scope,
  PinnedRules,
  SubtreeReader,
  TaskReader,
  TimeReader,
  UnitReader,
  WorkRecordReader,
} from '@binhxet/application';
import {
  PgCaseReader,
  PgCommendationReader,
  PgCycleReader,
  PgDecisionReader,
  PgImportBatchReader,
  PgLogReader,
  PgMeetingReader,
  PgNotificationReader,
  PgOrganisationReader,
  PgReportReader,
  PgReviewReader,
  PgRuleFileReader,
  PgTaskReader,
  PgTimeReader,
  PgUnitReader,
  PgWorkRecordReader,
  type Sql,
} from '@binhxet/persistence';
import { loadRulePacks, RulePacks } from '@binhxet/rule-packs';
import { ApiConfig } from '../api-config.js';
import { PlannedSql, ReadSql } from '../platform/read-sql.js';
import { provide, provideAs } from '../provide.js';

const reader = <T>(token: Abstract<T>, implementation: new (sql: Sql) => T) => provideAs(token, (sql: ReadSql) => new implementation(sql), ReadSql);

const readers = [
  reader(CaseReader, PgCaseReader),
  reader(CommendationReader, PgCommendationReader),
  reader(CycleReader, PgCycleReader),
  reader(DecisionReader, PgDecisionReader),
  reader(ImportBatchReader, PgImportBatchReader),
  reader(LogReader, PgLogReader),
  reader(MeetingReader, PgMeetingReader),
  reader(NotificationReader, PgNotificationReader),
  reader(OrganisationReader, PgOrganisationReader),
  reader(ReportReader, PgReportReader),
  reader(ReviewReader, PgReviewReader),
  // Its dozen sub-queries take longer to plan than to answer, and the plan is the same for everybody.
  provideAs(TaskReader, (sql: PlannedSql) => new PgTaskReader(sql), PlannedSql),
  reader(TimeReader, PgTimeReader),
  reader(UnitReader, PgUnitReader),
  reader(WorkRecordReader, PgWorkRecordReader),
  provide(Scope, SubtreeReader),
  provideAs(RulePacks, (config: ApiConfig) => loadRulePacks(config.rulePacks.dir), ApiConfig),
  reader(RuleFileReader, PgRuleFileReader),
  provide(RuleFileShelf, RulePacks, RuleFileReader),
  provideAs(Rules, (packs: RulePacks, shelf: RuleFileShelf) => new PinnedRules(packs, shelf), RulePacks, RuleFileShelf),
];

/** Read models and rules: what every noun shows stands on them. */
@Global()
@Module({ providers: readers, exports: readers.map((provider) => provider.provide) })
export class ReadersModule {}

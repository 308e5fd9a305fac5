import { Module } from '@nestjs/common';
import { Clock, DraftRuleFileService, PublishRuleFileService, RuleFileReader, Rules, TryRuleFileService, UnitOfWork } from '@binhxet/application';
import { RulePacks } from '@binhxet/rule-packs';
import { AppLogger } from '../platform/app-logger.js';
import { provide } from '../provide.js';
import { RuleFilePages } from './rule-file-pages.js';
import { RuleFileWatch } from './rule-file-watch.js';
import { RuleFilesController } from './rule-files.controller.js';

@Module({
  controllers: [RuleFilesController],
  providers: [
    provide(RuleFilePages, RulePacks, RuleFileReader, Rules),
    provide(RuleFileWatch, Rules, AppLogger),
    provide(DraftRuleFileService, UnitOfWork, RulePacks, Rules, Clock),
    provide(TryRuleFileService, UnitOfWork, Rules, RulePacks),
    provide(PublishRuleFileService, UnitOfWork, RulePacks, Rules, Clock),
  ],
})
export class RuleFilesModule {}

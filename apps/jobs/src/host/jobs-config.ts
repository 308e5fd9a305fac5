import { databaseSection, httpSection, ledgerSection, loadConfig, loggingSection, probeSection, queueSection, rulePacksSection, smtpSection, temporalSection, variable } from '@binhxet/platform';
import { z } from 'zod';

const jobsSection = {
  concurrency: variable('BX_JOBS_CONCURRENCY', z.coerce.number().int().min(1).max(100).default(8)),
  /** when digests are mailed, cron in the legal time zone; working days only */
  digestAt: variable('BX_DIGEST_CRON', z.string().default('30 7 * * 1-5')),
  /** when every cycle is made again from the log, cron in the legal time zone */
  recomputeAt: variable('BX_RECOMPUTE_CRON', z.string().default('40 2 * * *')),
  /** role of the API, which shows the queues to administrators */
  apiRole: variable('BX_API_ROLE', z.string().regex(/^[a-z_]+$/).default('bx_api')),
};

/** Environment of the jobs process, read once. @throws AppError CONFIG.INVALID */
export function loadJobsConfig() {
  return loadConfig({
    database: databaseSection,
    temporal: temporalSection,
    ledger: ledgerSection,
    queue: queueSection,
    smtp: smtpSection,
    rulePacks: rulePacksSection,
    logging: loggingSection,
    probe: probeSection,
    http: { publicUrl: httpSection.publicUrl },
    jobs: jobsSection,
  });
}
export type JobsConfig = ReturnType<typeof loadJobsConfig>;

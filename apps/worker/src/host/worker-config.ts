import { databaseSection, httpSection, loadConfig, loggingSection, probeSection, rulePacksSection, temporalSection, variable } from '@binhxet/platform';
import { z } from 'zod';

const workerSection = {
  /** bundle of the workflow code; without it the one built with this worker */
  bundle: variable('BX_WORKFLOW_BUNDLE', z.string().min(1).optional()),
  /** activities at a time; each holds one database connection while its transaction runs */
  activities: variable('BX_WORKER_ACTIVITIES', z.coerce.number().int().min(1).max(500).default(24)),
  /** workflows kept in memory between their tasks */
  cachedWorkflows: variable('BX_WORKER_CACHED_WORKFLOWS', z.coerce.number().int().min(10).max(100_000).default(2_000)),
  /** how long a shutdown waits for running activities, milliseconds */
  graceMs: variable('BX_WORKER_GRACE_MS', z.coerce.number().int().min(0).max(600_000).default(10_000)),
};

/** Environment of the worker process, read once. @throws AppError CONFIG.INVALID */
export function loadWorkerConfig() {
  return loadConfig({
    database: databaseSection,
    temporal: temporalSection,
    http: { publicUrl: httpSection.publicUrl },
    rulePacks: rulePacksSection,
    logging: loggingSection,
    probe: probeSection,
    worker: workerSection,
  });
}

export type WorkerConfig = ReturnType<typeof loadWorkerConfig>;

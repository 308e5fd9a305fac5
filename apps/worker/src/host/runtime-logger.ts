import { type Logger } from '@binhxet/platform';
import { type LogEntry, Runtime, DefaultLogger } from '@temporalio/worker';

/** Fields of the SDK's log entries that are ids, codes or numbers. Everything else may hold arguments and stays out. */
const KNOWN = ['workflowId', 'runId', 'workflowRunId', 'workflowType', 'activityType', 'activityId', 'taskQueue', 'attempt', 'durationMs', 'code', 'phase'] as const;
const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Installs the SDK's runtime once: its log goes to ours, signals stay with Nest. */
export function installRuntime(logger: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', (entry) => write(logger, entry)),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
}

function write(logger: Logger, entry: LogEntry): void {
  // A refused activity is an answer, and our own activities have logged it with its code.
  if (entry.message === 'Activity failed') return;
  const meta = entry.meta ?? {};
  const fields = Object.fromEntries(KNOWN.filter((name) => name in meta).map((name) => [name, meta[name]]));
  const error: unknown = meta['error'];
  logger[LEVELS[entry.level]]({ ...fields, ...(error instanceof Error ? { err: error } : {}) }, entry.message);
}

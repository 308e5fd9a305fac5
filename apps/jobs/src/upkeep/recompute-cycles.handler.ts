import { type StoredDifference, type JobHandler, type NotificationStore, type RecomputeCycleService, type RecomputeReport, type Records } from '@binhxet/application';
import { type Logger } from '@binhxet/platform';
import { v5 as uuidV5 } from 'uuid';

/**
 * Makes every cycle again from the log, one after the other, and tells the administrators where something stored differs. Safe to
 * repeat: it writes nothing but the notice, once a job.
 * @param stop aborted when the process ends; the next night begins anew
 */
export function recomputeCyclesHandler(records: Records, recompute: RecomputeCycleService, store: NotificationStore, logger: Logger, stop: AbortSignal): JobHandler {
  const check = async (cycleId: string): Promise<{ report: RecomputeReport; first: StoredDifference | null }> => {
    let first: StoredDifference | null = null;
    const report = await recompute.run(cycleId, { signal: stop, onDifference: (difference) => void (first ??= difference) });
    return { report, first };
  };
  return {
    queue: 'upkeep',
    name: 'recompute-cycles',
    async handle(job) {
      for (const cycleId of await records.cycleIds()) {
        const { report, first } = await check(cycleId);
        if (report.differences === 0) {
          logger.info({ ...report }, 'a cycle was made again from the log and agrees');
          continue;
        }
        logger.error({ ...report, table: first?.table, row: first?.row, path: first?.path }, 'stored values differ from what the log gives');
        const facts = { cycleId, differences: report.differences, table: first?.table ?? null };
        await store.insert((await store.administrators()).map((memberId) => ({ id: uuidV5(`${memberId} ${cycleId}`, idOf(job.id)), memberId, kind: 'RECOMPUTATION_DIFFERS', facts, href: `/cycles/${cycleId}` })));
      }
    },
  };
}

/** A scheduled job's id is text of the scheduler: a name within a fixed space makes it a UUID. */
const idOf = (jobId: string): string => uuidV5(jobId, '6f1c9f0a-0c2f-5f0e-9d55-0e2b6b7a4c11');

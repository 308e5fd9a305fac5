import { type Logger, withCorrelation } from '@binhxet/platform';
import { activityInfo } from '@temporalio/activity';
import { activityFailureOf, type ActivityGroup, appErrorOf } from './activity-failure.js';

/**
 * One activity round one call of a service: ids of the run on every log line, failures in the form a history may hold.
 * @param correlationOf id that ties the call to what caused it; without one, the workflow's
 */
export function guarded<A extends readonly unknown[], R>(
  logger: Logger,
  group: ActivityGroup,
  work: (...args: A) => Promise<R>,
  correlationOf?: (...args: A) => string,
): (...args: A) => Promise<R> {
  return (...args) => {
    const { workflowExecution, activityType, attempt } = activityInfo();
    const workflowId = workflowExecution?.workflowId ?? '';
    const correlation = { correlationId: correlationOf?.(...args) ?? workflowId, workflowId, runId: workflowExecution?.runId ?? '', activity: activityType };
    return withCorrelation(correlation, async () => {
      try {
        return await work(...args);
      } catch (error) {
        const known = appErrorOf(error);
        if (known.kind === 'bug') logger.error({ err: error, code: known.code, attempt }, 'activity failed');
        else logger.info({ code: known.code, kind: known.kind, attempt }, 'activity refused');
        throw activityFailureOf(known, group, attempt);
      }
    });
  };
}

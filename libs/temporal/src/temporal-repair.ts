import { type EngineBody, EngineRepair } from '@binhxet/application';
import { startAttributes, startDetails, startSummary, type WorkflowStart, workflowIdOf } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { WorkflowExecutionAlreadyStartedError, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { type EngineConnection } from './engine-connection.js';
import { callFailureOf } from './engine-failures.js';
import { type TemporalEngine } from './temporal-engine.js';

const CALL_MS = 15_000;

/** The {@link EngineRepair} on a Temporal server. */
export class TemporalRepair extends EngineRepair {
  constructor(
    private readonly connection: EngineConnection,
    private readonly engine: TemporalEngine,
    private readonly options: { readonly taskQueue: string },
  ) {
    super();
  }

  look(workflowId: string): Promise<EngineBody | null> {
    return this.engine.describe(workflowId);
  }

  async running(cycleId: string): Promise<string[]> {
    return this.call(async () => {
      const ids: string[] = [];
      // Cycle ids hold capitals, digits, dots and hyphens only.
      const query = `BxCycle = '${cycleId}' and ExecutionStatus = 'Running'`;
      for await (const { workflowId } of this.connection.client.workflow.list({ query })) ids.push(workflowId);
      return ids.sort();
    });
  }

  async start(start: WorkflowStart, replace: boolean): Promise<void> {
    await this.call(async () => {
      try {
        await this.connection.within(CALL_MS, (client) =>
          client.workflow.start(start.workflow, {
            workflowId: workflowIdOf(start),
            taskQueue: this.options.taskQueue,
            args: [start.input],
            workflowIdConflictPolicy: replace ? WorkflowIdConflictPolicy.TERMINATE_EXISTING : WorkflowIdConflictPolicy.USE_EXISTING,
            workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
            typedSearchAttributes: startAttributes(start),
            staticSummary: startSummary(start),
            staticDetails: startDetails(start),
          }),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    });
  }

  private async call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = callFailureOf(error);
      if (failure.kind === 'away') throw new AppError('ENGINE.UNAVAILABLE', 'unavailable', 'The workflow engine did not answer in time.', {});
      if (failure.kind === 'not-found' || isUnprepared(error)) {
        throw new AppError('RECONCILE.ENGINE_NOT_READY', 'conflict', 'The workflow engine lacks the namespace or the search attributes; make them first: ops temporal setup', {});
      }
      throw error;
    }
  }
}

/** The server names a search attribute it does not know. */
function isUnprepared(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : '';
  return /search attribute|invalid query|Namespace .* not found/i.test(text);
}

import { Engine, type EngineBody } from '@binhxet/application';
import {
  type BodyProgress,
  type CommandName,
  type CommandOutcome,
  type CommandRef,
  progress,
  type SignalName,
  type SignalPayloads,
  startAttributes,
  startDetails,
  startSummary,
  type WorkflowInputs,
  type WorkflowName,
  type WorkflowStart,
  workflowIdOf,
} from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { type Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { type EngineConnection } from './engine-connection.js';
import { callFailureOf } from './engine-failures.js';
import { Lanes } from './lanes.js';

const DEFAULT_TIMEOUT_MS = 10_000;
const PROGRESS_TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 1_000;

/**
 * Requests to one body at a time from this process. A server takes ten; what comes above costs it the task in progress, so that a
 * crowd at one body would stop it. Two or three replicas stay below ten together.
 */
const REQUESTS_AT_ONCE = 4;

export interface TemporalEngineOptions {
  readonly taskQueue: string;
  /** How long one call may take before it is repeated, milliseconds; default 5,000. */
  readonly attemptMs?: number;
  /** How long an engine that refuses connections is waited for, milliseconds; default 1,500. */
  readonly patienceMs?: number;
}

/** The {@link Engine} on a Temporal server. */
export class TemporalEngine extends Engine {
  private readonly lanes = new Lanes(REQUESTS_AT_ONCE);
  private readonly attemptMs: number;
  private readonly patienceMs: number;

  constructor(
    private readonly connection: EngineConnection,
    private readonly options: TemporalEngineOptions,
  ) {
    super();
    this.attemptMs = options.attemptMs ?? 5_000;
    this.patienceMs = options.patienceMs ?? 1_500;
  }

  async start<W extends WorkflowName>(workflow: W, input: WorkflowInputs[W]): Promise<void> {
    const start = { workflow, input } as WorkflowStart;
    await this.call(DEFAULT_TIMEOUT_MS, { workflowId: workflowIdOf(start) }, async (client) => {
      try {
        await client.workflow.start(workflow, {
          workflowId: workflowIdOf(start),
          taskQueue: this.options.taskQueue,
          args: [input],
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          workflowIdReusePolicy: runsAgain(start) ? WorkflowIdReusePolicy.ALLOW_DUPLICATE : WorkflowIdReusePolicy.REJECT_DUPLICATE,
          typedSearchAttributes: startAttributes(start),
          staticSummary: startSummary(start),
          staticDetails: startDetails(start),
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    });
  }

  update(workflowId: string, name: CommandName, ref: CommandRef, options: { readonly timeoutMs?: number } = {}): Promise<CommandOutcome> {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const facts = { workflowId, command: name };
    return this.lanes.run(workflowId, timeoutMs, () => unavailable({ ...facts, delivered: 'no' }), (waitedMs) =>
      this.call(timeoutMs - waitedMs, facts, (client) =>
        client.workflow.getHandle(workflowId).executeUpdate<CommandOutcome, [CommandRef]>(name, { args: [ref], updateId: ref.commandId }),
      ),
    );
  }

  signal<S extends SignalName>(workflowId: string, name: S, payload: SignalPayloads[S]): Promise<void> {
    return this.call(DEFAULT_TIMEOUT_MS, { workflowId, signal: name }, (client) => client.workflow.getHandle(workflowId).signal<[SignalPayloads[S]]>(name, payload));
  }

  async describe(workflowId: string): Promise<EngineBody | null> {
    try {
      const found = await this.call(DEFAULT_TIMEOUT_MS, { workflowId }, (client) => client.workflow.getHandle(workflowId).describe());
      const running = found.status.name === 'RUNNING';
      const now = running ? await this.progressOf(workflowId) : undefined;
      return { workflowId, runId: found.runId, running, ...(now ? { progress: now } : {}) };
    } catch (error) {
      if (error instanceof AppError && error.code === 'ENGINE.NOT_FOUND') return null;
      throw error;
    }
  }

  async ping(): Promise<void> {
    try {
      await this.connection.ping(PROGRESS_TIMEOUT_MS);
    } catch {
      throw unavailable({ delivered: 'no' });
    }
  }

  /** A query needs a worker; without one the rest of the description is still worth having. */
  private async progressOf(workflowId: string): Promise<BodyProgress | undefined> {
    try {
      return await this.connection.within(PROGRESS_TIMEOUT_MS, (client) => client.workflow.getHandle(workflowId).query(progress));
    } catch {
      return undefined;
    }
  }

  /** Repeats a call that is safe to repeat until it is answered or the time is up. */
  private async call<T>(timeoutMs: number, facts: Readonly<Record<string, string>>, work: (client: Client) => Promise<T>): Promise<T> {
    const started = performance.now();
    const left = () => timeoutMs - (performance.now() - started);
    let delivered: 'no' | 'unknown' = 'no';
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LAST_PAUSE_MS, pause * 2)) {
      try {
        return await this.connection.within(Math.min(this.attemptMs, left()), work);
      } catch (error) {
        const failure = callFailureOf(error);
        if (failure.kind === 'refused') throw failure.refusal;
        if (failure.kind === 'not-found') throw new AppError('ENGINE.NOT_FOUND', 'not-found', 'No such body is at work.', facts);
        if (failure.kind === 'other') throw error;
        if (!failure.neverSent) delivered = 'unknown';
        // Without a connection the server is away and the caller should hear it soon; a slow answer may still come.
        const limit = failure.neverSent ? Math.min(left(), this.patienceMs - (performance.now() - started)) : left();
        if (limit <= pause) throw unavailable({ ...facts, delivered });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}

/** PostgreSQL says that this body was over and has something to do again; one that runs is left alone. */
function runsAgain({ workflow, input }: WorkflowStart): boolean {
  return workflow === 'commendation' && input.again === true;
}

function unavailable(facts: Readonly<Record<string, string>>): AppError {
  return new AppError('ENGINE.UNAVAILABLE', 'unavailable', 'The workflow engine did not answer in time.', facts);
}

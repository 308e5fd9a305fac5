import path from 'node:path';
import {
  type CommandName,
  type CommandOutcome,
  type CommandRef,
  progress,
  type SignalName,
  startAttributes,
  type StepKind,
  TASK_QUEUE,
  type WorkflowStart,
  workflowIdOf,
} from '@binhxet/contracts';
import { newId } from '@binhxet/platform';
import { startTimeSkipping, type TestTemporal } from '@binhxet/testing';
import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { FakePlane } from './fake-plane.js';
import { recordHistory } from './recorder.js';

const root = path.resolve(import.meta.dirname, '../../..');
let bundle: Promise<WorkflowBundle> | undefined;

/** The workflow code of this tree, bundled from source once a test process. */
export function workflowBundle(workflowsPath = path.join(root, 'workflows/definitions/src/index.ts')): Promise<WorkflowBundle> {
  bundle ??= bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  return bundle;
}

/** One body's workflow in a test. */
export class BodyDriver {
  constructor(
    private readonly world: World,
    readonly id: string,
  ) {}

  get handle(): WorkflowHandle {
    return this.world.env.client.workflow.getHandle(this.id);
  }

  /** A person's request; a fresh command id unless one is given. */
  async ask(name: CommandName, ref: Partial<CommandRef> = {}): Promise<CommandOutcome> {
    const command: CommandRef = { commandId: newId(), ...ref };
    return this.handle.executeUpdate<CommandOutcome, [CommandRef]>(name, { args: [command], updateId: command.commandId });
  }

  /** @returns the refusal of a request that must not succeed */
  async refusal(name: CommandName, ref: Partial<CommandRef> = {}): Promise<{ code: string; facts: unknown }> {
    try {
      await this.ask(name, ref);
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (cause instanceof ApplicationFailure) return { code: cause.type ?? '', facts: cause.details?.[0] };
      throw error;
    }
    throw new Error(`${name} was accepted`);
  }

  tell(name: SignalName, payload: object = {}): Promise<void> {
    return this.handle.signal<[object]>(name, { outboxId: newId(), ...payload });
  }

  /** All that the open step of this kind expects is in, and the relay says so. */
  async finish(kind: StepKind): Promise<void> {
    const stepId = this.world.plane.openStepId(this.id, kind);
    this.world.plane.settle(stepId);
    await this.tell('stepReady', { stepId });
  }

  async phase(): Promise<string> {
    return (await this.handle.query(progress)).phase;
  }

  /** Waits until the body is in this phase with every step of it open. */
  async reaches(phase: string, ...waitingFor: StepKind[]): Promise<void> {
    await this.world.eventually(`${this.id} in ${phase} waiting for ${waitingFor.join(', ')}`, async () => {
      const now = await this.handle.query(progress);
      return now.phase === phase && waitingFor.every((kind) => now.waitingFor.some((step) => step.kind === kind));
    });
  }

  /** Keeps the history of the body's present run for the replay tests, when histories are being recorded; see tools/record-histories.mjs. */
  async record(name: string, runId?: string): Promise<void> {
    await recordHistory(name, this.world.env.client.workflow.getHandle(this.id, runId));
  }

  /** A whole sitting: convened, one ballot counted, minutes signed. */
  async sit(): Promise<void> {
    const meetingId = `${this.id}|meeting`;
    const ballotId = `${this.id}|ballot`;
    await this.ask('convene');
    await this.ask('openMeeting', { meetingId });
    await this.ask('openBallot', { meetingId });
    await this.ask('closeBallot', { ballotId });
    await this.finish('PAPER_COUNT');
    await this.world.eventually('tally', async () => this.world.plane.called(/^tallyBallot/).some((call) => call.endsWith(ballotId)));
    await this.ask('draftMinutes', { meetingId });
    await this.finish('SIGN_MINUTES');
  }
}

/** A time-skipping server, a worker with the real workflow code, and fake services. One a test. */
export class World {
  readonly plane = new FakePlane();
  private running: Promise<void> | undefined;
  private worker: Worker | undefined;

  private constructor(readonly env: TestWorkflowEnvironment) {}

  static async open(): Promise<World> {
    const world = new World(await startTimeSkipping());
    await world.startWorker();
    return world;
  }

  /** The same on a real server, where time passes as it does. The server belongs to the caller. */
  static async openOn({ address, namespace }: TestTemporal): Promise<World> {
    const world = new World(await TestWorkflowEnvironment.createFromExistingServer({ address, namespace }));
    await world.startWorker();
    return world;
  }

  async startWorker(): Promise<void> {
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      namespace: this.env.namespace ?? 'default',
      taskQueue: TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: this.plane.activities,
    });
    this.running = this.worker.run();
  }

  async stopWorker(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.env.teardown();
  }

  async start(start: WorkflowStart): Promise<BodyDriver> {
    await this.env.client.workflow.start(start.workflow, {
      workflowId: workflowIdOf(start),
      taskQueue: TASK_QUEUE,
      args: [start.input],
      typedSearchAttributes: startAttributes(start),
    });
    return this.body(workflowIdOf(start));
  }

  body(workflowId: string): BodyDriver {
    return new BodyDriver(this, workflowId);
  }

  /** Instant `days` from now on the server's clock. */
  async inDays(days: number): Promise<string> {
    return new Date((await this.env.currentTimeMs()) + days * 86_400_000).toISOString();
  }

  /** Lets `days` pass. */
  pass(days: number): Promise<void> {
    return this.env.sleep(days * 86_400_000);
  }

  /** Polls: what a workflow does after a message is over in milliseconds, but not at once. */
  async eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      if (await holds().catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    throw new Error(`not reached: ${what}\n${this.plane.calls.join('\n')}`);
  }
}

/** Keeps the output of a test run readable; warnings of the runtime stay. */
export function quietRuntime(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}

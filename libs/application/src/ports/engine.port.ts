import {
  type BodyProgress,
  type CommandName,
  type CommandOutcome,
  type CommandRef,
  type SignalName,
  type SignalPayloads,
  type WorkflowInputs,
  type WorkflowName,
} from '@binhxet/contracts';

/** State of a body's workflow as the engine knows it. */
export interface EngineBody {
  readonly workflowId: string;
  readonly runId: string;
  readonly running: boolean;
  /** Absent once it is over, or while no worker answers. */
  readonly progress?: BodyProgress;
}

/**
 * The workflow engine, addressed by business ids. Every method throws AppError ENGINE.UNAVAILABLE (unavailable) when the engine or its
 * workers cannot be reached in time; whether the act took effect is then unknown, and repeating it with the same ids is safe.
 */
export abstract class Engine {
  /** Makes the workflow exist. One that exists already, running or over, is success. */
  abstract start<W extends WorkflowName>(workflow: W, input: WorkflowInputs[W]): Promise<void>;

  /**
   * Hands a stored command to its body and waits for the outcome. `ref.commandId` is the update id: repeated, it has one effect.
   * @param options.timeoutMs how long to wait in all, milliseconds; default 10,000
   * @throws AppError ENGINE.NOT_NOW (conflict) from the body's order; ENGINE.NOT_FOUND (not-found) when no such body is at work; every
   * refusal of the application service with its own code, kind and facts
   */
  abstract update(workflowId: string, name: CommandName, ref: CommandRef, options?: { readonly timeoutMs?: number }): Promise<CommandOutcome>;

  /**
   * Tells a fact from below; resolves when the engine has stored it.
   * @throws AppError ENGINE.NOT_FOUND (not-found) when the body's part is over
   */
  abstract signal<S extends SignalName>(workflowId: string, name: S, payload: SignalPayloads[S]): Promise<void>;

  /** @returns null when no workflow of this id was ever started, or its record has expired */
  abstract describe(workflowId: string): Promise<EngineBody | null>;

  /** Asks the engine for a sign of life, for health checks. */
  abstract ping(): Promise<void>;
}

import { type SignalName } from '@binhxet/contracts';
import { type Json } from '@binhxet/domain';

/** Rows the relay turns into Temporal signals and queue jobs after the commit; the only road from a transaction to either. */
export abstract class OutboxPort {
  abstract signal(workflowId: string, name: SignalName, payload: { readonly [key: string]: Json | undefined }): void;
  /** Starts the workflow of a cycle; the relay makes it exist even when the engine was away at the time. */
  abstract start(workflowId: string, workflow: string, input: { readonly [key: string]: Json | undefined }): void;
  abstract job(queue: string, name: string, payload: { readonly [key: string]: Json | undefined }): void;
}

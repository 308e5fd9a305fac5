import { type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { type Json } from '@binhxet/domain';
import { type Actor } from '../access/actor.js';

export interface CommandRow {
  readonly id: string;
  readonly name: CommandName;
  readonly cycleId: string;
  readonly organisationId: string;
  readonly workflowId: string;
  readonly actor: Actor;
  readonly payload: { readonly [key: string]: Json | undefined };
  readonly outcome: CommandOutcome | null;
}

export abstract class CommandStore {
  /** @returns false when the id exists (a replayed request). */
  abstract insert(command: Omit<CommandRow, 'outcome'>, at: Date): Promise<boolean>;
  /** Locks the row for the transaction. */
  abstract lock(commandId: string): Promise<CommandRow>;
  abstract finish(commandId: string, outcome: CommandOutcome, at: Date): Promise<void>;
  /** Forgets a command that never reached its body. Refuses one that was executed. */
  abstract forget(commandId: string): Promise<void>;
}

import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** What one kind of request does, inside the transaction of its activity. Refusals are AppErrors; nothing is written then. */
export interface CommandHandler {
  readonly name: CommandName;
  handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>>;
}

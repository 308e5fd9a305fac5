import { COMMANDS, type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type CommandHandler } from './command-handler.js';

/** Activity side of a request: executes the stored command once, however often the activity is tried. */
export class ExecuteCommandService {
  private readonly handlers: ReadonlyMap<CommandName, CommandHandler>;

  /** @throws Error when a command has no handler or two: a worker must not start half able */
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    handlers: readonly CommandHandler[],
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
    const missing = COMMANDS.filter((name) => !this.handlers.has(name));
    if (missing.length > 0 || this.handlers.size !== handlers.length) throw new Error(`commands need exactly one handler each; missing: ${missing.join(', ') || 'none'}`);
  }

  execute(name: CommandName, ref: CommandRef): Promise<CommandOutcome> {
    return this.uow.run(async (tx) => {
      const command = await tx.commands.lock(ref.commandId);
      if (command.outcome) return command.outcome;
      const handler = this.handlers.get(name);
      if (!handler) throw new Error(`no handler for ${name}`);
      const now = this.clock.now();
      const outcome: CommandOutcome = { commandId: ref.commandId, ...(await handler.handle(tx, command, ref, now)) };
      await tx.commands.finish(ref.commandId, outcome, now);
      return outcome;
    });
  }
}

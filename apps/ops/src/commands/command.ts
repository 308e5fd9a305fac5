import { type Command } from 'commander';
import { type Terminal } from '../terminal.js';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command of `ops`: adds itself to the program. An action sets the exit code through what it returns, see `runAction`. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

/**
 * Wraps an action: its number becomes the exit code, a failure is printed in words and ends with `failureCode`.
 * @param failureCode default 3: the machine or a server failed
 */
export function runAction<A extends unknown[]>(
  context: CommandContext,
  action: (...args: A) => Promise<number>,
  failureCode = 3,
) {
  return async (...args: A): Promise<void> => {
    try {
      process.exitCode = await action(...args);
    } catch (error) {
      context.terminal.fail(error);
      process.exitCode = failureCode;
    }
  };
}

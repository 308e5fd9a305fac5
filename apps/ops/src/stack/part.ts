import { LaunchError } from '../launch-error.js';
import { type SupervisedChild } from './child-process.js';

/** One process of the stack, to be looked at and disturbed. */
export interface PartHandle {
  readonly pid: number;
  readonly running: boolean;
  readonly logFile: string;
  /** sends a signal; its end then counts as wanted */
  kill(signal: NodeJS.Signals): void;
  /** resolves when the process has ended */
  readonly ended: Promise<unknown>;
}

/** The same with what the stack itself needs. */
export interface Part extends PartHandle {
  stop(): Promise<void>;
  /** what to tell when it ended and nobody wanted that */
  failure(): Promise<LaunchError>;
}

interface Server {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** @param name as the person at the terminal reads it */
export function serverPart(name: string, server: Server): Part {
  let running = true;
  const ended = server.exited.finally(() => {
    running = false;
  });
  return {
    pid: server.pid,
    logFile: server.logFile,
    get running() {
      return running;
    },
    ended,
    kill: (signal) => server.kill(signal),
    stop: () => server.stop(),
    failure: async () =>
      new LaunchError('childDied', {
        process: name,
        reason: `exit ${(await server.exited) ?? '?'}`,
        log: server.logFile,
      }),
  };
}

export function childPart(child: SupervisedChild): Part {
  return {
    pid: child.pid,
    logFile: child.spec.logFile,
    get running() {
      return child.running;
    },
    ended: child.ended,
    kill: (signal) => child.kill(signal),
    stop: () => child.stop(),
    failure: async () => child.died(await child.ended),
  };
}

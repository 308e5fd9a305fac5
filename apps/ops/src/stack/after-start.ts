import { buildDemo } from '../demo/build-demo.js';
import { type Terminal } from '../terminal.js';
import { type Stack } from './start-stack.js';

/** What the person at the terminal asked for. */
export interface AfterStartOptions {
  readonly demo: boolean;
}

/** Work that `start` does once the page is up; a failure of it stops nothing. The signal says that everything is about to stop. */
export type AfterStart = (
  stack: Stack,
  terminal: Terminal,
  options: AfterStartOptions,
  signal: AbortSignal,
) => Promise<void>;

/** In the order they run. */
export const AFTER_START: readonly AfterStart[] = [buildDemo];

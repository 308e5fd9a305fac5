import { type Terminal } from '../terminal.js';
import { type Stack } from './start-stack.js';

/** Work that `start` does once the page is up; a failure of it stops nothing. */
export type AfterStart = (stack: Stack, terminal: Terminal) => Promise<void>;

/** In the order they run. */
export const AFTER_START: readonly AfterStart[] = [];

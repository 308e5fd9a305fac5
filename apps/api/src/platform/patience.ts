import { type Logger } from '@binhxet/platform';
import { toAppError } from './errors/error-response.js';

const ATTEMPTS = 6;
const PAUSE_MS = 1_000;

/**
 * Waits for a server that is still starting when this process does, or that a busy machine lets answer late.
 * @throws what the last of six attempts threw, a second apart; anything but an absent server at once
 */
export async function patiently<T>(work: () => Promise<T>, logger: Logger): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || toAppError(error).kind !== 'unavailable') throw error;
      logger.warn({ err: error, attempt }, 'a server does not answer yet');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

import { type Clock, type JobHandler, type NotificationStore } from '@binhxet/application';
import { type Logger } from '@binhxet/platform';

/** Removes what has expired: sessions, activation codes, old idempotency keys, old login failures. */
export function sweepExpiredHandler(store: NotificationStore, clock: Clock, logger: Logger): JobHandler {
  return {
    queue: 'upkeep',
    name: 'sweep-expired',
    async handle() {
      logger.info({ removed: await store.sweep(clock.now()) }, 'expired rows removed');
    },
  };
}

import { notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { type Clock } from '../ports/clock.port.js';

/** What a person has seen of their own notifications: no state of a cycle, so no ledger entry. */
export abstract class NotificationMarks {
  /** @returns false when the person has no such notification */
  abstract markRead(memberId: string, notificationId: string, at: Date): Promise<boolean>;
}

export class MarkNotificationReadService {
  constructor(
    private readonly marks: NotificationMarks,
    private readonly clock: Clock,
  ) {}

  /** Read twice is read once. @throws AppError ACCESS.NOT_FOUND */
  async mark(actor: Actor, notificationId: string): Promise<void> {
    if (actor.memberId === null || !(await this.marks.markRead(actor.memberId, notificationId, this.clock.now()))) throw notFound();
  }
}

import { type Json, type NoticeKind } from '@binhxet/domain';
import { type OutboxPort } from '../ports/outbox.port.js';

/** Name of the queue that carries notifications. */
export const NOTIFICATIONS = 'notifications';
const PAGE = 200;

/** What people are told: a kind with its facts (ids, codes, dates; never a name or free text) and the page it is about. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly cycleId: string;
  readonly organisationId: string;
  readonly facts: { readonly [key: string]: Json };
  readonly href: string;
}

/** Queues one notice for many members, in jobs of at most 200. */
export function notify(outbox: OutboxPort, memberIds: readonly string[], notice: Notice): void {
  const all = [...new Set(memberIds)];
  for (let start = 0; start < all.length; start += PAGE) {
    outbox.job(NOTIFICATIONS, 'notify', { ...notice, memberIds: all.slice(start, start + PAGE) });
  }
}

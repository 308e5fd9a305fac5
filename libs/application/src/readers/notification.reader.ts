import { type Json } from '@binhxet/domain';
import { type Page, type PageRequest } from './page.js';

export interface NotificationView {
  readonly id: string;
  readonly kind: string;
  /** Counts and ids only; the words are made where they are read. */
  readonly facts: { readonly [key: string]: Json | undefined };
  readonly href: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export abstract class NotificationReader {
  /** Newest first. */
  abstract list(memberId: string, unreadOnly: boolean, page: PageRequest): Promise<Page<NotificationView>>;
  /** Exact up to 999. */
  abstract unread(memberId: string): Promise<number>;
}

import { type Json, type NoticeKind } from '@binhxet/domain';

export interface NewNotification {
  readonly id: string;
  readonly memberId: string;
  readonly kind: NoticeKind;
  readonly facts: { readonly [key: string]: Json };
  readonly href: string | null;
}
export interface DigestRecipient {
  readonly memberId: string;
  readonly email: string;
  readonly openTasks: number;
  readonly overdueTasks: number;
  /** Notifications this digest covers. */
  readonly notificationIds: readonly string[];
}

/** Notifications and who is to be told. Rows are made once: the id comes from the job and the member. */
export abstract class NotificationStore {
  abstract insert(notifications: readonly NewNotification[]): Promise<void>;
  /** People who hold an open task of a step: personal ones and holders of its posts today. */
  abstract holdersOfStep(stepId: string): Promise<{ readonly memberIds: string[]; readonly cycleId: string; readonly organisationCode: string; readonly kind: string }>;
  /** Leaders of an organisation today. */
  abstract leadersOf(organisationId: string): Promise<string[]>;
  /** Members who keep the installation; an administrator's account need not belong to a member. */
  abstract administrators(): Promise<string[]>;
  abstract authorOf(reviewId: string): Promise<{ readonly memberId: string | null; readonly cycleId: string; readonly organisationCode: string }>;
  abstract organisationCode(organisationId: string): Promise<string>;
  /** Members with an address and something not mailed yet, at most `limit`. */
  abstract dueDigests(limit: number): Promise<DigestRecipient[]>;
  abstract markMailed(notificationIds: readonly string[], at: Date): Promise<void>;
  /** Removes expired sessions, codes, old idempotency keys and failures. @returns rows removed */
  abstract sweep(before: Date): Promise<number>;
}

import { type AccessRole } from '@binhxet/domain';

/** One capacity with the names a page shows. */
export interface CapacityView {
  readonly kind: 'MEMBER' | 'POST' | 'GRANT';
  /** null: everywhere (an administrator). */
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string; readonly role: string } | null;
  readonly body: string | null;
  readonly post: string | null;
  readonly isHead: boolean;
  readonly grant: 'ADMINISTRATOR' | 'AUDITOR' | null;
}

export interface SessionRow {
  readonly accountId: string;
  readonly login: string;
  readonly member: { readonly id: string; readonly code: string; readonly fullName: string } | null;
  readonly hasPassword: boolean;
  readonly disabled: boolean;
  readonly csrfToken: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly capacities: readonly CapacityView[];
}

/** What a page knows of the person signed in. */
export interface SessionCapacity extends CapacityView {
  readonly roles: readonly AccessRole[];
}

export abstract class SessionReader {
  /**
   * Session, account and everything its person may act as, in one query.
   * @param today legal date: posts and memberships in office then
   */
  abstract byTokenHash(tokenHash: Buffer, today: string): Promise<SessionRow | null>;
  /** Moves the sliding end; not part of any business transaction. */
  abstract touch(tokenHash: Buffer, at: Date): Promise<void>;
}

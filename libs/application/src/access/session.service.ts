import { AppError, legalDateOf } from '@binhxet/domain';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type CapacityView, type SessionReader, type SessionRow } from '../readers/session.reader.js';
import { type Actor, type Capacity } from './actor.js';
import { hashSecret, newSecretToken } from './secret-token.js';

export interface SessionSettings {
  /** milliseconds without a request after which a session ends */
  readonly idleMs: number;
  /** milliseconds after which it ends whatever happens */
  readonly absoluteMs: number;
  /** milliseconds one reading serves: a post that ends, a logout elsewhere, a disabled account are seen after that at the latest */
  readonly cacheMs: number;
}

/** Who is signed in, for one request. */
export interface SignedIn {
  readonly actor: Actor;
  readonly session: SessionRow;
  readonly tokenHash: Buffer;
}

/** What signing in gives: the token goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const MOST_CACHED = 20_000;
/** How often `last_seen_at` is written at most. */
const TOUCH_MS = 60_000;

/** Server-side sessions: the database knows only a hash of the token. */
export class SessionService {
  private readonly cache = new Map<string, { readonly until: number; readonly row: Promise<SessionRow | null> }>();
  private readonly touched = new Map<string, number>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: SessionReader,
    private readonly clock: Clock,
    private readonly settings: SessionSettings,
  ) {}

  /** A session that is not stored yet; whoever stores it does so with what gave the right to it. */
  prepare(accountId: string): OpenedSession & { readonly row: { readonly tokenHash: Buffer; readonly accountId: string; readonly csrfToken: string; readonly createdAt: Date; readonly expiresAt: Date } } {
    const token = newSecretToken(32);
    const csrfToken = newSecretToken(24).text;
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + this.settings.absoluteMs);
    return { token: token.text, csrfToken, expiresAt, row: { tokenHash: token.hash, accountId, csrfToken, createdAt, expiresAt } };
  }

  /**
   * @param token as the cookie brought it
   * @throws AppError SESSION.REQUIRED (unauthenticated) for an unknown or ended one, SESSION.EXPIRED (unauthenticated) for one past its end
   */
  async authenticate(token: string | undefined): Promise<SignedIn> {
    if (token === undefined || !TOKEN.test(token)) throw required();
    const tokenHash = hashSecret(token);
    const session = await this.read(tokenHash);
    if (!session || session.disabled) throw required();
    const now = this.clock.now().getTime();
    const key = tokenHash.toString('base64');
    const seen = Math.max(session.lastSeenAt.getTime(), this.touched.get(key) ?? 0);
    if (session.expiresAt.getTime() <= now || seen + this.settings.idleMs <= now) {
      throw new AppError('SESSION.EXPIRED', 'unauthenticated', 'The session has ended: sign in again');
    }
    if (seen + TOUCH_MS <= now) await this.touch(key, tokenHash, now);
    return { actor: actorOf(session), session, tokenHash };
  }

  async end(signedIn: SignedIn): Promise<void> {
    await this.uow.run((tx) => tx.accounts.endSession(signedIn.tokenHash));
    this.forget(signedIn.tokenHash);
  }

  /** The next request of this session reads it afresh. */
  forget(tokenHash: Buffer): void {
    this.cache.delete(tokenHash.toString('base64'));
    this.touched.delete(tokenHash.toString('base64'));
  }

  private read(tokenHash: Buffer): Promise<SessionRow | null> {
    const key = tokenHash.toString('base64');
    const now = this.clock.now().getTime();
    const known = this.cache.get(key);
    if (known && known.until > now) return known.row;
    const row = this.reader.byTokenHash(tokenHash, legalDateOf(now));
    this.cache.delete(key);
    this.cache.set(key, { until: now + this.settings.cacheMs, row });
    // A session that does not exist, or a database that is away, is asked again: only what was found is kept.
    row.then((found) => found ?? this.drop(key, row)).catch(() => this.drop(key, row));
    if (this.cache.size > MOST_CACHED) this.cache.delete(this.cache.keys().next().value as string);
    return row;
  }

  private drop(key: string, row: Promise<SessionRow | null>): void {
    if (this.cache.get(key)?.row === row) this.cache.delete(key);
  }

  private async touch(key: string, tokenHash: Buffer, now: number): Promise<void> {
    this.touched.set(key, now);
    if (this.touched.size > MOST_CACHED) this.touched.delete(this.touched.keys().next().value as string);
    await this.reader.touch(tokenHash, new Date(now));
  }
}

function required(): AppError {
  return new AppError('SESSION.REQUIRED', 'unauthenticated', 'Sign in first');
}

function actorOf(session: SessionRow): Actor {
  return { accountId: session.accountId, memberId: session.member?.id ?? null, capacities: session.capacities.map(capacityOf) };
}

/** A capacity as rules see it, without names. */
export function capacityOf(view: CapacityView): Capacity {
  if (view.kind === 'GRANT') return { kind: 'GRANT', role: view.grant!, organisationId: view.organisation?.id ?? null };
  const { id, role } = view.organisation!;
  if (view.kind === 'MEMBER') return { kind: 'MEMBER', organisationId: id };
  return { kind: 'POST', organisationId: id, organisationRole: role, body: view.body!, post: view.post!, isHead: view.isHead };
}

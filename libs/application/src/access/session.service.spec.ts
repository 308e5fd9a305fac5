import { type Tx, UnitOfWork } from '../ports/unit-of-work.port.js';
import { SessionReader, type SessionRow } from '../readers/session.reader.js';
import { newSecretToken } from './secret-token.js';
import { SessionService } from './session.service.js';

const MINUTE = 60_000;

class Reader extends SessionReader {
  reads = 0;
  readonly touches: Date[] = [];
  constructor(public row: SessionRow | null) {
    super();
  }
  async byTokenHash() {
    this.reads++;
    return this.row;
  }
  async touch(_hash: Buffer, at: Date) {
    this.touches.push(at);
  }
}

class Work extends UnitOfWork {
  readonly ended: Buffer[] = [];
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return work({ accounts: { endSession: async (hash: Buffer) => void this.ended.push(hash) } } as unknown as Tx);
  }
}

function build(row: Partial<SessionRow> = {}) {
  const start = Date.UTC(2026, 0, 1);
  const time = { now: start };
  const reader = new Reader({
    accountId: 'a', login: 'l', member: { id: 'm', code: 'M', fullName: 'N' }, hasPassword: false, disabled: false, csrfToken: 'c', lastSeenAt: new Date(start), expiresAt: new Date(start + 60 * MINUTE),
    capacities: [
      { kind: 'MEMBER', organisation: { id: 'o', code: 'O', name: 'N', role: 'SUBORDINATE_CELL' }, body: null, post: null, isHead: false, grant: null },
      { kind: 'POST', organisation: { id: 'o', code: 'O', name: 'N', role: 'SUBORDINATE_CELL' }, body: 'CELL_COMMITTEE', post: 'SECRETARY', isHead: true, grant: null },
      { kind: 'GRANT', organisation: null, body: null, post: null, isHead: false, grant: 'ADMINISTRATOR' },
    ],
    ...row,
  });
  const work = new Work();
  return { time, reader, work, sessions: new SessionService(work, reader, { now: () => new Date(time.now) }, { idleMs: 10 * MINUTE, absoluteMs: 60 * MINUTE, cacheMs: 2_000 }), token: newSecretToken(32).text };
}

describe('SessionService', () => {
  it('makes an actor of posts, membership and grants, without names', async () => {
    const { sessions, token } = build();
    expect((await sessions.authenticate(token)).actor).toEqual({
      accountId: 'a',
      memberId: 'm',
      capacities: [
        { kind: 'MEMBER', organisationId: 'o' },
        { kind: 'POST', organisationId: 'o', organisationRole: 'SUBORDINATE_CELL', body: 'CELL_COMMITTEE', post: 'SECRETARY', isHead: true },
        { kind: 'GRANT', role: 'ADMINISTRATOR', organisationId: null },
      ],
    });
  });

  it('reads once for requests that come close together, again after two seconds', async () => {
    const { sessions, token, reader, time } = build();
    await Promise.all([sessions.authenticate(token), sessions.authenticate(token)]);
    time.now += 1_999;
    await sessions.authenticate(token);
    expect(reader.reads).toBe(1);
    time.now += 1;
    await sessions.authenticate(token);
    expect(reader.reads).toBe(2);
  });

  it('slides while it is used, writing at most once a minute', async () => {
    const { sessions, token, reader, time } = build();
    for (let minute = 0; minute < 20; minute++) {
      time.now += 0.9 * MINUTE;
      await sessions.authenticate(token);
    }
    expect(reader.touches.length).toBe(10);
  });

  it.each([
    ['idle', { lastSeenAt: new Date(Date.UTC(2026, 0, 1) - 10 * MINUTE) }, 'SESSION.EXPIRED'],
    ['old', { expiresAt: new Date(Date.UTC(2026, 0, 1)) }, 'SESSION.EXPIRED'],
    ['disabled', { disabled: true }, 'SESSION.REQUIRED'],
  ] as const)('refuses an %s one', async (_name, row, code) => {
    const { sessions, token } = build(row);
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code, kind: 'unauthenticated' });
  });

  it('does not ask the database for what cannot be a token', async () => {
    const { sessions, reader } = build();
    for (const token of [undefined, '', 'short', `${'x'.repeat(42)}!`]) await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.REQUIRED' });
    expect(reader.reads).toBe(0);
  });

  it('remembers neither an unknown token nor a failure', async () => {
    const { sessions, reader, token } = build();
    const row = reader.row;
    reader.row = null;
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.REQUIRED' });
    reader.row = row;
    await expect(sessions.authenticate(token)).resolves.toBeDefined();
  });

  it('ends at once where it is logged out', async () => {
    const { sessions, reader, token, work } = build();
    const signedIn = await sessions.authenticate(token);
    await sessions.end(signedIn);
    reader.row = null;
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.REQUIRED' });
    expect(work.ended).toEqual([signedIn.tokenHash]);
  });
});

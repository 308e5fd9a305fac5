import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeCluster } from '@binhxet/platform/servers';
import pg from 'pg';
import { issueAdministratorCode } from '../stack/administrator.js';
import { startStack, type Stack } from '../stack/start-stack.js';
import { openingOf, population, type CellSize } from './population.js';
import { lanes, Wire, type Session } from './wire.js';

/** A member of the population as the bench knows it. */
export interface Someone {
  readonly code: string;
  readonly cell: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly reviewId: string;
}

export interface WorldOptions {
  readonly cells: readonly CellSize[];
  readonly say: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** default: a folder that is removed at the end */
  readonly dataDir?: string;
}

const ACTIVATIONS_AT_ONCE = 16;

/** A whole installation, started for the bench, with a cycle whose cells write their self-reviews. */
export class World {
  private readonly sessions = new Map<string, Session>();

  private constructor(
    readonly stack: Stack,
    readonly wire: Wire,
    /** the superuser's connection: for setting up and looking, never for what is measured */
    readonly sql: pg.Pool,
    readonly cycleId: string,
    readonly chair: Session,
    private readonly administrator: Session,
    private readonly everybody: ReadonlyMap<string, readonly Someone[]>,
    private readonly remove: () => void,
  ) {}

  static async open(options: WorldOptions): Promise<World> {
    const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'binhxet-bench-'));
    const remove = () => {
      if (options.dataDir !== undefined) return;
      removeCluster(path.join(dataDir, 'pg'));
      rmSync(dataDir, { recursive: true, force: true });
    };
    const stack = await startStack({
      dataDir,
      env: options.env,
      signal: options.signal,
      onStep: (label) => options.say(`${label.vi} · ${label.en}`),
      onProgress: options.say,
    });
    try {
      const wire = new Wire(stack.urls.web);
      const sql = new pg.Pool({ connectionString: stack.database.superuserUrl, max: 4 });
      sql.on('error', () => undefined);
      const { code } = await issueAdministratorCode(stack.database.urls.bx_api, 'bench');
      const administrator = await wire.activate(code);
      const { files, chair: chairCode } = population(options.cells);
      await wire.must({ method: 'POST', path: '/imports', session: administrator, body: { files } });
      const chair = await wire.activate(await codeFor(wire, administrator, chairCode));
      const { cycleId } = await wire.must<{ cycleId: string }>({ method: 'POST', path: '/cycles', session: chair, body: openingOf() });
      await untilWriting(sql, cycleId, options.cells.length);
      return new World(stack, wire, sql, cycleId, chair, administrator, await people(sql, cycleId), remove);
    } catch (error) {
      await stack.stop();
      remove();
      throw error;
    }
  }

  /** A request of the administrator. @throws Error when it is refused */
  admin<T>(method: 'POST', path: string, body: unknown): Promise<T> {
    return this.wire.must<T>({ method, path, session: this.administrator, body });
  }

  /** Members of a cell in the order of their codes; the first is the secretary. */
  cell(code: string): readonly Someone[] {
    return this.everybody.get(code) ?? [];
  }

  /** Opens a session for each who has none yet, by one-time code and over HTTP. */
  async signIn(people: readonly Someone[]): Promise<void> {
    const missing = people.filter((person) => !this.sessions.has(person.code));
    if (missing.length === 0) return;
    const issued = await this.wire.must<{ memberCode: string; code: string }[]>({
      method: 'POST',
      path: '/accounts/activation-codes',
      session: this.administrator,
      body: { memberCodes: missing.map((person) => person.code) },
    });
    await lanes(issued, ACTIVATIONS_AT_ONCE, async ({ memberCode, code }) => void this.sessions.set(memberCode, await this.wire.activate(code)));
  }

  /** @throws Error when nobody has signed in under that code */
  session(code: string): Session {
    const session = this.sessions.get(code);
    if (!session) throw new Error(`${code} has not signed in`);
    return session;
  }

  /** After a bulk change: the planner should know, and nothing should be left to clean up while something is measured. */
  async tidy(): Promise<void> {
    await this.sql.query('vacuum analyze');
  }

  async close(): Promise<void> {
    this.wire.close();
    await this.sql.end();
    await this.stack.stop();
    this.remove();
  }
}

async function codeFor(wire: Wire, administrator: Session, memberCode: string): Promise<string> {
  const [issued] = await wire.must<{ code: string }[]>({ method: 'POST', path: '/accounts/activation-codes', session: administrator, body: { memberCodes: [memberCode] } });
  if (!issued) throw new Error(`no account for ${memberCode}`);
  return issued.code;
}

/** The workflows of the cells open their steps by themselves. */
async function untilWriting(sql: pg.Pool, cycleId: string, cells: number): Promise<void> {
  const giveUp = performance.now() + 300_000;
  for (;;) {
    const { rows } = await sql.query<{ n: number }>(`select count(*)::int as n from app.step where cycle_id = $1 and kind = 'SELF_REVIEW' and state = 'OPEN'`, [cycleId]);
    if ((rows[0]?.n ?? 0) >= cells) return;
    if (performance.now() > giveUp) throw new Error(`only ${rows[0]?.n} of ${cells} cells have opened their self-reviews`);
    await wait(200);
  }
}

async function people(sql: pg.Pool, cycleId: string): Promise<Map<string, Someone[]>> {
  const { rows } = await sql.query<Someone>(
    `select m.code, u.code as cell, m.id as "memberId", a.id as "accountId", r.id as "reviewId"
       from app.review r join app.member m on m.id = r.subject_id join app.cycle_unit u on u.cycle_id = r.cycle_id and u.organisation_id = r.organisation_id
       left join app.account a on a.member_id = m.id
      where r.cycle_id = $1 and r.subject_kind = 'MEMBER' order by m.code`,
    [cycleId],
  );
  const byCell = new Map<string, Someone[]>();
  for (const row of rows) byCell.set(row.cell, [...(byCell.get(row.cell) ?? []), row]);
  return byCell;
}

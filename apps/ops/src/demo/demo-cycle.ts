import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { type CyclePlan } from '@binhxet/application';
import { type LegalDate } from '@binhxet/domain';
import { Attempts } from '../cycle/attempts.js';
import { type Cast, type Person } from '../cycle/cast.js';
import { Desk, type DeskLimits } from '../cycle/desk.js';
import { eachAtOnce } from '../cycle/gate.js';
import { Refused } from '../cycle/http-client.js';
import { MeetingRoom } from '../cycle/meeting-room.js';
import { Papers } from '../cycle/papers.js';
import { BoardWatch, type Stand } from '../cycle/progress-board.js';
import { Script } from '../cycle/script.js';
import { type Scenario } from '../scenario/load-scenario.js';

export type Overview = Schemas['UnitOverview'];

const POLL_MS = [40, 80, 160, 320] as const;
/** A body that does not move for this long on servers that answer waits for something the demo does not know. */
const STANDSTILL_MS = 120_000;

/** One superior's cycle on the real clock, taken as far as wanted: each body acts through its own people until it is there. */
export class DemoCycle {
  readonly script: Script;
  readonly id: string;
  readonly papers: Papers;
  private readonly room: MeetingRoom;
  private readonly attempts: Attempts;
  private readonly desks = new Map<string, Desk>();
  private readonly watch: BoardWatch;
  private board: { readonly at: number; readonly rows: Promise<readonly Stand[]> } | undefined;

  constructor(
    private readonly scenario: Scenario,
    readonly cast: Cast,
    private readonly today: LegalDate,
    private readonly signal: AbortSignal,
  ) {
    this.script = new Script(scenario);
    this.id = `${this.script.superior}.${this.script.year.period}`;
    this.papers = new Papers(this.script, this.id);
    this.attempts = new Attempts(this.script, cast, this.id);
    this.room = new MeetingRoom(this.script, cast, this.attempts, signal);
    this.watch = new BoardWatch(this.chair, this.id);
  }

  get chair(): Person {
    return this.leader(this.script.superior);
  }

  leader(organisation: string): Person {
    return this.cast.person(this.script.leaders(organisation)[0] ?? '');
  }

  /** Cells below an organisation; a grassroots cell is its own. */
  cellsOf(organisation: string): string[] {
    return [...this.script.membersOf.keys()].filter(
      (code) => code === organisation || code.startsWith(`${organisation}-`),
    );
  }

  /** Opened by the superior, or found opened; returns once the tree is frozen and every body has begun. */
  async open(plan: CyclePlan): Promise<void> {
    const { period, packs, settings } = this.script.year;
    const body = { superiorCode: this.script.superior, period, clock: 'REAL', packs, settings, plan, simulated: true };
    await this.chair.post<Schemas['OpenedCycle']>('/cycles', body).catch((error: unknown) => {
      if (!(error instanceof Refused && error.code === 'CYCLE.EXISTS')) throw error;
    });
    await this.until(this.id, async () => {
      const board = await this.watch.look().catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null; // not frozen yet
        throw error;
      });
      return board !== null && board.rows.length > 0 && board.moving.length === 0;
    });
  }

  /** Everybody of these cells hands in. */
  async writeAll(cells: readonly string[], atOnce: number): Promise<void> {
    const members = cells.flatMap((cell) => this.script.membersOf.get(cell) ?? []);
    await eachAtOnce(members, atOnce, async ({ code }) => void (await this.papers.writeOwn(this.cast.person(code))));
  }

  /**
   * Lets a body work until it has come to where it is wanted.
   * @param reached asked before each act
   */
  async bring(
    organisation: string,
    reached: (row: Stand) => boolean | Promise<boolean>,
    limits: DeskLimits = {},
  ): Promise<void> {
    await this.until(organisation, async (changed) => {
      const row = (await this.rows()).find((each) => each.code === organisation);
      if (row && (await reached(row))) return true;
      if ((await this.desk(organisation).work(this.today, limits)) > 0) changed();
      return false;
    });
  }

  overview(organisation: string): Promise<Overview> {
    return this.leader(organisation).get<Overview>(`/cycles/${this.id}/units/${organisation}`);
  }

  /** The meeting a body convened last, as its chair sees it; null before the first. */
  async latestRoom(organisation: string): Promise<Schemas['MeetingRoom'] | null> {
    const latest = (await this.overview(organisation)).meetings.at(-1);
    return latest ? this.leader(organisation).get<Schemas['MeetingRoom']>(`/meetings/${latest.id}`) : null;
  }

  /** @throws Error when nothing changes for long */
  async until(what: string, there: (changed: () => void) => Promise<boolean>): Promise<void> {
    let since = performance.now();
    let nth = 0;
    const changed = () => {
      since = performance.now();
      nth = 0;
    };
    while (!(await there(changed))) {
      if (performance.now() - since > STANDSTILL_MS) throw new Error(`${what} does not move`);
      await wait(POLL_MS[Math.min(nth++, POLL_MS.length - 1)], undefined, { signal: this.signal });
    }
  }

  private desk(organisation: string): Desk {
    let desk = this.desks.get(organisation);
    if (!desk) {
      desk = new Desk(organisation, this.id, this.script, this.cast, this.papers, this.room, this.attempts);
      this.desks.set(organisation, desk);
    }
    return desk;
  }

  /** Bodies at work at a time share one look at the progress page. */
  private rows(): Promise<readonly Stand[]> {
    const now = performance.now();
    if (!this.board || now - this.board.at > POLL_MS[0])
      this.board = { at: now, rows: this.watch.look().then((board) => board.rows) };
    return this.board.rows;
  }
}

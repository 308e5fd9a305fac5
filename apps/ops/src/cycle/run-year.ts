import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { Attempts } from './attempts.js';
import { type Cast, type Person } from './cast.js';
import { Desk } from './desk.js';
import { eachAtOnce } from './gate.js';
import { Refused } from './http-client.js';
import { MeetingRoom } from './meeting-room.js';
import { Papers } from './papers.js';
import { readBoard, type Board } from './progress-board.js';
import { type Script } from './script.js';

/** The year came to its last day and is not over, or stands still. */
export class YearNotOver extends Error {}

export interface YearObserver {
  /** Work done so far, of what is foreseen. */
  progress(done: number, foreseen: number, day: string): void;
}

export interface YearOptions {
  /** People and bodies at work at a time. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly observer: YearObserver;
}

const POLL_MS = [50, 100, 200, 400] as const;
/** A page of so many units is looked at as often as that; a longer one less often. */
const ROWS_OF_A_POLL = 60;
/** The engine may be away for a while; after this long without any change nobody waits for it. */
const STANDSTILL_MS = 240_000;
/** When nothing is left to do on any later day, whatever comes must come from the engine. */
const LAST_PATIENCE_MS = 60_000;

/** Lives through the cycle day by day. Everything the simulated people know they read from their own pages. */
export class Year {
  readonly attempts: Attempts;
  private readonly papers: Papers;
  private readonly room: MeetingRoom;
  private readonly desks = new Map<string, Desk>();
  private readonly returned = new Set<string>();
  /** When somebody who owes a paper last looked into the inbox. */
  private readonly lookedOn = new Map<string, string>();
  /** Day and state in which a body found nothing to do. */
  private readonly idle = new Map<string, string>();
  private done = 0;
  private readonly foreseen: number;
  private readonly chair: Person;

  constructor(
    private readonly cycleId: string,
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly options: YearOptions,
  ) {
    this.attempts = new Attempts(script, cast, cycleId);
    this.papers = new Papers(script, cycleId);
    this.room = new MeetingRoom(script, cast, this.attempts, options.signal);
    this.foreseen = script.member.size + 6 * (script.membersOf.size + script.unitCount);
    this.chair = cast.person(script.leaders(script.superior)[0] ?? '');
  }

  /** @returns days lived. @throws YearNotOver */
  async live(): Promise<number> {
    let lived = 0;
    await this.opened();
    for (const day of this.script.days) {
      if (lived > 0) await this.chair.post<Schemas['MovedClock']>(`/cycles/${this.cycleId}/clock`, { date: day });
      lived += 1;
      if (await this.liveDay(day)) return lived;
    }
    throw new YearNotOver(`${this.script.year.clock.until}: ${(await this.state()).state}`);
  }

  /** The tree is frozen and every body has begun. */
  private async opened(): Promise<void> {
    const until = performance.now() + STANDSTILL_MS;
    for (let nth = 0; ; nth++) {
      const board = await readBoard(this.chair, this.cycleId).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null; // not frozen yet
        throw error;
      });
      if (board && board.rows.length > 0 && board.moving.length === 0) return;
      if (performance.now() > until) throw new YearNotOver(`${this.cycleId}: ${(await this.state()).state}`);
      await this.pause(nth, board?.rows.length ?? 0);
    }
  }

  /** @returns whether the cycle is over */
  private async liveDay(day: string): Promise<boolean> {
    await this.settle(day);
    await this.writePapers(day);
    const again = await this.papers.sendBack((code) => this.cast.person(code), this.returned);
    await eachAtOnce(again, this.options.atOnce, async (code) =>
      this.count(await this.papers.writeOwn(this.cast.person(code)), day),
    );
    for (;;) {
      const board = await this.settle(day);
      const acts = (await this.atDesks(board, day)) + (await this.writeLate(board, day));
      if (acts === 0 && board.moving.length === 0 && !(await this.lastThings(day))) break;
    }
    await this.attempts.onDay(day);
    return (await this.state()).state === 'CLOSED';
  }

  /** Waits until somebody has something new to look at, or the engine has moved everything that is in. */
  private async settle(day: string): Promise<Board> {
    let last = '';
    let since = performance.now();
    for (let nth = 0; ; nth++) {
      const board = await readBoard(this.chair, this.cycleId);
      if (board.moving.length === 0 || this.fresh(board, day).length > 0) return board;
      const seen = [...board.prints.values()].join();
      if (seen !== last) {
        last = seen;
        since = performance.now();
      } else if (performance.now() - since > STANDSTILL_MS)
        throw new YearNotOver(
          `${day}: ${board.moving
            .slice(0, 5)
            .map((code) => `${code} (${board.prints.get(code)})`)
            .join('; ')}`,
        );
      await this.pause(nth, board.rows.length);
    }
  }

  /** Bodies that had nothing to do when they last looked are not asked again before something changes, or a new day comes. */
  private fresh(board: Board, day: string): string[] {
    return board.acting.filter((code) => this.idle.get(code) !== `${day} ${board.prints.get(code)}`);
  }

  private async writePapers(day: string): Promise<void> {
    const today = [...this.script.member.keys()].filter(
      (code) => this.script.paperDay(code) === day && !this.papers.handedIn.has(code),
    );
    await eachAtOnce(today, this.options.atOnce, async (code) => {
      if ((await this.papers.writeOwn(this.cast.person(code))) === 0) this.papers.notAsked.add(code);
      this.count(1, day);
    });
  }

  private async atDesks(board: Board, day: string): Promise<number> {
    let acts = 0;
    await eachAtOnce(this.fresh(board, day), this.options.atOnce, async (code) => {
      const done = await this.desk(code).work(day);
      if (done === 0) this.idle.set(code, `${day} ${board.prints.get(code)}`);
      acts += done;
      this.count(done, day);
    });
    return acts;
  }

  /** Whoever missed the meeting or the day of the papers looks again when papers are waited for; once a day is enough. */
  private async writeLate(board: Board, day: string): Promise<number> {
    if (board.latePapers === 0) return 0;
    const late = [...this.script.member.keys()].filter(
      (code) => this.owes(code, day) && this.lookedOn.get(code) !== `${day} ${board.latePapers}`,
    );
    let written = 0;
    await eachAtOnce(late, this.options.atOnce, async (code) => {
      this.lookedOn.set(code, `${day} ${board.latePapers}`);
      written += await this.papers.writeOwn(this.cast.person(code));
    });
    this.count(written, day);
    return written;
  }

  /** A paper is not in, though its day has passed, and somebody asked for it. */
  private owes(code: string, day: string): boolean {
    if (
      this.papers.handedIn.has(code) ||
      this.papers.notAsked.has(code) ||
      this.script.never(code) ||
      this.script.exempt(code)
    )
      return false;
    const planned = this.script.paperDay(code);
    return planned === null || planned < day;
  }

  /** On the last days the engine alone brings the next thing: give it time before the clock goes on. */
  private async lastThings(day: string): Promise<boolean> {
    if (day <= this.script.lastPlannedDay || (await this.state()).state === 'CLOSED') return false;
    const until = performance.now() + LAST_PATIENCE_MS;
    for (let nth = 0; performance.now() < until; nth++) {
      const board = await readBoard(this.chair, this.cycleId);
      if (board.moving.length > 0 || (await this.state()).state === 'CLOSED') return true;
      if ((await this.atDesks(board, day)) > 0) return true;
      await this.pause(nth, 4 * board.rows.length);
    }
    return false;
  }

  /** Longer where the progress page is longer: looking at it is work for the server. */
  private pause(nth: number, rows: number): Promise<void> {
    const ms = (POLL_MS[Math.min(nth, POLL_MS.length - 1)] ?? 0) * Math.min(Math.max(rows / ROWS_OF_A_POLL, 1), 5);
    return wait(ms, undefined, { signal: this.options.signal });
  }

  private desk(organisation: string): Desk {
    let desk = this.desks.get(organisation);
    if (!desk) {
      desk = new Desk(organisation, this.cycleId, this.script, this.cast, this.papers, this.room, this.attempts);
      this.desks.set(organisation, desk);
    }
    return desk;
  }

  private state(): Promise<Schemas['Cycle']> {
    return this.chair.get<Schemas['Cycle']>(`/cycles/${this.cycleId}`);
  }

  private count(acts: number, day: string): void {
    this.done += acts;
    this.options.observer.progress(this.done, this.foreseen, day);
  }
}

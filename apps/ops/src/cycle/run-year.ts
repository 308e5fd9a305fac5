import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { Attempts } from './attempts.js';
import { type Cast, type Person } from './cast.js';
import { Crew } from './crew.js';
import { Desk } from './desk.js';
import { eachAtOnce } from './gate.js';
import { Refused } from './http-client.js';
import { MeetingRoom } from './meeting-room.js';
import { Papers } from './papers.js';
import { type Board, BoardWatch } from './progress-board.js';
import { type Script } from './script.js';
import { Stopwatch } from './stopwatch.js';

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

/** Looking at the board is work for the server: the pause is so many times as long as the look took. */
const PAUSE_PER_LOOK = 4;
const SHORTEST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 400;
/** The engine may be away for a while; after this long without any change nobody waits for it. */
const STANDSTILL_MS = 240_000;
/** When nothing is left to do on any later day, whatever comes must come from the engine. */
const LAST_PATIENCE_MS = 60_000;

/** What a body had before it when it found nothing to do, and the day from which that changes by itself. */
interface Idle {
  readonly print: string;
  readonly until: string | null;
}

/** Lives through the cycle day by day. Everything the simulated people know they read from their own pages. */
export class Year {
  readonly attempts: Attempts;
  readonly watch = new Stopwatch();
  readonly room: MeetingRoom;
  private readonly papers: Papers;
  private readonly board: BoardWatch;
  private readonly crew: Crew;
  private readonly desks = new Map<string, Desk>();
  private readonly returned = new Set<string>();
  /** When somebody who owes a paper last looked into the inbox. */
  private readonly lookedOn = new Map<string, string>();
  private readonly idle = new Map<string, Idle>();
  private lastLookMs = SHORTEST_PAUSE_MS;
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
    this.crew = new Crew(options.atOnce);
    this.foreseen = script.member.size + 6 * (script.membersOf.size + script.unitCount);
    this.chair = cast.person(script.leaders(script.superior)[0] ?? '');
    this.board = new BoardWatch(this.chair, cycleId);
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
    for (;;) {
      const board = await this.look().catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null; // not frozen yet
        throw error;
      });
      if (board && board.rows.length > 0 && board.moving.length === 0) return;
      if (performance.now() > until) throw new YearNotOver(`${this.cycleId}: ${(await this.state()).state}`);
      await this.pause(LONGEST_PAUSE_MS / 2);
    }
  }

  /** @returns whether the cycle is over */
  private async liveDay(day: string): Promise<boolean> {
    await this.watch.measure('acting', () => this.papersOf(day));
    do await this.untilQuiet(day);
    while (await this.lastThings(day));
    await this.watch.measure('acting', () => this.attempts.onDay(day));
    return (await this.state()).state === 'CLOSED';
  }

  private async papersOf(day: string): Promise<void> {
    await this.writePapers(day);
    const again = await this.papers.sendBack((code) => this.cast.person(code), this.returned);
    await eachAtOnce(again, this.options.atOnce, async (code) =>
      this.count(await this.papers.writeOwn(this.cast.person(code)), day),
    );
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

  /** Bodies and late writers act as soon as there is something for them, until nobody can do more today and the engine is at rest. */
  private async untilQuiet(day: string): Promise<void> {
    let last: Board | undefined;
    let since = performance.now();
    for (;;) {
      const alone = this.crew.size === 0;
      const board = await this.look();
      this.crew.assertWell();
      const started = this.startBodies(board, day) + this.startLateWriters(board, day);
      if (alone && started === 0 && board.moving.length === 0) return;
      if (board !== last || this.crew.size > 0) since = performance.now();
      else if (performance.now() - since > STANDSTILL_MS) throw standstill(day, board);
      last = board;
      await this.pause(LONGEST_PAUSE_MS);
    }
  }

  /** Bodies that had nothing to do when they last looked are not asked again before something changes, or the day comes they wait for. */
  private fresh(board: Board, day: string): string[] {
    const lastDays = day > this.script.lastPlannedDay;
    return board.acting.filter((code) => {
      if (this.crew.isBusy(code)) return false;
      const idle = this.idle.get(code);
      const print = board.prints.get(code);
      if (!idle || idle.print !== (lastDays ? `${day} ${print}` : print)) return true;
      return idle.until !== null && day >= idle.until;
    });
  }

  private startBodies(board: Board, day: string): number {
    const fresh = this.fresh(board, day);
    const lastDays = day > this.script.lastPlannedDay;
    for (const code of fresh) {
      const print = board.prints.get(code) ?? '';
      this.crew.start(code, async () => {
        const desk = this.desk(code);
        const done = await desk.work(day);
        if (done === 0) this.idle.set(code, { print: lastDays ? `${day} ${print}` : print, until: desk.waitsFor });
        this.count(done, day);
      });
    }
    return fresh.length;
  }

  /** Whoever missed the meeting or the day of the papers looks again when the own cell waits for papers; once a day is enough. */
  private startLateWriters(board: Board, day: string): number {
    let started = 0;
    for (const [cell, papers] of board.latePapers) {
      for (const { code } of this.script.membersOf.get(cell) ?? []) {
        const seen = `${day} ${papers}`;
        if (this.crew.isBusy(code) || !this.owes(code, day) || this.lookedOn.get(code) === seen) continue;
        this.lookedOn.set(code, seen);
        started += 1;
        this.crew.start(code, async () => this.count(await this.papers.writeOwn(this.cast.person(code)), day));
      }
    }
    return started;
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

  /** On the last days the engine alone brings the next thing: give it time before the clock goes on. @returns whether something came */
  private async lastThings(day: string): Promise<boolean> {
    if (day <= this.script.lastPlannedDay || (await this.state()).state === 'CLOSED') return false;
    const before = await this.look();
    const until = performance.now() + LAST_PATIENCE_MS;
    while (performance.now() < until) {
      if ((await this.look()) !== before) return true;
      if ((await this.state()).state === 'CLOSED') return false;
      await this.pause(2 * LONGEST_PAUSE_MS, LONGEST_PAUSE_MS);
    }
    return false;
  }

  private async look(): Promise<Board> {
    const began = performance.now();
    const board = await this.watch.measure('looking', () => this.board.look());
    this.lastLookMs = performance.now() - began;
    return board;
  }

  /** People at work make it time of acting. */
  private pause(longest: number, shortest = SHORTEST_PAUSE_MS): Promise<void> {
    const ms = Math.min(Math.max(PAUSE_PER_LOOK * this.lastLookMs, shortest), longest);
    return this.watch.measure(this.crew.size > 0 ? 'acting' : 'waiting', () =>
      wait(ms, undefined, { signal: this.options.signal }),
    );
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

function standstill(day: string, board: Board): YearNotOver {
  const bodies = board.moving.slice(0, 5).map((code) => `${code} (${board.prints.get(code)})`);
  return new YearNotOver(`${day}: ${bodies.join('; ')}`);
}

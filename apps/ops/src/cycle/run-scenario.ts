import { type Schemas } from '@binhxet/api-client';
import { type Label, RUN_LABELS } from '@binhxet/messages';
import { setTimeout as wait } from 'node:timers/promises';
import { EXIT } from '../launch-error.js';
import { readExpected, type Scenario } from '../scenario/load-scenario.js';
import { type Terminal } from '../terminal.js';
import { type AttemptOutcome } from './attempts.js';
import { Cast, Person } from './cast.js';
import { compareYears, type Figure, figuresOf } from './figures.js';
import { HttpClient } from './http-client.js';
import { personBallotFigures } from './person-ballots.js';
import { publishRules } from './publish-rules.js';
import { openingDayOf } from '../scenario/scenario-head.js';
import { readRegistrations, type Registration, registrationFigures } from './registration.js';
import { type Commended, type CycleResult, readCommended } from './report.js';
import { FirstHalf } from './mid-year.js';
import { Year, type YearObserver } from './run-year.js';
import { Script } from './script.js';
import { type Stopwatch } from './stopwatch.js';
import { layDown, recordWork, targetFigures, whatIfFigures, workFigures } from './year-around.js';

export interface RunOptions {
  /** address of the servers, without `/api` */
  readonly server: string;
  /** one-time code of an administrator */
  readonly administratorCode: string;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  readonly observer: YearObserver;
  /** time the servers took to start, for the record */
  readonly startMs: number;
  readonly atOnce?: number;
  /** folder of rule files that the administrator publishes first */
  readonly rules?: string;
  /** rating pack that rules the year, in place of the one the folder names */
  readonly rating?: string;
}

/** People and bodies at work at a time. */
const AT_ONCE = 24;
/** Routes in the record of a run. */
const ROUTES_LISTED = 12;
/** The last entries of the year become part of the signed log within a second or two. */
const LEDGER_PATIENCE_MS = 30_000;

/**
 * Imports a scenario, lives through its years over HTTP, one after the other, and compares what came out with what the folder expects.
 * What a year ends with is history for the next. `expected.yaml` is opened after the last act of the last year.
 */
export async function runScenario(scenario: Scenario, options: RunOptions): Promise<CycleResult> {
  const { terminal, signal } = options;
  const atOnce = options.atOnce ?? AT_ONCE;
  const began = performance.now();
  const http = new HttpClient(options.server, atOnce, signal);
  try {
    const administrator = new Person('administrator', http, async () => options.administratorCode);
    const cast = new Cast(http, administrator);
    if (options.rules !== undefined) {
      terminal.step(RUN_LABELS.publishing);
      for (const name of await publishRules(administrator, options.rules)) terminal.note(name);
    }
    terminal.step(RUN_LABELS.importing);
    await administrator.post<Schemas['ImportAnswer']>('/imports', {
      files: scenario.tables.map(({ name, kind, columns, rows }) => ({ name, kind, columns, rows })),
    });
    const imported = performance.now();
    terminal.step(RUN_LABELS.issuingCodes);
    await cast.issueCodes();
    const years = scenario.head.years.map((year) => new Script(scenario, year));
    await chairOf(years[0]!, cast).get('/auth/session');
    const signedIn = performance.now();

    await layDown(scenario, chairOf(years[0]!, cast), administrator);
    const lived: LivedYear[] = [];
    for (const script of years) lived.push(await liveYear(scenario, script, cast, { ...options, atOnce }));
    const last = lived.at(-1)!;
    const report = await integrated(last.chair, last.id, signal);
    const results = compareYears(
      lived.map(({ year, figures }) => ({ year, figures })),
      readExpected(scenario.folder),
    );
    const refusals = lived.flatMap((year) => year.refusals);
    const agrees = results.every((row) => row.agrees !== false) && refusals.every((refusal) => refusal.agrees);
    const sum = (of: (year: LivedYear) => number) => Math.round(lived.reduce((total, year) => total + of(year), 0));
    return {
      format: 'binhxet-cycle-result/1',
      scenario: scenario.head.name,
      simulated: scenario.head.simulated,
      seed: scenario.head.seed,
      input: { sha256: scenario.sha256 },
      cycles: lived.map(({ id, year, cycle, settings, ms }) => ({
        id,
        year,
        state: cycle.state,
        packs: cycle.pins,
        settings,
        settingsHash: cycle.settingsHash,
        snapshotHash: cycle.snapshotHash,
        ms: Math.round(ms),
      })),
      results,
      refusals,
      commended: lived.flatMap((year) => year.commended),
      fiveYear: lived.flatMap((year) => year.fiveYear),
      registrations: lived.flatMap((year) => year.registrations),
      quota: lived.flatMap((year) => year.quota),
      ledger: report.ledger && {
        size: report.ledger.size,
        checkpoint: report.ledger.checkpoint,
        verifierKey: report.ledger.verifierKey,
      },
      timings: {
        startMs: Math.round(options.startMs),
        importMs: Math.round(imported - began),
        signInMs: Math.round(signedIn - imported),
        cycleMs: sum((year) => year.ms),
        totalMs: Math.round(performance.now() - began + options.startMs),
        actingMs: sum((year) => year.watch.times.acting),
        lookingMs: sum((year) => year.watch.times.looking),
        waitingMs: sum((year) => year.watch.times.waiting),
        requests: http.stats.requests,
        repeatedRequests: http.stats.repeated,
        days: sum((year) => year.days),
        routes: http.routes.slowest(ROUTES_LISTED),
      },
      exitCode: agrees ? EXIT.OK : EXIT.DIFFERENT,
    };
  } finally {
    http.close();
  }
}

/** What one year leaves behind. */
interface LivedYear {
  readonly id: string;
  readonly year: number;
  readonly chair: Person;
  readonly cycle: Schemas['Cycle'];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly figures: readonly Figure[];
  readonly refusals: readonly AttemptOutcome[];
  readonly registrations: readonly Registration[];
  readonly commended: readonly Commended[];
  readonly fiveYear: readonly Commended[];
  readonly quota: Schemas['CycleReport']['quota'];
  readonly watch: Stopwatch;
  readonly days: number;
  readonly ms: number;
}

const chairOf = (script: Script, cast: Cast): Person => cast.person(script.leaders(script.superior)[0] ?? '');

/** Opens the cycle of one year, lives through it and reads its report. */
async function liveYear(
  scenario: Scenario,
  script: Script,
  cast: Cast,
  options: RunOptions & { readonly atOnce: number },
): Promise<LivedYear> {
  const { terminal } = options;
  const began = performance.now();
  const chair = chairOf(script, cast);
  const { period, packs, settings, plan, clock } = script.year;
  const several = scenario.head.years.length > 1;
  const { registration, midYear } = script.year;
  const early = registration !== undefined || midYear !== undefined;
  if (!early) await recordWork(scenario, script, cast, options.atOnce);
  terminal.step(several ? numbered(RUN_LABELS.opening, period) : RUN_LABELS.opening);
  const { cycleId: id } = await chair.post<Schemas['OpenedCycle']>('/cycles', {
    superiorCode: script.superior,
    period,
    clock: clock.mode,
    clockOn: openingDayOf(script.year),
    ...(early ? {} : { packs: options.rating === undefined ? packs : { ...packs, rating: options.rating } }),
    settings,
    plan: early
      ? { ...(registration && { registration: registration.dueOn }), ...(midYear && { midYear: midYear.heldOn }) }
      : plan,
    simulated: scenario.head.simulated,
  });
  terminal.step(several ? numbered(RUN_LABELS.living, period) : RUN_LABELS.living);
  const firstHalf = await new FirstHalf(scenario, script, cast, chair, id, options).live();
  const life = new Year(id, script, cast, options);
  const days = await life.live();
  const ms = performance.now() - began;

  const year = script.ratingYear;
  const cycle = await chair.get<Schemas['Cycle']>(`/cycles/${id}`);
  const report = await chair.get<Schemas['CycleReport']>(`/cycles/${id}/report`);
  const registrations = await readRegistrations(script, chair, id);
  const commended = await readCommended(chair, id, year, 'commended');
  const byAward = new Map<string, string[]>();
  for (const row of commended) byAward.set(row.awardId, [...(byAward.get(row.awardId) ?? []), row.code]);
  return {
    id,
    year,
    chair,
    cycle,
    settings,
    figures: [
      ...figuresOf(report, byAward),
      ...firstHalf,
      ...registrationFigures(registrations),
      ...(await targetFigures(scenario, chair, id)),
      ...(await workFigures(chair, id)),
      ...(await whatIfFigures(script, chair, id)),
      ...personBallotFigures(life.room.personBallots.held),
    ],
    refusals: life.attempts.outcomes(),
    registrations,
    commended,
    fiveYear: await readCommended(chair, id, year, 'several-years'),
    quota: report.quota,
    watch: life.watch,
    days,
    ms,
  };
}

const numbered = (label: Label, year: string): Label => ({ vi: `${label.vi} ${year}`, en: `${label.en} ${year}` });

/** The report once the signed log has stopped growing. */
async function integrated(person: Person, cycleId: string, signal: AbortSignal): Promise<Schemas['CycleReport']> {
  const until = performance.now() + LEDGER_PATIENCE_MS;
  for (let size = -1; ;) {
    const report = await person.get<Schemas['CycleReport']>(`/cycles/${cycleId}/report`);
    if (report.ledger !== null && report.ledger.size === size) return report;
    if (performance.now() > until) return report;
    size = report.ledger?.size ?? -1;
    await wait(1500, undefined, { signal });
  }
}

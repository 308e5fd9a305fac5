import { type Schemas } from '@binhxet/api-client';
import { RUN_LABELS } from '@binhxet/messages';
import { setTimeout as wait } from 'node:timers/promises';
import { EXIT } from '../launch-error.js';
import { readExpected, type Scenario } from '../scenario/load-scenario.js';
import { type Terminal } from '../terminal.js';
import { Cast, Person } from './cast.js';
import { compare, figuresOf } from './figures.js';
import { HttpClient } from './http-client.js';
import { publishRules } from './publish-rules.js';
import { type CycleResult, readCommended } from './report.js';
import { Script } from './script.js';
import { Year, type YearObserver } from './run-year.js';

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
/** The last entries of the year become part of the signed log within a second or two. */
const LEDGER_PATIENCE_MS = 30_000;

/**
 * Imports a scenario, lives through its year over HTTP and compares what came out with what the folder expects.
 * `expected.yaml` is opened after the last act.
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
    const script = new Script(scenario);
    const chair = cast.person(script.leaders(script.superior)[0] ?? '');
    await chair.get('/auth/session');
    const signedIn = performance.now();

    terminal.step(RUN_LABELS.opening);
    const { period, packs, settings, plan, clock } = script.year;
    const { cycleId } = await chair.post<Schemas['OpenedCycle']>('/cycles', {
      superiorCode: script.superior,
      period,
      clock: clock.mode,
      clockOn: clock.from,
      packs: options.rating === undefined ? packs : { ...packs, rating: options.rating },
      settings,
      plan,
      simulated: scenario.head.simulated,
    });
    terminal.step(RUN_LABELS.living);
    const year = new Year(cycleId, script, cast, { atOnce, signal, observer: options.observer });
    const days = await year.live();
    const lived = performance.now();

    const ratingYear = Number(period.slice(0, 4));
    const cycle = await chair.get<Schemas['Cycle']>(`/cycles/${cycleId}`);
    const report = await integrated(chair, cycleId, signal);
    const commended = await readCommended(chair, cycleId, ratingYear, 'commended');
    const byAward = new Map<string, string[]>();
    for (const row of commended) byAward.set(row.awardId, [...(byAward.get(row.awardId) ?? []), row.code]);
    const results = compare(ratingYear, figuresOf(report, byAward), readExpected(scenario.folder));
    const refusals = year.attempts.outcomes();
    const agrees = results.every((row) => row.agrees !== false) && refusals.every((refusal) => refusal.agrees);
    return {
      format: 'binhxet-cycle-result/1',
      scenario: scenario.head.name,
      simulated: scenario.head.simulated,
      seed: scenario.head.seed,
      input: { sha256: scenario.sha256 },
      cycles: [
        {
          id: cycleId,
          year: ratingYear,
          state: cycle.state,
          packs: cycle.pins,
          settings,
          settingsHash: cycle.settingsHash,
          snapshotHash: cycle.snapshotHash,
        },
      ],
      results,
      refusals,
      commended,
      fiveYear: await readCommended(chair, cycleId, ratingYear, 'several-years'),
      quota: report.quota,
      ledger: report.ledger && {
        size: report.ledger.size,
        checkpoint: report.ledger.checkpoint,
        verifierKey: report.ledger.verifierKey,
      },
      timings: {
        startMs: Math.round(options.startMs),
        importMs: Math.round(imported - began),
        signInMs: Math.round(signedIn - imported),
        cycleMs: Math.round(lived - signedIn),
        totalMs: Math.round(performance.now() - began + options.startMs),
        requests: http.stats.requests,
        repeatedRequests: http.stats.repeated,
        days,
      },
      exitCode: agrees ? EXIT.OK : EXIT.DIFFERENT,
    };
  } finally {
    http.close();
  }
}

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

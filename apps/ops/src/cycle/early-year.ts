import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { type Scenario } from '../scenario/load-scenario.js';
import { type Cast, type Person } from './cast.js';
import { eachAtOnce } from './gate.js';
import { Refused } from './http-client.js';
import { type Script } from './script.js';
import { YearNotOver } from './run-year.js';

const POLL_MS = 100;
const PATIENCE_MS = 120_000;

/** The months before the review of a cycle that begins with the year: registration, mid-year conclusion, the day its review opens. */
export class EarlyMonths {
  private readonly chair: Person;

  constructor(
    private readonly cycleId: string,
    private readonly scenario: Scenario,
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly administrator: Person,
    private readonly options: { readonly atOnce: number; readonly signal: AbortSignal },
  ) {
    this.chair = cast.person(script.leaders(script.superior)[0] ?? '');
  }

  /**
   * Lives up to the day the review opens, or to the last day where none is planned.
   * @returns days lived, and the mid-year figures as they stood when they were concluded
   * @throws YearNotOver when the engine stands still
   */
  async live(): Promise<{ readonly days: number; readonly midYear: Schemas['MidYearBoard'] | null }> {
    const early = this.script.early ?? {};
    await this.reaches('REGISTRATION', 'MID_YEAR');
    let midYear: Schemas['MidYearBoard'] | null = null;
    const days = this.script.earlyDays;
    for (const [nth, day] of days.entries()) {
      if (nth > 0) await this.chair.post('/cycles/' + this.cycleId + '/clock', { date: day });
      await this.register(day);
      for (const { on, ...mapping } of this.scenario.targets?.mappings ?? []) if (on === day) await this.administrator.post(`/organisations/${this.script.superior}/target-mappings`, mapping);
      if (early.midYear?.heldOn === day) {
        await this.reaches('MID_YEAR');
        await this.chair.post(`/cycles/${this.cycleId}/mid-year`, early.midYear);
        midYear = await this.board();
      }
      if (early.reviewFrom === day) {
        await this.reaches('AWAITING_REVIEW');
        const { packs, settings, plan } = this.script.year;
        const { registration: _registration, midYear: _midYear, ...review } = plan;
        await this.chair.post(`/cycles/${this.cycleId}/review`, { packs, settings, plan: review });
        await this.reaches('REVIEW');
      }
    }
    return { days: days.length, midYear: midYear ?? (this.script.year.plan.midYear ? await this.board() : null) };
  }

  board(): Promise<Schemas['MidYearBoard']> {
    return this.chair.get<Schemas['MidYearBoard']>(`/cycles/${this.cycleId}/mid-year`);
  }

  private async register(day: string): Promise<void> {
    const today = this.scenario.play.registrations.filter((row) => row.on === day);
    await eachAtOnce(today, this.options.atOnce, async ({ organisation, level, label, note }) => {
      const leader = this.cast.person(this.script.leaders(organisation)[0] ?? '');
      await leader.put(`/cycles/${this.cycleId}/registrations/${organisation}`, { level, label, note });
    });
  }

  /** The engine has moved the cycle to one of these states. */
  private async reaches(...states: readonly string[]): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; ;) {
      const cycle = await this.chair.get<Schemas['Cycle']>(`/cycles/${this.cycleId}`).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null; // its tree is not there yet
        throw error;
      });
      if (cycle && states.includes(cycle.state)) return;
      if (performance.now() > until) throw new YearNotOver(`${this.cycleId}: ${cycle?.state ?? '–'} ≠ ${states.join(', ')}`);
      await wait(POLL_MS, undefined, { signal: this.options.signal });
    }
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { type Schemas } from '@binhxet/api-client';
import { addDays } from '@binhxet/domain';
import { type Scenario } from '../scenario/load-scenario.js';
import { type ScenarioYear } from '../scenario/scenario-head.js';
import { type Cast, type Person } from './cast.js';
import { type Figure, type Verdict } from './figures.js';
import { eachAtOnce } from './gate.js';
import { Refused } from './http-client.js';
import { registrationDays } from './registration.js';
import { type Script } from './script.js';
import { boundText, recordWork } from './year-around.js';

type Board = Schemas['MidYearBoard'];

const POLL_MS = 250;
const PATIENCE_MS = 120_000;

/** The part of a cycle that begins with the year, up to the opening of its review. */
export class FirstHalf {
  constructor(
    private readonly scenario: Scenario,
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly chair: Person,
    private readonly cycleId: string,
    private readonly options: { readonly atOnce: number; readonly signal: AbortSignal; readonly rating?: string },
  ) {}

  /** Organisations register, the half-year is reviewed, the review opens: as far as the year has each. */
  async live(): Promise<Figure[]> {
    const { registration, midYear, clock, packs, settings, plan } = this.script.year;
    if (!registration && !midYear) return [];
    if (registration) await this.register();
    const figures = midYear ? await this.halfYear(midYear) : [];
    await this.clockTo(clock.from);
    await this.record(midYear ? { after: addDays(midYear.correctBefore, -1) } : {});
    const { rating } = this.options;
    await this.patiently(() =>
      this.chair.post(`/cycles/${this.cycleId}/review`, {
        packs: rating === undefined ? packs : { ...packs, rating },
        settings,
        plan,
      }),
    );
    await this.reached('REVIEW');
    return figures;
  }

  /** Whoever leads an organisation registers on its day; what comes after the due day is late, what never comes is missing. */
  private async register(): Promise<void> {
    await this.reached('REGISTRATION');
    for (const [day, ofDay] of registrationDays(this.script.registrations)) {
      await this.clockTo(day);
      await eachAtOnce(ofDay, this.options.atOnce, async (row) => {
        const { organisation, aim: level, label, note } = row;
        const leader = this.cast.person(row.actor ?? this.script.leaders(organisation)[0] ?? '');
        await leader.put(`/cycles/${this.cycleId}/registrations/${organisation}`, { level, label, note });
      });
    }
  }

  /** Work of the first half is recorded, the conference held and concluded, the late ones catch up. */
  private async halfYear({
    heldOn,
    workKinds,
    correctBefore,
    note,
  }: NonNullable<ScenarioYear['midYear']>): Promise<Figure[]> {
    const lastDay = addDays(correctBefore, -1);
    await this.record({ upTo: heldOn });
    await this.clockTo(heldOn);
    await this.reached('MID_YEAR');
    const figures = figuresOfHalf(await this.board(), this.scenario);
    await this.patiently(() =>
      this.chair.post(`/cycles/${this.cycleId}/mid-year`, {
        heldOn,
        workKinds,
        correctBefore,
        ...(note ? { note } : {}),
      }),
    );
    await this.clockTo(lastDay);
    await this.record({ after: heldOn, upTo: lastDay });
    await this.clockTo(correctBefore);
    const { concluded } = await this.board();
    return [...figures, ...figuresOfConclusion(concluded)];
  }

  private record(span: { readonly after?: string; readonly upTo?: string }): Promise<number> {
    return recordWork(this.scenario, this.script, this.cast, this.options.atOnce, span);
  }

  private async clockTo(date: string): Promise<void> {
    await this.chair.post<Schemas['MovedClock']>(`/cycles/${this.cycleId}/clock`, { date });
  }

  private board(): Promise<Board> {
    return this.chair.get<Board>(`/cycles/${this.cycleId}/mid-year`);
  }

  private async reached(state: string): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const cycle = await this.chair.get<Schemas['Cycle']>(`/cycles/${this.cycleId}`);
      if (cycle.state === state) return;
      if (performance.now() > until) throw new Error(`${this.cycleId} stays in ${cycle.state} before ${state}`);
      await wait(POLL_MS, undefined, { signal: this.options.signal });
    }
  }

  /** The engine may be between two phases: whoever acts tries again. */
  private async patiently<T>(act: () => Promise<T>): Promise<T> {
    for (const until = performance.now() + PATIENCE_MS; ;) {
      try {
        return await act();
      } catch (error) {
        const later = error instanceof Refused && error.code === 'ENGINE.NOT_NOW' && performance.now() < until;
        if (!later) throw error;
        await wait(POLL_MS, undefined, { signal: this.options.signal });
      }
    }
  }
}

const judged = (target: string, verdict: Verdict, difference: string | null = null) => ({
  target,
  verdict,
  difference,
});

/** Work against plan, who has done none, and how the targets stand; all of it out of records. */
export function figuresOfHalf({ now }: Pick<Board, 'now'>, scenario: Pick<Scenario, 'head'>): Figure[] {
  const codes = new Map(
    (scenario.head.resolutions ?? []).flatMap(({ key, resolution }) =>
      (resolution['targets'] as readonly { readonly code: string; readonly wording: string }[]).map(
        ({ code, wording }) => [`${code} ${wording}`, `${key}.${code}`] as const,
      ),
    ),
  );
  return [
    ...now.plans.map((plan): Figure => {
      const kinds = plan.kinds.join('-');
      return {
        key: `midYear.${kinds}`,
        label: `Sáu tháng: ${kinds} so với kế hoạch năm`,
        k: plan.done,
        n: plan.planned,
      };
    }),
    ...now.byRole.map(({ role, k, n }): Figure => ({
      key: `midYear.late.${role}`,
      label: `Sáu tháng: ${role} chưa thực hiện`,
      k,
      n,
    })),
    {
      key: 'midYear.late',
      label: 'Sáu tháng: tổ chức chưa thực hiện',
      k: now.late.length,
      n: null,
      subjects: now.late.map(({ code }) => code).sort(),
    },
    ...now.targets.flatMap(({ target, outlook, verdict }): Figure[] =>
      outlook === null
        ? []
        : [
            {
              key: `midYear.target.${codes.get(`${target.code} ${target.wording}`) ?? target.code}`,
              label: `Sáu tháng: số cần đạt của chỉ tiêu "${target.wording}"`,
              k: outlook.needed,
              n: outlook.base,
              judged: judged(
                boundText(target),
                (outlook.verdict ?? verdict) as Verdict,
                outlook.missedLastYear ? 'năm trước cũng không đạt' : null,
              ),
            },
          ],
    ),
  ];
}

/** Who was still late when the day had passed. */
export function figuresOfConclusion(concluded: Board['concluded']): Figure[] {
  if (concluded === null) return [];
  const figure = (key: string, label: string, codes: readonly string[]): Figure => ({
    key,
    label,
    k: codes.length,
    n: null,
    subjects: [...codes].sort(),
  });
  return [
    figure('midYear.lateThen', 'Tổ chức được giao khắc phục', concluded.lateThen),
    figure('midYear.stillLate', `Tổ chức vẫn chậm sau ngày ${concluded.dueOn ?? ''}`, concluded.stillLate),
  ];
}

import { cycleWorkflowId } from '@binhxet/contracts';
import { AppError, type FieldError, type Json, type LegalDate, legalDateOf, parsePeriod, type RatingPeriod, resolveQuota, type SettingsFile } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type CyclePlan, type CycleRow, PLAN_KEYS } from '../ports/cycle.store.js';
import { type RuleChoice, type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { listSetting, numberSetting } from './cycle-time.js';
import { contentHash } from './sha256.js';

export interface OpenCycleInput {
  readonly superiorCode: string;
  /** `2025`, or `2026-Q2` for a quarter. */
  readonly period: string;
  readonly clock: 'REAL' | 'DRIVEN';
  /** DRIVEN only: the cycle's first date. */
  readonly clockOn?: LegalDate;
  readonly rules: RuleChoice;
  readonly settings: SettingsFile;
  readonly plan: CyclePlan;
  /** The data set is generated: every page and document says "Dữ liệu mô phỏng". */
  readonly simulated: boolean;
}

/** Settings that every cycle needs, whatever the pack. */
const NEEDED_SETTINGS = ['deadline.closeAfterWorkingDays', 'deadline.remindBeforeWorkingDays', 'deadline.escalateAfterWorkingDays'];

/** Opens the cycle of one superior and period: pins its rules and settings by hash and lets the engine start it. */
export class OpenCycleService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly options: { readonly production: boolean; readonly publicUrl: string },
  ) {}

  /**
   * @throws AppError CYCLE.CLOCK_REFUSED, CYCLE.PLAN_INVALID, CYCLE.EXISTS, PACK.*, READINESS.SETTING_MISSING, ORGANISATION.UNKNOWN, ACCESS.*
   */
  async open(actor: Actor, input: OpenCycleInput): Promise<{ readonly cycleId: string }> {
    const now = this.clock.now();
    const on = this.firstDate(input, now);
    const { year: ratingYear, quarter } = periodOf(input.period);
    assertPlan(input.plan, on);
    await this.rules.refresh();
    const pins = this.rules.choose(ratingYear, on, input.rules, quarter);
    const cycleId = `${input.superiorCode}.${input.period}`;
    const settings = input.settings;
    const book = this.rules.forCycle({ id: cycleId, pins, settings: settings as unknown as CycleRow['settings'] });
    assertSettings(settings);
    for (const quota of book.rating.quotas ?? []) resolveQuota(quota, settings);

    return this.uow.run(async (tx) => {
      const superior = await tx.organisations.byCode(input.superiorCode, on);
      if (!superior) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code on that date', { code: input.superiorCode, on });
      await this.access.assertLeads(actor, 'cycle.open', superior.id);
      const cycle = {
        id: cycleId,
        superiorId: superior.id,
        period: input.period,
        ratingYear,
        state: 'OPENING',
        clock: input.clock,
        clockOn: input.clock === 'DRIVEN' ? on : null,
        simulated: input.simulated,
        plan: input.plan,
        pins,
        settings: settings as unknown as CycleRow['settings'],
        settingsHash: contentHash(settings),
        openedBy: actor.accountId,
        openedAt: now,
      } as const;
      await tx.cycles.insert(cycle);
      tx.ledger.append({
        type: 'cycle.opened',
        cycleId,
        org: superior.code,
        payload: {
          by: actedBy(actor),
          effectiveOn: on,
          clock: input.clock,
          simulated: input.simulated,
          rules: pins.map((pin) => ({ id: pin.id, version: pin.version, sha256: pin.sha256 })),
          settings: settings as unknown as Json,
          settingsHash: cycle.settingsHash,
          plan: input.plan as Json,
        },
      });
      tx.outbox.start(cycleWorkflowId(cycleId), 'annualCycle', {
        cycleId,
        orgId: superior.id,
        orgCode: superior.code,
        year: ratingYear,
        packId: book.rating.id,
        clock: input.clock,
        pageUrl: `${this.options.publicUrl}/cycles/${cycleId}`,
      });
      return { cycleId };
    });
  }

  private firstDate(input: OpenCycleInput, now: Date): LegalDate {
    if (input.clock === 'REAL') return legalDateOf(now.getTime());
    if (this.options.production) throw new AppError('CYCLE.CLOCK_REFUSED', 'invalid', 'A driven clock is for simulations, not for production', { clock: input.clock });
    if (!input.clockOn) throw new AppError('CYCLE.CLOCK_REFUSED', 'invalid', 'A driven clock needs its first date', { accepted: 'YYYY-MM-DD' });
    return input.clockOn;
  }
}

function periodOf(text: string): RatingPeriod {
  const period = parsePeriod(text);
  if (!period) throw new AppError('CYCLE.PLAN_INVALID', 'invalid', 'No rating period', { period: text, accepted: ['2026', '2026-Q2'] });
  return period;
}

function assertPlan(plan: CyclePlan, on: LegalDate): void {
  const errors = Object.entries(plan).flatMap(([key, date]): FieldError[] => {
    if (!(PLAN_KEYS as readonly string[]).includes(key)) return [{ pointer: `/plan/${key}`, code: 'PLAN.KEY_UNKNOWN', facts: { accepted: [...PLAN_KEYS] } }];
    return date && date < on ? [{ pointer: `/plan/${key}`, code: 'PLAN.DATE_PAST', facts: { date, earliest: on } }] : [];
  });
  if (errors.length > 0) throw new AppError('CYCLE.PLAN_INVALID', 'invalid', 'The plan has dates that cannot be', {}, errors);
}

function assertSettings(settings: SettingsFile): void {
  const missing = NEEDED_SETTINGS.filter((key) => settings.values[key]?.value === undefined || settings.values[key]?.value === null);
  if (missing.length > 0) throw new AppError('READINESS.SETTING_MISSING', 'conflict', 'The settings file leaves choices open', { settings: missing });
  numberSetting(settings, 'deadline.closeAfterWorkingDays');
  listSetting(settings, 'deadline.remindBeforeWorkingDays');
  listSetting(settings, 'deadline.escalateAfterWorkingDays');
}

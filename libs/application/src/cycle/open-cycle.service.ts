import { cycleWorkflowId } from '@binhxet/contracts';
import { AppError, type Json, type LegalDate, legalDateOf, type RatingPeriod, type SettingsFile } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type CyclePlan, type CycleRow } from '../ports/cycle.store.js';
import { type RuleChoice, type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { opensEarly } from '../rules/open-pack.js';
import { assertPlan, assertSettings, chooseRules, periodOf } from './choose-rules.js';
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
    const period = periodOf(input.period);
    const ratingYear = period.year;
    assertPlan(input.plan, on);
    await this.rules.refresh();
    const cycleId = `${input.superiorCode}.${input.period}`;
    const settings = input.settings;
    const { pins, packId, early } = this.pin(input, cycleId, period, on);

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
      await tx.bodies.register([{ workflowId: cycleWorkflowId(cycleId), cycleId, superiorId: superior.id, organisationId: superior.id, workflow: 'annualCycle', refId: null, phase: 'OPENING', phaseAt: now }]);
      tx.outbox.start(cycleWorkflowId(cycleId), 'annualCycle', {
        cycleId,
        orgId: superior.id,
        orgCode: superior.code,
        year: ratingYear,
        packId,
        clock: input.clock,
        pageUrl: `${this.options.publicUrl}/cycles/${cycleId}`,
        ...(early.length > 0 && { early }),
      });
      return { cycleId };
    });
  }

  /** A cycle that begins with the year leaves its rating pack open: it may not be written yet. */
  private pin(input: OpenCycleInput, cycleId: string, period: RatingPeriod, on: LegalDate) {
    if (!opensEarly(input.plan)) {
      const { pins, book } = chooseRules(this.rules, cycleId, period, on, input.rules, input.settings);
      return { pins, packId: book.rating.id, early: [] };
    }
    const named = Object.keys(input.rules);
    if (named.length > 0) throw new AppError('CYCLE.PLAN_INVALID', 'invalid', 'A cycle that begins with the year pins its packs when the review opens', {}, named.map((kind) => ({ pointer: `/packs/${kind}`, code: 'PLAN.PACKS_LATER', facts: { with: 'openReview' } })));
    assertSettings(input.settings);
    const early = [...(input.plan.registration ? ['REGISTRATION'] : []), ...(input.plan.midYear ? ['MID_YEAR'] : [])];
    return { pins: this.rules.chooseOpen(period.year), packId: 'OPEN', early };
  }

  private firstDate(input: OpenCycleInput, now: Date): LegalDate {
    if (input.clock === 'REAL') return legalDateOf(now.getTime());
    if (this.options.production) throw new AppError('CYCLE.CLOCK_REFUSED', 'invalid', 'A driven clock is for simulations, not for production', { clock: input.clock });
    if (!input.clockOn) throw new AppError('CYCLE.CLOCK_REFUSED', 'invalid', 'A driven clock needs its first date', { accepted: 'YYYY-MM-DD' });
    return input.clockOn;
  }
}

import { type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type Json, type SettingsFile } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { assertPlan, chooseRules, periodOf } from '../cycle/choose-rules.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { contentHash } from '../cycle/sha256.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CyclePlan } from '../ports/cycle.store.js';
import { type RuleChoice, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Opens the review of a cycle that began with the year: pins the rules known by now, its settings and the dates of the review. */
export class OpenReviewHandler implements CommandHandler {
  readonly name = 'openReview';

  constructor(private readonly rules: Rules) {}

  async handle(tx: Tx, command: CommandRow, _ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    if (this.rules.forCycle(cycle).ratingIsPinned) throw new AppError('CYCLE.RULES_PINNED', 'conflict', 'The rules of this cycle are pinned', { cycleId: cycle.id });
    const today = cycleDate(cycle, now);
    const { packs, plan, settings } = command.payload as unknown as { packs: RuleChoice; plan: CyclePlan; settings: SettingsFile };
    assertPlan(plan, today);
    const { pins, book } = chooseRules(this.rules, cycle.id, periodOf(cycle.period), today, packs, settings);
    const whole = { ...plan, registration: cycle.plan.registration ?? null, midYear: cycle.plan.midYear ?? null };
    const settingsHash = contentHash(settings);
    await tx.years.pinRules(cycle.id, pins as unknown as Json, settings as unknown as Json, settingsHash, whole);
    const superior = await tx.cycles.unit(cycle.id, cycle.superiorId);
    tx.ledger.append({
      type: 'settings.pinned',
      cycleId: cycle.id,
      org: superior.code,
      payload: { by: actedBy(command.actor), command: command.id, effectiveOn: today, rules: pins.map(({ id, version, sha256 }) => ({ id, version, sha256 })), settings: settings as unknown as Json, settingsHash, plan: whole },
    });
    return { packId: book.rating.id };
  }
}

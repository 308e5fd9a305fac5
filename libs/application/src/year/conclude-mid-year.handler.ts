import { type CommandOutcome, type CommandRef, type StepRef } from '@binhxet/contracts';
import { AppError, dayNumber, type FieldError, type Json, lastDayBefore, type LegalDate, type OrgRole, WORK_KIND_NAMES, type WorkKind } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { cycleDate, stepTimes } from '../cycle/cycle-time.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { completeBodyStep } from '../step/body-step.js';
import { holdersOf } from '../task/task-holders.js';
import { midYearFigures } from './mid-year-figures.js';

/**
 * The conference on the first half-year is concluded: figures are kept as they stood, and every organisation without a record of the work
 * asked for gets a task. "Trước 15/9" makes 14/9 the last day. Source: scenarios.md section 3
 */
export class ConcludeMidYearHandler implements CommandHandler {
  readonly name = 'concludeMidYear';

  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
  ) {}

  async handle(tx: Tx, command: CommandRow, _ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    if (await tx.years.midYear(cycle.id)) throw new AppError('MID_YEAR.CONCLUDED', 'conflict', 'The mid-year review is concluded', { cycleId: cycle.id });
    const book = this.rules.forCycle(cycle);
    const today = cycleDate(cycle, now);
    const { heldOn, workKinds, correctBefore, note } = this.read(command, cycle, today);
    const superior = await tx.cycles.unit(cycle.id, cycle.superiorId);
    const figures = await midYearFigures(tx, cycle, book, workKinds, heldOn);
    const opened = figures.late.length === 0 ? null : await this.open(tx, cycle, book, figures.late, lastDayBefore(correctBefore), today, command.workflowId, now);
    await tx.years.insertMidYear(
      { cycleId: cycle.id, superiorId: cycle.superiorId, heldOn, workKinds, correctBefore, stepId: opened?.stepId ?? null, lateIds: figures.late.map((unit) => unit.organisationId), report: { ...figures, note } as unknown as Json },
      command.actor.accountId,
      now,
    );
    tx.ledger.append({
      type: 'mid-year.concluded',
      cycleId: cycle.id,
      org: superior.code,
      payload: { by: actedBy(command.actor), command: command.id, heldOn, workKinds: [...workKinds], correctBefore, late: figures.late.map((unit) => unit.code), plans: figures.plans as unknown as Json, note, effectiveOn: today },
    });
    const step = await tx.steps.find(cycle.id, cycle.superiorId, 'MID_YEAR_REVIEW');
    if (step) await completeBodyStep(tx, step, command.actor.memberId, now);
    return { ...(step && { closed: [step.id] }), ...(opened && { opened: [opened] }) };
  }

  private read(command: CommandRow, cycle: CycleRow, today: LegalDate): { heldOn: LegalDate; workKinds: WorkKind[]; correctBefore: LegalDate; note: string | null } {
    const { heldOn, workKinds, correctBefore, note } = command.payload as { heldOn: LegalDate; workKinds: WorkKind[]; correctBefore: LegalDate; note?: string };
    const errors: FieldError[] = [];
    if (dayNumber(heldOn) > dayNumber(today) || !heldOn.startsWith(`${cycle.ratingYear}-`)) errors.push({ pointer: '/heldOn', code: 'MID_YEAR.DATE', facts: { year: cycle.ratingYear, latest: today } });
    if (lastDayBefore(correctBefore) <= heldOn) errors.push({ pointer: '/correctBefore', code: 'MID_YEAR.DEADLINE', facts: { after: heldOn } });
    if (workKinds.length === 0 || workKinds.some((kind) => !WORK_KIND_NAMES.includes(kind))) errors.push({ pointer: '/workKinds', code: 'MID_YEAR.KINDS', facts: { accepted: [...WORK_KIND_NAMES] } });
    if (errors.length > 0) throw new AppError('MID_YEAR.INVALID', 'invalid', 'The conclusion is not sound', {}, errors);
    return { heldOn, workKinds, correctBefore, note: note ?? null };
  }

  /** One expectation and one task for each late organisation; an act of bodies, so nothing closes it by time. */
  private async open(tx: Tx, cycle: CycleRow, book: RuleBook, late: readonly { readonly organisationId: string; readonly role: string }[], dueOn: LegalDate, today: LegalDate, workflowId: string, now: Date): Promise<StepRef> {
    const id = this.ids.next();
    const base = { cycleId: cycle.id, superiorId: cycle.superiorId };
    const times = stepTimes(book.calendars, book.settings, dueOn, today, false);
    await tx.steps.insert({ ...base, ...times, id, organisationId: cycle.superiorId, kind: 'CORRECTION', refId: null, round: 1, workflowId, openedAt: now, keys: late.map((unit) => unit.organisationId) });
    await tx.tasks.open(
      late.map(({ organisationId, role }) => ({ ...base, kind: 'CORRECT_LATE_WORK', organisationId, stepId: id, refId: organisationId, holder: holdersOf('CORRECT_LATE_WORK', role as OrgRole), dueAt: times.dueAt })),
      now,
    );
    const superior = await tx.cycles.unit(cycle.id, cycle.superiorId);
    tx.ledger.append({ type: 'step.opened', cycleId: cycle.id, org: superior.code, stepId: id, payload: { kind: 'CORRECTION', ref: null, expected: late.length, effectiveOn: today, dueOn, workflow: workflowId } });
    return tx.steps.refOf(await tx.steps.get(id));
  }
}

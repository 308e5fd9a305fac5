import { type CommandOutcome, type CommandRef, type StepKind } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { endWithoutLevel } from '../cycle/end-without-level.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The level above goes on without a body that does not hand in, or does not decide its heads: its subjects stay without a level. Source: settled questions §2 */
export class ProceedWithoutHandler implements CommandHandler {
  readonly name = 'proceedWithout';

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    const above = await tx.cycles.unit(cycle.id, command.organisationId);
    const lower = await tx.cycles.unit(cycle.id, ref.orgId ?? '');
    const [awaited, ...others] = await this.release(tx, cycle, above, lower, now);
    if (!awaited) throw new AppError('SUBMISSION.NOT_AWAITED', 'conflict', 'This organisation is not awaited', { organisation: lower.code });
    if (awaited.dueAt && now < awaited.dueAt && cycle.clock === 'REAL') throw new AppError('SUBMISSION.NOT_OVERDUE', 'conflict', 'The lower body still has time', { organisation: lower.code });
    const reviews = await endWithoutLevel(tx, await subjects(tx, cycle, lower, awaited.kind));
    tx.ledger.append({
      type: 'step.changed',
      cycleId: cycle.id,
      org: lower.code,
      stepId: awaited.id,
      payload: { by: actedBy(command.actor), command: command.id, change: 'PROCEED_WITHOUT', from: above.code, reason: String(command.payload['reason'] ?? ''), notYetRated: reviews.length, effectiveOn: cycleDate(cycle, now) },
    });
    for (const step of [awaited, ...others].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
    }
    return {};
  }

  /** Nobody waits any more for what this body owes: its result first, and with it the dossier to verify; after the decision its own heads. */
  private async release(tx: Tx, cycle: CycleRow, above: UnitRow, lower: UnitRow, now: Date): Promise<StepRow[]> {
    const open: StepRow[] = [];
    for (const kind of ['UNITS', 'VERIFICATION', 'HEADS'] as const) {
      const step = await tx.steps.find(cycle.id, above.organisationId, kind);
      if (step) open.push(step);
    }
    if (open.length === 0) throw new AppError('STEP.CLOSED', 'conflict', 'Nothing is awaited from below', { organisation: above.code });
    const released: StepRow[] = [];
    for (const step of open) {
      // A dossier that was handed in is verified, not passed over.
      if (step.kind === 'VERIFICATION' && released.length === 0) continue;
      if (await tx.steps.markReleased(step.id, lower.organisationId, now)) released.push(step);
    }
    return released;
  }
}

async function subjects(tx: Tx, cycle: CycleRow, lower: UnitRow, awaited: StepKind): Promise<ReviewRow[]> {
  if (awaited === 'HEADS') return (await tx.reviews.decidedBy(cycle.id, lower.organisationId)).filter((review) => review.subjectKind === 'MEMBER');
  return lower.unitId === lower.organisationId ? tx.reviews.inUnit(cycle.id, lower.organisationId) : tx.reviews.atOrganisation(cycle.id, lower.organisationId);
}

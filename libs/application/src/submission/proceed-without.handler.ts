import { type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The level above goes on without a body that does not hand in: its subjects stay without a level. Source: settled questions §2 */
export class ProceedWithoutHandler implements CommandHandler {
  readonly name = 'proceedWithout';

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    const above = await tx.cycles.unit(cycle.id, command.organisationId);
    const lower = await tx.cycles.unit(cycle.id, ref.orgId ?? '');
    const step = await tx.steps.find(cycle.id, above.organisationId, 'UNITS');
    if (!step) throw new AppError('STEP.CLOSED', 'conflict', 'Nothing is awaited from below', { organisation: above.code });
    if (step.dueAt && now < step.dueAt && cycle.clock === 'REAL') throw new AppError('SUBMISSION.NOT_OVERDUE', 'conflict', 'The lower body still has time', { organisation: lower.code });
    if (!(await tx.steps.markReleased(step.id, lower.organisationId, now))) throw new AppError('SUBMISSION.NOT_AWAITED', 'conflict', 'This organisation is not awaited', { organisation: lower.code });
    const reviews = (lower.unitId === lower.organisationId ? await tx.reviews.inUnit(cycle.id, lower.organisationId) : await tx.reviews.atOrganisation(cycle.id, lower.organisationId)).filter(
      (review) => review.decidedLevel === null && !['EXEMPT', 'NOT_RATED', 'NOT_YET_RATED', 'TRANSFERRED_OUT', 'LEFT_PARTY', 'NOT_RATED_NEW', 'VERIFIED', 'CLOSED'].includes(review.state),
    );
    await tx.reviews.moveMany(reviews, 'NOT_YET_RATED', () => ({ nonLevel: 'NOT_YET_RATED' }));
    tx.ledger.append({
      type: 'step.changed',
      cycleId: cycle.id,
      org: lower.code,
      stepId: step.id,
      payload: { by: actedBy(command.actor), command: command.id, change: 'PROCEED_WITHOUT', from: above.code, reason: String(command.payload['reason'] ?? ''), notYetRated: reviews.length, effectiveOn: cycleDate(cycle, now) },
    });
    const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
    if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
    return {};
  }
}

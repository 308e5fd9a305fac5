import { AppError, type Level } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { isLate } from '../review/write-paper.service.js';

export interface RegistrationInput {
  readonly level: Level;
  /** The words the organisation uses: the ladder of the year may not be known yet. */
  readonly label: string | null;
  readonly note: string | null;
}

/** A grassroots organisation registers the level it aims at, and may change it until the step closes. Source: process.md §2 step 3 */
export class RegisterLevelService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError REGISTRATION.CLOSED, REGISTRATION.NOT_EXPECTED, STEP.CLOSED (conflict), ACCESS.* */
  register(actor: Actor, cycleId: string, organisationId: string, input: RegistrationInput): Promise<{ readonly late: boolean; readonly outstanding: number }> {
    return this.uow.run(async (tx) => {
      await this.access.assertLeads(actor, 'registration.write', organisationId);
      const now = this.clock.now();
      const cycle = await tx.cycles.get(cycleId);
      const unit = await tx.cycles.unit(cycleId, organisationId);
      const step = await tx.steps.find(cycleId, cycle.superiorId, 'REGISTRATION');
      if (!step) throw new AppError('REGISTRATION.CLOSED', 'conflict', 'Registration is not open', { cycleId, state: cycle.state });
      if (unit.parentId !== cycle.superiorId) throw new AppError('REGISTRATION.NOT_EXPECTED', 'conflict', 'Only organisations directly below register', { organisation: unit.code });
      const [late, today] = [isLate(cycle, step, now), cycleDate(cycle, now)];
      await tx.years.register({ ...input, cycleId, organisationId, superiorId: cycle.superiorId, late, registeredOn: today }, actor.accountId, now);
      tx.ledger.append({ type: 'registration.recorded', cycleId, org: unit.code, stepId: step.id, payload: { by: actedBy(actor), ...input, late, effectiveOn: today } });
      await tx.tasks.done({ kind: 'REGISTER_LEVEL', refId: organisationId }, actor.memberId, now);
      const settled = (await tx.steps.markDone(step.id, organisationId, now, late)) ? 1 : 0;
      const { outstanding, workflowId } = await tx.steps.settle(step.id, settled);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
      return { late, outstanding };
    });
  }
}

import { type Clock } from '../ports/clock.port.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type OrgRole } from '@binhxet/domain';
import { holdersOf } from '../task/task-holders.js';

/** Reminders and escalations. They tell; they never move, complete or reveal anything. Each is sent once. */
export class RemindService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  remind(stepId: string, nth: number): Promise<void> {
    return this.uow.run(async (tx) => {
      const step = await tx.steps.get(stepId);
      if (!(await tx.steps.countReminder(stepId, nth, 'reminded'))) return;
      tx.outbox.job('notifications', 'remind-step', { stepId, nth });
      await record(tx, step, 'deadline.reminded', nth);
    });
  }

  /** First to the head of the body, then to the level above. */
  escalate(stepId: string, nth: number): Promise<void> {
    return this.uow.run(async (tx) => {
      const step = await tx.steps.get(stepId);
      if (!(await tx.steps.countReminder(stepId, nth, 'escalated'))) return;
      const unit = await tx.cycles.unit(step.cycleId, step.organisationId);
      const above = nth > 1 && unit.parentId ? await tx.cycles.unit(step.cycleId, unit.parentId) : unit;
      const to = above.organisationId;
      await tx.tasks.open(
        [
          {
            kind: 'HANDLE_ESCALATION',
            cycleId: step.cycleId,
            superiorId: step.superiorId,
            organisationId: to,
            stepId,
            refId: unit.organisationId,
            holder: holdersOf('HANDLE_ESCALATION', above.role as OrgRole),
            dueAt: step.dueAt,
            waitingCount: step.outstanding,
            facts: { kind: step.kind, nth },
          },
        ],
        this.clock.now(),
      );
      tx.outbox.job('notifications', 'escalate-step', { stepId, nth, organisationId: to });
      await record(tx, step, 'deadline.escalated', nth);
    });
  }
}

async function record(tx: Tx, step: StepRow, type: 'deadline.reminded' | 'deadline.escalated', nth: number): Promise<void> {
  const unit = await tx.cycles.unit(step.cycleId, step.organisationId);
  tx.ledger.append({ type, cycleId: step.cycleId, org: unit.code, stepId: step.id, payload: { kind: step.kind, nth, outstanding: step.outstanding } });
}

import { cellWorkflowId, type CommandOutcome, type CommandRef, organisationWorkflowId, type StepKind, type StepRef } from '@binhxet/contracts';
import { AppError, isCell, type OrgRole } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { cycleDate, stepTimes } from '../cycle/cycle-time.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { holdersOf } from '../task/task-holders.js';

/** The level above sends a result back with a reason; what waited for it waits again. */
export class ReturnResultHandler implements CommandHandler {
  readonly name = 'returnResult';
  constructor(private readonly rules: Rules) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    const above = await tx.cycles.unit(cycle.id, command.organisationId);
    const lower = await tx.cycles.unit(cycle.id, ref.orgId ?? '');
    const reason = String(command.payload['reason'] ?? '');
    if (lower.parentId !== above.organisationId) throw new AppError('SUBMISSION.NOT_BELOW', 'conflict', 'Only a result of the level directly below can be returned', { organisation: lower.code });
    const submission = await tx.submissions.latest(cycle.id, lower.organisationId);
    if (!submission || (submission.state !== 'SUBMITTED' && submission.state !== 'ACCEPTED')) {
      throw new AppError('SUBMISSION.NOT_SUBMITTED', 'conflict', 'This organisation has handed in nothing that could be returned', { organisation: lower.code, state: submission?.state ?? null });
    }
    await tx.submissions.move(submission.id, submission.state, 'RETURNED', { reason, at: now });
    await this.takeBack(tx, cycle, lower, now);
    tx.ledger.append({
      type: 'result.returned',
      cycleId: cycle.id,
      org: lower.code,
      payload: { by: actedBy(command.actor), command: command.id, from: above.code, round: submission.round, reason, effectiveOn: cycleDate(cycle, now) },
    });
    await tx.tasks.open(
      [
        {
          kind: 'ANSWER_RETURN',
          cycleId: cycle.id,
          superiorId: cycle.superiorId,
          organisationId: lower.organisationId,
          stepId: null,
          refId: lower.organisationId,
          holder: holdersOf('ANSWER_RETURN', lower.role as OrgRole),
          dueAt: null,
          facts: { round: submission.round },
        },
      ],
      now,
    );
    tx.outbox.job('notifications', 'result-returned', { cycleId: cycle.id, organisationId: lower.organisationId });
    tx.outbox.signal(workflowOf(cycle, lower), 'resultReturned', {});
    const opened: StepRef[] = [];
    for (const kind of ['UNITS', 'VERIFICATION'] as const) {
      const again = await this.expectAgain(tx, cycle, above, lower, kind, now);
      if (again) opened.push(again);
    }
    return { opened };
  }

  /** Subjects go back to where the lower body may vote on them again. */
  private async takeBack(tx: Tx, cycle: CycleRow, lower: UnitRow, now: Date): Promise<void> {
    const organisation = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', lower.organisationId);
    if (organisation && ['SUBMITTED', 'VERIFYING'].includes(organisation.state)) await tx.reviews.move(organisation, 'SELF_RATED');
    else if (organisation && organisation.state !== 'SELF_RATED' && organisation.state !== 'NOT_RATED_NEW') {
      throw new AppError('SUBMISSION.TOO_LATE', 'conflict', 'The result has gone further: it can no longer be returned', { organisation: lower.code, state: organisation.state });
    }
    if (organisation) await tx.tasks.endOfRef(organisation.id, 'CANCELLED', now, ['VERIFY_DOSSIER']); // the dossier to verify has gone back
    if (!isCell(lower.role as OrgRole) || lower.role === 'GRASSROOTS_CELL') return;
    const members = await tx.reviews.atOrganisation(cycle.id, lower.organisationId, 'MEMBER');
    if (!organisation && members.some((review) => review.decidedLevel !== null)) throw new AppError('SUBMISSION.TOO_LATE', 'conflict', 'The result has gone further: it can no longer be returned', { organisation: lower.code, state: 'DECIDED' });
    await tx.reviews.moveMany(members.filter((review) => review.state === 'PROPOSED'), 'REVIEWED', () => ({ proposedLevel: null }));
  }

  private async expectAgain(tx: Tx, cycle: CycleRow, above: UnitRow, lower: UnitRow, kind: StepKind, now: Date): Promise<StepRef | null> {
    const step = await tx.steps.latest(cycle.id, above.organisationId, kind);
    if (!step) return null;
    if (step.state === 'OPEN') {
      await tx.steps.putBack(step.id, lower.organisationId);
      return null;
    }
    const book = this.rules.forCycle(cycle);
    const times = stepTimes(book.calendars, book.settings, null, cycleDate(cycle, now), false);
    return tx.steps.refOf(await tx.steps.reopen(step.id, [lower.organisationId], times));
  }
}

const workflowOf = (cycle: CycleRow, unit: UnitRow): string => (unit.role === 'SUBORDINATE_CELL' ? cellWorkflowId(cycle.id, unit.code) : organisationWorkflowId(cycle.id, unit.code));

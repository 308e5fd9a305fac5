import { type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { closeStep } from './close-step.service.js';

const MAY_CLOSE = ['SELF_REVIEW', 'OPINIONS', 'LATE_SELF_REVIEW', 'COLLECTIVE_REPORT', 'REGISTRATION'];

/** The body closes its own contribution step before the last day, with a reason. Who has not handed in waits as absent. */
export class CloseStepEarlyHandler implements CommandHandler {
  readonly name = 'closeStepEarly';

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const step = await tx.steps.get(ref.stepId ?? '');
    if (step.organisationId !== command.organisationId || !MAY_CLOSE.includes(step.kind)) {
      throw new AppError('STEP.NOT_CLOSABLE', 'conflict', 'Only a contribution step of this body can be closed early', { kind: step.kind, accepted: MAY_CLOSE });
    }
    const unit = await tx.cycles.unit(command.cycleId, command.organisationId);
    tx.ledger.append({ type: 'step.changed', cycleId: step.cycleId, org: unit.code, stepId: step.id, payload: { by: actedBy(command.actor), command: command.id, change: 'CLOSE_EARLY', reason: String(command.payload['reason'] ?? '') } });
    await closeStep(tx, step.id, 'EARLY', now);
    return { closed: [step.id] };
  }
}

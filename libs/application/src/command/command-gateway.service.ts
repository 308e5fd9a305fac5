import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, isAppError, type Json, type Permission } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { type Clock } from '../ports/clock.port.js';
import { type Engine } from '../ports/engine.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

/** Where a request goes: the body that acts, its workflow, and the objects it is about. */
export interface CommandTarget {
  readonly cycleId: string;
  /** Organisation whose body acts; access is decided on it. */
  readonly organisationId: string;
  readonly workflowId: string;
  readonly meetingId?: string;
  readonly ballotId?: string;
  readonly stepId?: string;
  /** Lower organisation the act is about (a return, proceeding without it). */
  readonly orgId?: string;
  /** Appeal or re-evaluation. */
  readonly caseId?: string;
}

/**
 * Side of the API: stores what the person wants (words stay in PostgreSQL), asks the body's workflow, answers with its outcome.
 * The command id is the client's idempotency key and the update id, so a repeated request has one effect.
 */
export class CommandGateway {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly engine: Engine,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError ACCESS.DENIED, COMMAND.KEY_REUSED, ENGINE.UNAVAILABLE (nothing is kept then), or whatever the act refuses with
   */
  async submit(actor: Actor, permission: Permission, name: CommandName, target: CommandTarget, payload: { readonly [key: string]: Json | undefined }, commandId: string): Promise<CommandOutcome> {
    await this.access.assertLeads(actor, permission, target.organisationId);
    return this.deliver(actor, name, target, payload, commandId);
  }

  /**
   * The same for a caller that has decided about access itself.
   * @throws AppError COMMAND.KEY_REUSED, ENGINE.UNAVAILABLE (nothing is kept then), or whatever the act refuses with
   */
  async deliver(actor: Actor, name: CommandName, target: CommandTarget, payload: { readonly [key: string]: Json | undefined }, commandId: string): Promise<CommandOutcome> {
    const isNew = await this.uow.run(async (tx) => {
      const { cycleId, organisationId, workflowId } = target;
      if (await tx.commands.insert({ id: commandId, name, cycleId, organisationId, workflowId, actor, payload }, this.clock.now())) return true;
      const known = await tx.commands.lock(commandId);
      if (known.name !== name || known.workflowId !== workflowId || known.actor.accountId !== actor.accountId) {
        throw new AppError('COMMAND.KEY_REUSED', 'key-reused', 'This idempotency key belongs to another request', { commandId });
      }
      return false;
    });
    const ref: CommandRef = {
      commandId,
      ...(target.meetingId && { meetingId: target.meetingId }),
      ...(target.ballotId && { ballotId: target.ballotId }),
      ...(target.stepId && { stepId: target.stepId }),
      ...(target.orgId && { orgId: target.orgId }),
      ...(target.caseId && { caseId: target.caseId }),
    };
    try {
      return await this.engine.update(target.workflowId, name, ref);
    } catch (error) {
      // Refused or never delivered: the words are not kept. Where the engine may still carry it out, the row must stay.
      if (isNew && isAppError(error) && (error.kind !== 'unavailable' || error.facts['delivered'] === 'no')) await this.uow.run((tx) => tx.commands.forget(commandId));
      throw error;
    }
  }
}

import { AppError } from '@binhxet/domain';
import { notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type TaskReader, type TaskView } from '../readers/task.reader.js';
import { MEETING_BODIES } from './task-holders.js';

type HeldTask = TaskView & { readonly organisationId: string; readonly memberId: string | null };

/** Does one of the actor's posts hold the task? A personal task is held by its person alone. */
export function holdsTask(actor: Actor, task: Pick<HeldTask, 'organisationId' | 'memberId' | 'postKinds' | 'bodyKind'>): boolean {
  if (task.memberId !== null) return task.memberId === actor.memberId;
  return actor.capacities.some(
    (capacity) => capacity.kind === 'POST' && capacity.organisationId === task.organisationId && task.postKinds.includes(capacity.post) && (task.bodyKind === null ? (MEETING_BODIES as readonly string[]).includes(capacity.body) : task.bodyKind === capacity.body),
  );
}

/** Taking a task of a post for oneself, and giving it back to the post. Both are ledger entries. */
export class ClaimTaskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ACCESS.NOT_FOUND; TASK.PERSONAL, TASK.CLAIMED, TASK.DONE (conflict) with the present state */
  claim(actor: Actor, taskId: string): Promise<TaskView> {
    return this.change(actor, taskId, 'task.claimed', ['OPEN']);
  }

  /** @throws AppError ACCESS.NOT_FOUND; TASK.NOT_YOURS, TASK.DONE (conflict) */
  release(actor: Actor, taskId: string): Promise<TaskView> {
    return this.change(actor, taskId, 'task.released', ['CLAIMED']);
  }

  private async change(actor: Actor, taskId: string, type: 'task.claimed' | 'task.released', from: readonly string[]): Promise<TaskView> {
    const memberId = actor.memberId;
    const task = await this.tasks.byId(taskId, this.clock.now());
    if (!task || memberId === null || !holdsTask(actor, task)) throw notFound();
    if (task.holder === 'PERSONAL') throw new AppError('TASK.PERSONAL', 'conflict', 'A personal task is neither claimed nor given back', { taskId });
    if (type === 'task.released' && task.claimedBy !== null && task.claimedBy.memberId !== memberId) throw new AppError('TASK.NOT_YOURS', 'conflict', 'Somebody else works on this task', { taskId });
    if (!from.includes(task.state)) throw taken(task);
    await this.uow.run(async (tx) => {
      const changed = type === 'task.claimed' ? await tx.tasks.claim(taskId, memberId, task.version) : await tx.tasks.release(taskId, memberId);
      if (!changed) throw taken(task);
      tx.ledger.append({ type, cycleId: task.cycleId, org: task.organisation.code, stepId: task.stepId, payload: { by: actedBy(actor), task: taskId, kind: task.kind } });
    });
    const after = await this.tasks.byId(taskId, this.clock.now());
    if (!after) throw notFound();
    return after;
  }
}

function taken(task: HeldTask): AppError {
  const over = ['DONE', 'CANCELLED', 'EXPIRED'].includes(task.state);
  return new AppError(over ? 'TASK.DONE' : 'TASK.CLAIMED', 'conflict', over ? 'The task is done or no longer needed' : 'Somebody took this task first', { taskId: task.id, state: task.state });
}

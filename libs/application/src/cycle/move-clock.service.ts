import { AppError, type LegalDate } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { settleCorrections } from '../year/settle-corrections.js';
import { endOfDay } from './cycle-time.js';

/** DRIVEN cycles only: ends the day and tells every body one of whose instants has passed. */
export class MoveClockService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @param date the cycle's new date; everything up to the end of the day before it has passed
   * @throws AppError CYCLE.CLOCK_NOT_MOVED (conflict): a real clock, or a date before the present one
   */
  move(actor: Actor, cycleId: string, date: LegalDate): Promise<{ readonly date: LegalDate; readonly bodiesTold: number }> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      await this.access.assertLeads(actor, 'cycle.advance', cycle.superiorId);
      if (cycle.clock !== 'DRIVEN') throw new AppError('CYCLE.CLOCK_NOT_MOVED', 'conflict', 'This cycle runs on the real clock', { cycleId });
      await tx.cycles.setClock(cycleId, date);
      const superior = await tx.cycles.unit(cycleId, cycle.superiorId);
      tx.ledger.append({ type: 'cycle.clock-moved', cycleId, org: superior.code, payload: { by: actedBy(actor), from: cycle.clockOn, to: date } });
      // Midnight that begins `date`: the day before it has ended.
      const until = new Date(endOfDay(date).getTime() - 86_400_000);
      const workflows = await tx.cycles.workflowsDue(cycleId, until);
      for (const workflowId of workflows) tx.outbox.signal(workflowId, 'clockMoved', { on: date, until: until.toISOString() });
      await settleCorrections(tx, cycle.superiorId, this.clock.now());
      return { date, bodiesTold: workflows.length };
    });
  }
}

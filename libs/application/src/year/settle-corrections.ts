import { type Tx } from '../ports/unit-of-work.port.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { isLate } from '../review/write-paper.service.js';

/**
 * Ends the corrective expectations of organisations that have a record of the work by now. Called by whatever adds a record or moves
 * the day, as its last statements; the list of late organisations shrinks by nothing else.
 * @returns how many ended
 */
export async function settleCorrections(tx: Tx, superiorId: string, now: Date): Promise<number> {
  let ended = 0;
  for (const correction of await tx.years.openCorrections(superiorId)) {
    const waiting = await tx.steps.waitingKeys(correction.stepId);
    if (waiting.length === 0) continue;
    const cycle = await tx.cycles.get(correction.cycleId);
    const today = cycleDate(cycle, now);
    const did = await tx.workRecords.unitsThatDid(superiorId, correction.workKinds, `${correction.year}-01-01`, today);
    const done = waiting.filter((id) => did.has(id));
    if (done.length === 0) continue;
    const step = await tx.steps.get(correction.stepId);
    const late = isLate(cycle, step, now);
    let settled = 0;
    for (const id of done) {
      // Another record may have ended it meanwhile: each expectation counts once.
      if (!(await tx.steps.markDone(step.id, id, now, late))) continue;
      settled += 1;
      const unit = await tx.cycles.unit(cycle.id, id);
      tx.ledger.append({ type: 'mid-year.corrected', cycleId: cycle.id, org: unit.code, stepId: step.id, payload: { kinds: [...correction.workKinds], late, effectiveOn: today } });
      await tx.tasks.done({ kind: 'CORRECT_LATE_WORK', refId: id }, null, now);
    }
    if (settled === 0) continue;
    const { outstanding, workflowId } = await tx.steps.settle(step.id, settled);
    if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
    ended += settled;
  }
  return ended;
}

import { type AnnualCycleInput, type BodyOutcome } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { AnnualCycle } from './annual-cycle.state.js';

/** One superior's cycle of one period, from the frozen tree to the last commendation. */
export async function annualCycle(input: AnnualCycleInput): Promise<BodyOutcome> {
  const cycle = new AnnualCycle(input);
  cycle.listen();
  await cycle.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!cycle.over) return continueAsNew<typeof annualCycle>(cycle.carry());
  return cycle.outcome();
}

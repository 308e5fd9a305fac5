import { type BodyOutcome, type CommendationInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { Commendation } from './commendation.state.js';

/** Commendations of one cycle, until no case is open. The service settles the cycle's step with the last one. */
export async function commendation(input: CommendationInput): Promise<BodyOutcome> {
  const cases = new Commendation(input);
  cases.listen();
  await cases.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!cases.over) return continueAsNew<typeof commendation>(cases.carry());
  return cases.outcome();
}

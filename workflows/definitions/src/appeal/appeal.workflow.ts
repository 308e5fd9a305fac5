import { type BodyOutcome, type CaseInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { Appeal } from './appeal.state.js';

/** One appeal, from its receipt to the notice that ends it. */
export async function appeal(input: CaseInput): Promise<BodyOutcome> {
  const body = new Appeal(input);
  body.listen();
  await body.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!body.over) return continueAsNew<typeof appeal>(body.carry());
  return body.outcome();
}

import { type BodyOutcome, type CaseInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { Reevaluation } from './reevaluation.state.js';

/** One past year of one subject, from the discipline to the decision and its notice. */
export async function reevaluation(input: CaseInput): Promise<BodyOutcome> {
  const body = new Reevaluation(input);
  body.listen();
  await body.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!body.over) return continueAsNew<typeof reevaluation>(body.carry());
  return body.outcome();
}

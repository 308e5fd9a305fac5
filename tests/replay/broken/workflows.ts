import { type CellReviewInput } from '@binhxet/contracts';
import { cellReview as sound } from '@binhxet/definitions';
import { sleep } from '@temporalio/workflow';

/** The cell review with one timer more than its recorded histories: replaying them must fail, or the replay test proves nothing. */
export async function cellReview(input: CellReviewInput): Promise<unknown> {
  await sleep('1 minute');
  return sound(input);
}

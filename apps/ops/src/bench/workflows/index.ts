import { allHandlersFinished, condition, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import { type BenchActivities, type MemberAct, type MemberInput } from '../bench-worker-contract.js';

const { nothing, memberAct } = proxyActivities<BenchActivities>({ startToCloseTimeout: '60s' });

const touch = defineUpdate<void>('touch');
const act = defineUpdate<void, [MemberAct]>('act');
const end = defineSignal('end');

/** What a transition is compared with: an update that carries out one activity which does nothing. */
export async function bareBody(): Promise<void> {
  let over = false;
  setHandler(touch, () => nothing());
  setHandler(end, () => void (over = true));
  await condition(() => over);
  await condition(allHandlersFinished);
}

/** The design that was not chosen: a workflow for each member, an update for each act about the member. Lives here and nowhere else. */
export async function memberReview(input: MemberInput): Promise<void> {
  let over = false;
  setHandler(act, (what) => memberAct(input, what));
  setHandler(end, () => void (over = true));
  await condition(() => over);
  await condition(allHandlersFinished);
}

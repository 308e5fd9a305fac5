import { type CycleActivities } from '@binhxet/contracts';
import { proxyActivities } from '@temporalio/workflow';

/** Safe to repeat: candidates are derived from stored levels; a whole installation's history is read, hence the long attempt. */
export const { deriveCandidates } = proxyActivities<Pick<CycleActivities, 'deriveCandidates'>>({
  startToCloseTimeout: '10m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

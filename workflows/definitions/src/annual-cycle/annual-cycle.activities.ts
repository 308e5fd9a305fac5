import { type CycleActivities } from '@binhxet/contracts';
import { proxyActivities } from '@temporalio/workflow';

/** Safe to repeat: the snapshot is keyed by the cycle, the results by review and year. Whole trees at once, hence the long attempt. */
export const { freezeCycle, prepareYear, endBodies, closeCycle } = proxyActivities<Pick<CycleActivities, 'freezeCycle' | 'prepareYear' | 'endBodies' | 'closeCycle'>>({
  startToCloseTimeout: '10m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

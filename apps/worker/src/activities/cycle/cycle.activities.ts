import { type CycleActivities } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { guarded } from '../guarded-activity.js';

/** The cycle as a whole: its snapshot, its tree of bodies, its phases and its end. */
export function cycleActivities(services: CycleActivities, logger: Logger): CycleActivities {
  return {
    freezeCycle: guarded(logger, 'transition', services.freezeCycle.bind(services)),
    prepareYear: guarded(logger, 'transition', services.prepareYear.bind(services)),
    childBodies: guarded(logger, 'transition', services.childBodies.bind(services)),
    recordPhase: guarded(logger, 'transition', services.recordPhase.bind(services)),
    lateReviewInput: guarded(logger, 'transition', services.lateReviewInput.bind(services)),
    deriveCandidates: guarded(logger, 'transition', services.deriveCandidates.bind(services)),
    endBodies: guarded(logger, 'transition', services.endBodies.bind(services)),
    endBody: guarded(logger, 'transition', services.endBody.bind(services)),
    closeCycle: guarded(logger, 'transition', services.closeCycle.bind(services)),
  };
}

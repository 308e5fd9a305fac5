import { type StepActivities } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { guarded } from '../guarded-activity.js';

/** Steps opened, closed, counted and reminded of by the engine. */
export function stepActivities(services: StepActivities, logger: Logger): StepActivities {
  return {
    openStep: guarded(logger, 'transition', services.openStep.bind(services)),
    closeStep: guarded(logger, 'transition', services.closeStep.bind(services)),
    tallyBallot: guarded(logger, 'transition', services.tallyBallot.bind(services)),
    closeMeeting: guarded(logger, 'transition', services.closeMeeting.bind(services)),
    remind: guarded(logger, 'transition', services.remind.bind(services)),
    escalate: guarded(logger, 'transition', services.escalate.bind(services)),
  };
}

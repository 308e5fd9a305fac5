import { type CaseActivities } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { guarded } from '../guarded-activity.js';

/** Appeals and re-evaluations: their deadline, their window of evidence, their end. */
export function caseActivities(services: CaseActivities, logger: Logger): CaseActivities {
  return {
    openCaseStep: guarded(logger, 'transition', services.openCaseStep.bind(services)),
    closeCaseStep: guarded(logger, 'transition', services.closeCaseStep.bind(services)),
    remindCase: guarded(logger, 'transition', services.remindCase.bind(services)),
    escalateCase: guarded(logger, 'transition', services.escalateCase.bind(services)),
    closeCase: guarded(logger, 'transition', services.closeCase.bind(services)),
  };
}

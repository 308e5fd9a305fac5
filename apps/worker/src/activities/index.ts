import { type Activities } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { caseActivities } from './case/case.activities.js';
import { commandActivities } from './command/command.activities.js';
import { cycleActivities } from './cycle/cycle.activities.js';
import { stepActivities } from './step/step.activities.js';

/** Everything the worker registers. @param services the control plane: methods of the same names and signatures */
export function createActivities(services: Activities, logger: Logger): Activities {
  return { ...commandActivities(services, logger), ...stepActivities(services, logger), ...cycleActivities(services, logger), ...caseActivities(services, logger) };
}

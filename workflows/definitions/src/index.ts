// Every export is registered as a workflow type: nothing else belongs here.
export { annualCycle } from './annual-cycle/annual-cycle.workflow.js';
export { appeal } from './appeal/appeal.workflow.js';
export { cellReview } from './cell-review/cell-review.workflow.js';
export { commendation } from './commendation/commendation.workflow.js';
export { lateReview } from './late-review/late-review.workflow.js';
export { organisationReview } from './organisation-review/organisation-review.workflow.js';
export { reevaluation } from './reevaluation/reevaluation.workflow.js';

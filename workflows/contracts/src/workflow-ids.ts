import { type WorkflowStart } from './inputs.js';

/** Workflow ids are business ids: one body, one id. Conflict policy: reject a duplicate, PostgreSQL is the truth. */
export const cycleWorkflowId = (cycleId: string): string => `cycle:${cycleId}`;
export const organisationWorkflowId = (cycleId: string, orgCode: string): string => `org-review:${cycleId}:${orgCode}`;
export const cellWorkflowId = (cycleId: string, orgCode: string): string => `cell-review:${cycleId}:${orgCode}`;
export const lateReviewWorkflowId = (cycleId: string, reviewId: string): string => `late-review:${cycleId}:${reviewId}`;
export const commendationWorkflowId = (cycleId: string): string => `commendation:${cycleId}`;

export const appealWorkflowId = (caseId: string): string => `appeal:${caseId}`;
export const reevaluationWorkflowId = (caseId: string): string => `reevaluation:${caseId}`;

/** Id of the workflow that `start` describes. */
export function workflowIdOf(start: WorkflowStart): string {
  switch (start.workflow) {
    case 'annualCycle':
      return cycleWorkflowId(start.input.cycleId);
    case 'organisationReview':
      return organisationWorkflowId(start.input.cycleId, start.input.orgCode);
    case 'cellReview':
      return cellWorkflowId(start.input.cycleId, start.input.orgCode);
    case 'lateReview':
      return lateReviewWorkflowId(start.input.cycleId, start.input.reviewId);
    case 'commendation':
      return commendationWorkflowId(start.input.cycleId);
    case 'appeal':
      return appealWorkflowId(start.input.caseId);
    case 'reevaluation':
      return reevaluationWorkflowId(start.input.caseId);
  }
}

/** Task queue of every workflow and activity of the yearly cycle. */
export const TASK_QUEUE = 'binhxet';

/** Children are started in pages of at most this many, so that no workflow task grows with the country. */
export const CHILD_PAGE = 200;

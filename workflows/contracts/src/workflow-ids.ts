/** Workflow ids are business ids: one body, one id. Conflict policy: reject a duplicate, PostgreSQL is the truth. */
export const cycleWorkflowId = (cycleId: string): string => `cycle:${cycleId}`;
export const organisationWorkflowId = (cycleId: string, orgCode: string): string => `org-review:${cycleId}:${orgCode}`;
export const cellWorkflowId = (cycleId: string, orgCode: string): string => `cell-review:${cycleId}:${orgCode}`;
export const lateReviewWorkflowId = (cycleId: string, reviewId: string): string => `late-review:${cycleId}:${reviewId}`;
export const commendationWorkflowId = (cycleId: string): string => `commendation:${cycleId}`;

/** Task queue of every workflow and activity of the yearly cycle. */
export const TASK_QUEUE = 'binhxet';

/** Children are started in pages of at most this many, so that no workflow task grows with the country. */
export const CHILD_PAGE = 200;

import { startAttributes, startDetails, startSummary, type WorkflowStart, workflowIdOf } from '@binhxet/contracts';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';

/**
 * Starts the workflow of another body, which outlives this one. One that exists already, running or over, is what was asked for:
 * a page may be started twice.
 */
export async function startBody(start: WorkflowStart): Promise<void> {
  try {
    await startChild(start.workflow, {
      workflowId: workflowIdOf(start),
      args: [start.input],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      typedSearchAttributes: startAttributes(start),
      staticSummary: startSummary(start),
      staticDetails: startDetails(start),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

import { type StepRef } from '@binhxet/contracts';
import { type BallotRow } from '../ports/ballot.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { recordOpened } from '../step/record-opened.js';

/** What a recount asks for: whole rows of subjects, and the four totals where those differ. null: everything, for the first time. */
export interface Recount {
  readonly reviewIds: readonly string[];
  readonly totals: boolean;
}

/**
 * Opens the count of one attempt: one expectation and one personal task for each teller. It has no deadline of its own; the
 * meeting has.
 * @returns the step as the workflow awaits it
 */
export async function openPaperCount(tx: Tx, meeting: MeetingRow, ballot: BallotRow, stepId: string, recount: Recount | null, now: Date): Promise<StepRef> {
  await tx.steps.insert({
    id: stepId,
    cycleId: ballot.cycleId,
    superiorId: ballot.superiorId,
    organisationId: ballot.organisationId,
    kind: 'PAPER_COUNT',
    refId: ballot.id,
    round: ballot.attempt,
    dueAt: null,
    closeAt: null,
    remindAt: [],
    escalateAt: [],
    workflowId: meeting.workflowId,
    openedAt: now,
    keys: meeting.tellerIds,
  });
  await tx.tasks.open(
    meeting.tellerIds.map((tellerId) => ({
      kind: 'ENTER_PAPER_COUNT',
      cycleId: ballot.cycleId,
      superiorId: ballot.superiorId,
      organisationId: ballot.organisationId,
      stepId,
      refId: ballot.id,
      holder: { memberId: tellerId },
      live: true,
      dueAt: null,
      waitingCount: recount ? recount.reviewIds.length : ballot.subjects.length,
      facts: { meetingId: meeting.id, ballotId: ballot.id, attempt: ballot.attempt, recount: recount ? { reviewIds: [...recount.reviewIds], totals: recount.totals } : null },
    })),
    now,
  );
  const step = await tx.steps.get(stepId);
  await recordOpened(tx, step, meeting.tellerIds.length, now);
  return tx.steps.refOf(step);
}

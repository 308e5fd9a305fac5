import { type StepRef } from '@binhxet/contracts';
import { type Level, levelVerdict } from '@binhxet/domain';
import { type BallotRow, type PaperEntry, type TallyRow } from '../ports/ballot.store.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { choicesOf, recountOf } from './count-entry.js';
import { openPaperCount } from './paper-count-step.js';

export interface TallyOutcome {
  readonly agreed: boolean;
  /** The count to wait for when the tellers differ. */
  readonly reopened?: StepRef;
}

/** Compares what both tellers counted: equal entries become the tally with its verdicts, differing rows are asked for again. */
export class TallyBallotService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Safe to repeat: a tallied ballot stays as it is, a count under way is answered with its step. */
  tally(ballotId: string): Promise<TallyOutcome> {
    return this.uow.run(async (tx) => {
      const { meetingId } = await tx.ballots.get(ballotId);
      const meeting = await tx.meetings.lock(meetingId);
      const ballot = await tx.ballots.lock(ballotId);
      if (ballot.state !== 'RECONCILING' || !ballot.stepId) return { agreed: true };
      const now = this.clock.now();
      const closed = await tx.steps.close(ballot.stepId, 'ALL_IN', now);
      if (!closed) return { agreed: false, reopened: tx.steps.refOf(await tx.steps.get(ballot.stepId)) };
      const [first, second] = await tx.ballots.entries(ballot.id, ballot.attempt);
      if (!first || !second) throw new Error(`ballot ${ballot.id}: the count is complete without two entries`);
      const recount = recountOf(first.entry, second.entry);
      if (!recount) {
        await this.settle(tx, meeting, ballot, first.entry, [first.tellerId, second.tellerId]);
        return { agreed: true };
      }
      const stepId = this.ids.next();
      const again = await tx.ballots.change(ballot, { attempt: ballot.attempt + 1, stepId });
      return { agreed: false, reopened: await openPaperCount(tx, meeting, again, stepId, recount, now) };
    });
  }

  private async settle(tx: Tx, meeting: MeetingRow, ballot: BallotRow, entry: PaperEntry, tellers: readonly string[]): Promise<void> {
    const { distributed, returned, valid, invalid } = entry;
    const rows = tallyRows(ballot, entry);
    await tx.ballots.insertTally(ballot.id, rows);
    await tx.ballots.move(ballot, 'TALLIED', { totals: { distributed, returned, valid, invalid } });
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'ballot.tallied',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: ballot.stepId,
      payload: {
        meeting: meeting.id,
        ballot: ballot.id,
        kind: ballot.kind,
        round: ballot.round,
        attempt: ballot.attempt,
        tellers: [...tellers],
        countedBody: ballot.countedBody,
        entitled: ballot.entitled,
        totals: { distributed, returned, valid, invalid },
        rows: rows.map((row) => ({ review: row.reviewId, votes: [...row.votes], blank: row.blank, invalid: row.invalid, verdict: row.verdict })),
        clause: ballot.rule.majoritySource,
      },
    });
  }
}

/** Verdict on each subject with the comparisons behind it, from the rule stored with the ballot. */
export function tallyRows(ballot: BallotRow, entry: PaperEntry): TallyRow[] {
  const bySubject = new Map(entry.subjects.map((row) => [row.subjectId, row]));
  return ballot.subjects.map((reviewId) => {
    const row = bySubject.get(reviewId);
    if (!row) throw new Error(`ballot ${ballot.id}: no count for ${reviewId}`);
    const votes = choicesOf(ballot).map((choice) => row.counts[choice] ?? 0);
    const verdict = levelVerdict(byLevel(votes), ballot.countedBody ?? 0, ballot.rule.majority);
    return {
      reviewId,
      votes,
      blank: row.blank,
      invalid: row.invalidForSubject,
      verdict: verdict.level,
      proof: { outcome: verdict.outcome, countedBody: verdict.countedBody, clause: ballot.rule.majoritySource, tests: verdict.tests.map((test) => ({ level: test.level, own: test.own, formula: { ...test.formula } })) },
    };
  });
}

function byLevel(votes: readonly number[]): Partial<Record<Level, number>> {
  return Object.fromEntries(votes.map((count, index) => [index + 1, count]));
}

import { type BodyRef, CHILD_PAGE } from '@binhxet/contracts';
import { ballotMachine, type BallotState, meetingMachine } from '@binhxet/domain';
import { type BodyRow, ENDED_PHASES } from '../ports/body.store.js';
import { type Clock } from '../ports/clock.port.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { cycleDate } from './cycle-time.js';
import { endWithoutLevel } from './end-without-level.js';

/**
 * Ends what the close of a cycle finds open: bodies that were passed over, late reviews nobody held, subjects without a decision. Each body
 * is told through the outbox and ends by itself. Safe to repeat: what has ended is left alone.
 */
export class EndBodiesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page of organisations in official order. @param after ordinal of the last one of the page before */
  endPage(cycleId: string, after: number | null): Promise<{ readonly ended: number; readonly next: number | null }> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const units = await tx.cycles.unitPage(cycleId, after, CHILD_PAGE);
      const ended = await this.end(tx, cycle, units, true);
      return { ended, next: units.length < CHILD_PAGE ? null : (units.at(-1)?.ordinal ?? null) };
    });
  }

  /** One body that has heard of the close: what it opened after the page was done. */
  endOne(body: BodyRef): Promise<void> {
    return this.uow.run(async (tx) => {
      await this.end(tx, await tx.cycles.get(body.cycleId), [await tx.cycles.unit(body.cycleId, body.orgId)], false);
    });
  }

  private async end(tx: Tx, cycle: CycleRow, units: readonly UnitRow[], tell: boolean): Promise<number> {
    const now = this.clock.now();
    const ids = units.map((unit) => unit.organisationId);
    const codes = new Map(units.map((unit) => [unit.organisationId, unit.code]));
    const of = (organisationId: string): string => codes.get(organisationId) ?? '';
    const effectiveOn = cycleDate(cycle, now);

    for (const step of await tx.steps.openOf(cycle.id, ids)) await endStep(tx, step, of(step.organisationId), now);
    for (const meeting of await tx.meetings.openOf(cycle.id, ids)) await endMeeting(tx, meeting, of(meeting.organisationId), now);
    await tx.tasks.endOfOrganisations(cycle.id, ids, 'CANCELLED', now);
    for (const unit of units) {
      const moved = await endWithoutLevel(tx, await tx.reviews.atOrganisation(cycle.id, unit.organisationId));
      if (moved.length === 0) continue;
      tx.ledger.append({
        type: 'review.changed',
        cycleId: cycle.id,
        org: unit.code,
        payload: { change: 'NOT_YET_RATED', cause: 'CYCLE_CLOSED', reviews: moved.map((review) => ({ review: review.id, from: review.state })), effectiveOn },
      });
    }
    const running = tell ? (await tx.bodies.ofOrganisations(cycle.id, ids)).filter(isAtWork) : [];
    for (const body of running) {
      tx.outbox.signal(body.workflowId, 'cycleClosed', {});
      tx.ledger.append({ type: 'body.ended', cycleId: cycle.id, org: of(body.organisationId), payload: { workflow: body.workflowId, phase: body.phase, cause: 'CYCLE_CLOSED', effectiveOn } });
    }
    return running.length;
  }
}

/** The cycle ends itself, and waits for the commendation, which ends with its last case. */
const isAtWork = (body: BodyRow): boolean => !['annualCycle', 'commendation'].includes(body.workflow) && !ENDED_PHASES.includes(body.phase);

async function endStep(tx: Tx, step: StepRow, org: string, now: Date): Promise<void> {
  if (!(await tx.steps.close(step.id, 'CYCLE_CLOSED', now))) return;
  const missing = await tx.steps.waitingKeys(step.id);
  await tx.tasks.endOfStep(step.id, 'CANCELLED', now);
  tx.ledger.append({ type: 'step.closed', cycleId: step.cycleId, org, stepId: step.id, payload: { kind: step.kind, cause: 'CYCLE_CLOSED', expected: step.total, missing: missing.length } });
}

/** A meeting under way is broken off, with its ballots: nothing that was counted in it was certified. What is signed stands. */
async function endMeeting(tx: Tx, found: MeetingRow, org: string, now: Date): Promise<void> {
  const meeting = await tx.meetings.lock(found.id);
  if (!meetingMachine.may(meeting.state, 'CANCELLED')) return;
  for (const ballot of await tx.ballots.ofMeeting(meeting.id)) {
    const standing = ballot.state === 'ROLL_FROZEN' ? await tx.ballots.move(ballot, 'DRAFT') : ballot;
    if (ballotMachine.may(standing.state as BallotState, 'VOID')) await tx.ballots.move(standing, 'VOID');
  }
  for (const ballot of await tx.personBallots.ofMeeting(meeting.id)) {
    if (ballotMachine.may(ballot.state, 'VOID')) await tx.personBallots.move(ballot, 'VOID');
    await tx.tasks.endOfRef(ballot.id, 'CANCELLED', now);
  }
  await tx.meetings.move(meeting, 'CANCELLED');
  await tx.tasks.endOfRef(meeting.id, 'CANCELLED', now);
  tx.ledger.append({ type: 'meeting.cancelled', cycleId: meeting.cycleId, org, stepId: meeting.stepId, payload: { meeting: meeting.id, before: meeting.state, cause: 'CYCLE_CLOSED' } });
}

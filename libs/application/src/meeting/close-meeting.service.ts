import { AppError, isGrassroots, isUnratedDuty, type Level, type OrgRole, UNRATED_DUTIES } from '@binhxet/domain';
import { type BallotKind, type BallotRow } from '../ports/ballot.store.js';
import { type Clock } from '../ports/clock.port.js';
import { type UnitRow } from '../ports/cycle.store.js';
import { type MeetingKind, type MeetingRow } from '../ports/meeting.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { completeBodyStep } from '../step/body-step.js';
import { walkReviews } from './walk-review.js';

type Verdicts = ReadonlyMap<string, { readonly kind: BallotKind; readonly verdict: Level | null }>;

/** After all signatures: certifies the ballots, moves their subjects, ends the meeting and the step it served. */
export class CloseMeetingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat. @throws AppError MINUTES.UNSIGNED (conflict) */
  close(meetingId: string): Promise<{ readonly kind: MeetingKind; readonly lateReviewIds: readonly string[] }> {
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      if (meeting.state === 'CLOSED') return { kind: meeting.kind, lateReviewIds: await lateAfter(tx, meeting) };
      const now = this.clock.now();
      const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
      await endSignatures(tx, meeting, now);
      const verdicts = await certify(tx, meeting);
      await certifyPersonBallots(tx, meeting);
      await moveSubjects(tx, meeting, unit, verdicts);
      const signed = meeting.state === 'MINUTES_SIGNED' ? meeting : await tx.meetings.move(meeting, 'MINUTES_SIGNED');
      await tx.meetings.move(signed, 'CLOSED');
      await tx.tasks.endOfRef(meeting.id, 'DONE', now);
      tx.ledger.append({
        type: 'meeting.closed',
        cycleId: meeting.cycleId,
        org: unit.code,
        stepId: meeting.stepId,
        payload: { meeting: meeting.id, kind: meeting.kind, verdicts: [...verdicts].map(([review, { kind, verdict }]) => ({ review, ballot: kind, verdict })) },
      });
      await completeBodyStep(tx, await tx.steps.get(meeting.stepId), meeting.chairId, now);
      return { kind: meeting.kind, lateReviewIds: await lateAfter(tx, meeting) };
    });
  }
}

/** A grassroots cell hands over by itself, so its absent members go their own way from here; elsewhere the submission names them. */
async function lateAfter(tx: Tx, meeting: MeetingRow): Promise<string[]> {
  const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
  if (meeting.kind !== 'CELL_REVIEW' || unit.role !== 'GRASSROOTS_CELL') return [];
  const members = await tx.reviews.atOrganisation(meeting.cycleId, meeting.organisationId, 'MEMBER');
  return members.filter((review) => review.state === 'WAITING_ABSENT').map((review) => review.id);
}

async function endSignatures(tx: Tx, meeting: MeetingRow, now: Date): Promise<void> {
  const step = await tx.steps.find(meeting.cycleId, meeting.organisationId, 'SIGN_MINUTES', meeting.id);
  const mayEnd = meeting.state === 'MINUTES_DRAFT' || meeting.state === 'MINUTES_SIGNED';
  if (!mayEnd || !step || !(await tx.steps.close(step.id, 'ALL_IN', now))) {
    throw new AppError('MINUTES.UNSIGNED', 'conflict', 'Signatures under the minutes are missing', { meetingId: meeting.id, state: meeting.state, outstanding: step?.outstanding ?? null });
  }
}

/** @returns the meeting's word on every subject: that of its last ballot on it */
async function certify(tx: Tx, meeting: MeetingRow): Promise<Verdicts> {
  const verdicts = new Map<string, { kind: BallotKind; verdict: Level | null }>();
  const held = (await tx.ballots.ofMeeting(meeting.id)).filter((ballot: BallotRow) => ballot.state === 'TALLIED' || ballot.state === 'RERUN');
  for (const ballot of held) {
    for (const row of await tx.ballots.tally(ballot.id)) verdicts.set(row.reviewId, { kind: ballot.kind, verdict: row.verdict });
    if (ballot.state === 'TALLIED') await tx.ballots.move(ballot, 'CERTIFIED');
  }
  return verdicts;
}

/** They end with the meeting and move nobody's review. */
async function certifyPersonBallots(tx: Tx, meeting: MeetingRow): Promise<void> {
  for (const ballot of await tx.personBallots.ofMeeting(meeting.id)) if (ballot.state === 'TALLIED') await tx.personBallots.move(ballot, 'CERTIFIED');
}

async function moveSubjects(tx: Tx, meeting: MeetingRow, unit: UnitRow, verdicts: Verdicts): Promise<void> {
  const reviews = await tx.reviews.getMany([...verdicts.keys()]);
  const of = (kind: BallotKind, subject: ReviewRow['subjectKind'], own?: boolean) =>
    reviews.filter((review) => verdicts.get(review.id)?.kind === kind && review.subjectKind === subject && (own === undefined || own === (review.subjectId === unit.organisationId)));
  const verdict = (review: ReviewRow): Level | null => verdicts.get(review.id)?.verdict ?? null;
  const selfRated = (review: ReviewRow) => ({ selfLevel: verdict(review) });

  // A grassroots organisation is self-rated once its body has decided on everything below it. Source: settled, section 3
  const ownState = isGrassroots(unit.role as OrgRole) ? 'WAITING_SUBORDINATES' : 'SELF_RATED';
  for (const kind of ['CELL_SELF_LEVEL', 'COLLECTIVE_PROPOSAL'] as const) {
    await walkReviews(tx, of(kind, 'COLLECTIVE', true), 'SELF_RATED', selfRated);
    const own = of(kind, 'ORGANISATION', true);
    await walkReviews(tx, own.filter((review) => review.state !== 'SELF_RATED'), ownState, selfRated);
    await walkReviews(tx, own.filter((review) => review.state === 'SELF_RATED'), 'SELF_RATED', selfRated);
  }
  for (const review of reviews) {
    const isProposal = verdicts.get(review.id)?.kind === 'COLLECTIVE_PROPOSAL' && review.subjectId !== unit.organisationId;
    if (isProposal) await tx.reviews.change(review.id, { proposedLevel: verdict(review) });
  }
  await walkReviews(tx, of('CELL_MEMBER_LEVEL', 'MEMBER'), 'REVIEWED');
  await endCellReview(tx, meeting, new Set(verdicts.keys()));

  await walkReviews(tx, of('COMMITTEE_DECISION', 'MEMBER'), 'VERIFIED', (review) => ({ verifiedLevel: verdict(review) }));
  const proposedAs = (review: ReviewRow) => ({ proposedLevel: review.proposedLevel ?? review.selfLevel, verifiedLevel: verdict(review) });
  await walkReviews(tx, of('COMMITTEE_DECISION', 'ORGANISATION', false), 'BALLOTED', proposedAs);
  await walkReviews(tx, of('COMMITTEE_DECISION', 'COLLECTIVE', false), 'VERIFIED', proposedAs);
  // The advisory body has verified these: its level stays beside the standing committee's vote.
  await walkReviews(tx, of('STANDING_DECISION', 'ORGANISATION'), 'BALLOTED');
  await walkReviews(tx, of('STANDING_DECISION', 'COLLECTIVE'), 'VERIFIED', (review) => ({ proposedLevel: review.proposedLevel ?? review.selfLevel }));
}

/** Members reviewed without a level end here; whoever was not on a ballot is reviewed later. */
async function endCellReview(tx: Tx, meeting: MeetingRow, onBallots: ReadonlySet<string>): Promise<void> {
  if (meeting.kind !== 'CELL_REVIEW' && meeting.kind !== 'LATE_REVIEW') return;
  const step = await tx.steps.get(meeting.stepId);
  const here = (await tx.reviews.atOrganisation(meeting.cycleId, meeting.organisationId, 'MEMBER')).filter(
    (review) => review.state === 'READY' && !onBallots.has(review.id) && (meeting.kind === 'CELL_REVIEW' || review.id === step.refId),
  );
  if (here.length === 0) return;
  const roll = new Map((await tx.cycles.roll(meeting.cycleId, meeting.organisationId)).filter((row) => isUnratedDuty(row.duty)).map((row) => [row.memberId, row]));
  for (const state of UNRATED_DUTIES) {
    const reviewed = await tx.reviews.moveMany(here.filter((review) => roll.get(review.subjectId)?.duty === state), 'REVIEWED');
    await tx.reviews.moveMany(reviewed, state, (review) => ({ nonLevel: state, nonLevelClause: roll.get(review.subjectId)?.dutyClause ?? null }));
  }
  await tx.reviews.moveMany(here.filter((review) => !roll.has(review.subjectId)), 'WAITING_ABSENT');
}

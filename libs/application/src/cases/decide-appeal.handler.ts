import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, equivalentLevel, type FieldError, isAtLeast, isLegalDate, isLevel, type Json, type Level } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { deriveAgain } from '../commendation/derive-again.js';
import { contentHash } from '../cycle/sha256.js';
import { quotaEvidence, quotaRecord } from '../decision/assert-quotas.js';
import { classifyDecided } from '../decision/decided-levels.js';
import { lineEvidence } from '../decision/line-evidence.js';
import { walkReviews } from '../meeting/walk-review.js';
import { notify } from '../notification/notify.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CaseRow } from '../ports/commendation.store.js';
import { type ReviewChange, type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { type AppealAtHand, appealAtHand, recordAct, textOf } from './appeal-act.js';
import { takeBackAwards } from './awards-resting-on.js';
import { assertIndependent, panelRule } from './independence.js';
import { quotaAfter } from './quota-after.js';
import { standAgain } from './receive-appeal.handlers.js';

/** What a new level does to its review, and what it rests on, for the log. */
interface NewResult {
  readonly change: ReviewChange;
  readonly evidence: { readonly [key: string]: Json };
}

interface DecideInput {
  readonly outcome: 'CONFIRM' | 'CHANGE';
  /** null: the result is confirmed. */
  readonly level: Level | null;
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly document: string | null;
}

/**
 * CONCLUDED → RESULT_CONFIRMED or RESULT_CHANGED, by a numbered decision of the direct superior and by others than who decided before.
 * A changed result keeps both values; the quota of the year is counted again for information, nobody else's result is opened.
 */
export class DecideAppealHandler implements CommandHandler {
  readonly name: CommandName = 'decideAppeal';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** @throws AppError APPEAL.NOT_INDEPENDENT, APPEAL.LEVEL_UNCHANGED, DECISION.ABOVE_CEILING, DECISION.NUMBER_TAKEN (conflict), APPEAL.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const hand = await appealAtHand(tx, command, ref, now);
    const input = decideInput(command);
    assertIndependent(command.actor.memberId, await panelRule(tx, hand.row, hand.review, hand.on));
    const book = this.rules.forCycle(hand.cycle);
    const first = await tx.decisions.latestOn(hand.review.id);
    const prev = first ? await tx.trail.ofDecision(hand.cycle.id, first.id) : null;
    const decisionId = this.ids.next();
    const old = hand.review.decidedLevel;
    const level = input.level ?? old;
    if (input.level !== null && input.level === old) throw new AppError('APPEAL.LEVEL_UNCHANGED', 'conflict', 'A changed result has another level', { level: input.level });

    const made = input.level === null ? null : await this.classified(tx, hand, book, input.level, input.reason, decisionId);
    const groups = level === null ? [] : await quotaAfter(tx, book, hand.review, level);
    const quota = groups.map(quotaRecord);
    const content = { kind: 'APPEAL', case: hand.row.id, number: input.number, decidedOn: input.decidedOn, review: hand.review.id, old, level, reason: input.reason, document: input.document };
    await tx.decisions.insert(
      {
        id: decisionId,
        cycleId: hand.cycle.id,
        superiorId: hand.cycle.superiorId,
        organisationId: hand.row.authorityId,
        kind: 'APPEAL',
        number: input.number,
        decidedOn: input.decidedOn,
        meetingId: null,
        quota,
        reason: input.reason,
        document: input.document,
        contentHash: contentHash(content),
        issuedBy: command.actor.memberId,
        issuedAt: now,
      },
      [{ reviewId: hand.review.id, caseId: null, level, nonLevel: level === null ? hand.review.nonLevel : null, verdict: null, reason: input.reason }],
    );
    const org = (await tx.cycles.unit(hand.cycle.id, hand.row.authorityId)).code;
    const entry = tx.ledger.append({
      type: 'decision.issued',
      cycleId: hand.cycle.id,
      org,
      prev,
      payload: { by: actedBy(command.actor), command: command.id, decision: decisionId, kind: 'APPEAL', case: hand.row.id, number: input.number, decidedOn: input.decidedOn, meeting: null, reason: input.reason, document: input.document, sha256: contentHash(content) },
    });
    if (made && input.level !== null) await this.replaceResult(tx, hand, command, book, input, input.level, decisionId, entry, made.change, now);
    else await standAgain(tx, hand);
    await recordAct(
      tx,
      hand,
      command,
      input.level === null ? 'RESULT_CONFIRMED' : 'RESULT_CHANGED',
      {
        act: input.level === null ? 'CONFIRM' : 'CHANGE',
        type: 'appeal.decided',
        reason: input.reason,
        document: input.document,
        prev,
        payload: { decision: decisionId, number: input.number, decidedOn: input.decidedOn, old, level, quota: groups.map(quotaEvidence), evidence: made?.evidence ?? null },
      },
      now,
      { decisionId, decisionNumber: input.number, decidedOn: input.decidedOn, quota, ...(old !== null && { oldLevel: old }), ...(input.level !== null && { newLevel: input.level }) },
    );
    return { decisionId };
  }

  /** The new level under the gates of the cycle's own pack. */
  private async classified(tx: Tx, { review, cycle }: AppealAtHand, book: RuleBook, level: Level, reason: string, decisionId: string): Promise<NewResult> {
    const proofs = await classifyDecided(tx, cycle, book, [{ review, level, verdict: null, reason, ground: null }], new Map(), [], decisionId);
    const { result, input } = proofs.get(review.id)!;
    return { change: { decidedLevel: level, nonLevel: null, ceiling: result.ceiling, proof: result.proof as unknown as Json }, evidence: lineEvidence(input, []) };
  }

  private async replaceResult(tx: Tx, hand: AppealAtHand, command: CommandRow, book: RuleBook, input: DecideInput, level: Level, decisionId: string, entry: string, change: ReviewChange, now: Date): Promise<void> {
    const { review, cycle } = hand;
    await reopened(tx, review, change, cycle.state === 'CLOSED');
    const standing = await tx.history.standing(review.subjectKind, review.subjectId, cycle.ratingYear);
    if (standing?.reviewId === review.id) {
      await tx.history.cancel(standing.id, input.reason, 'CORRECTED');
      const label = book.rating.ladder.find((one) => one.level === level && one.subjects.includes(review.subjectKind))?.label ?? null;
      await tx.history.replace(standing, { id: this.ids.next(), level, label, decisionNumber: input.number, source: 'CORRECTION' });
    }
    const reaches = async (row: CaseRow): Promise<boolean> => {
      const rules = this.rules.forCycle(await tx.cycles.get(row.cycleId));
      const needed = rules.commendation.awards.find((award) => award.id === row.awardId)?.level.value ?? null;
      const read = equivalentLevel(rules.equivalence, 'commendationChain', review.subjectKind, { packId: book.rating.id, level })?.to.value ?? null;
      return needed !== null && read !== null && isAtLeast(read, needed);
    };
    const taken = { id: decisionId, number: input.number, on: input.decidedOn, reason: input.reason, by: actedBy(command.actor), entry };
    await takeBackAwards(tx, review.subjectKind, review.subjectId, cycle.ratingYear, taken, now, reaches);
    await deriveAgain(tx, { rules: this.rules, ids: this.ids, ...this.options }, { kind: review.subjectKind, subjectId: review.subjectId, year: cycle.ratingYear, by: taken.by, because: entry }, now);
    if (review.subjectKind === 'MEMBER') {
      notify(tx.outbox, [review.subjectId], { kind: 'RESULT_DECIDED', cycleId: cycle.id, organisationId: hand.row.authorityId, facts: { decisionId, decidedOn: input.decidedOn, year: cycle.ratingYear }, href: '/me/results' });
    }
  }
}

/** Through "Xem xét lại" to the new decision, as its machine has it. */
async function reopened(tx: Tx, review: ReviewRow, change: ReviewChange, closed: boolean): Promise<void> {
  const now = await tx.reviews.get(review.id);
  let at = now;
  if (review.subjectKind === 'MEMBER') at = await tx.reviews.move(at, 'REOPENED');
  if (review.subjectKind === 'COLLECTIVE') at = await tx.reviews.move(at, 'VERIFIED');
  if (review.subjectKind === 'ORGANISATION') at = await tx.reviews.move(at, 'VERIFYING');
  if (review.subjectKind === 'MEMBER') at = await tx.reviews.move(at, 'DECIDED', change);
  const [notified] = await walkReviews(tx, [at], 'NOTIFIED', () => change);
  if (closed && notified) await tx.reviews.move(notified, 'CLOSED');
}

/** @throws AppError APPEAL.INPUT_INVALID (invalid) with one error for each field */
function decideInput({ payload }: CommandRow): DecideInput {
  const errors: FieldError[] = [];
  const { outcome, level, decidedOn } = payload;
  const [number, reason] = [textOf(payload['number']), textOf(payload['reason'])];
  if (outcome !== 'CONFIRM' && outcome !== 'CHANGE') errors.push({ pointer: '/outcome', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: ['CONFIRM', 'CHANGE'] } });
  if (outcome === 'CHANGE' && !isLevel(level)) errors.push({ pointer: '/level', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [1, 2, 3, 4] } });
  if (number === null) errors.push({ pointer: '/number', code: 'REQUEST.MISSING' });
  if (reason === null) errors.push({ pointer: '/reason', code: 'REQUEST.MISSING' });
  if (typeof decidedOn !== 'string' || !isLegalDate(decidedOn)) errors.push({ pointer: '/decidedOn', code: 'REQUEST.NOT_A_DATE' });
  if (errors.length > 0) throw new AppError('APPEAL.INPUT_INVALID', 'invalid', 'the decision is not complete', {}, errors);
  return { outcome: outcome as DecideInput['outcome'], level: outcome === 'CHANGE' ? (level as Level) : null, number: number ?? '', decidedOn: decidedOn as string, reason: reason ?? '', document: textOf(payload['document']) };
}

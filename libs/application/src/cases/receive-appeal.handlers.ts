import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, isWithinWindow, type OrgRole } from '@binhxet/domain';
import { type CommandHandler } from '../command/command-handler.js';
import { type CommandRow } from '../ports/command.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { holdersOf } from '../task/task-holders.js';
import { appealAtHand, recordAct, requireText, tellConcerned } from './appeal-act.js';
import { assertIndependent, panelRule } from './independence.js';

type Done = Omit<CommandOutcome, 'commandId'>;

/** A result that is looked at again says so wherever it is shown. */
export const underAppeal = (review: Pick<ReviewRow, 'subjectKind'>): string => (review.subjectKind === 'MEMBER' ? 'UNDER_APPEAL' : 'UNDER_REEXAMINATION');

/** RECEIVED or FORWARDED → ADMITTED: the result is flagged "đang xem xét". */
export class AdmitAppealHandler implements CommandHandler {
  readonly name: CommandName = 'admitAppeal';

  /** @throws AppError APPEAL.WINDOW_PASSED, APPEAL_CASE.ILLEGAL_MOVE (conflict) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const { row, review } = hand;
    if (!isWithinWindow({ lastOn: row.windowLastOn }, row.filedOn)) {
      throw new AppError('APPEAL.WINDOW_PASSED', 'conflict', 'The case was filed after its last day', { filedOn: row.filedOn, lastOn: row.windowLastOn, days: row.windowDays });
    }
    await recordAct(tx, hand, command, 'ADMITTED', { act: 'ADMIT', type: 'appeal.admitted' }, now, { ...(review.decidedLevel !== null && { oldLevel: review.decidedLevel }) });
    await tx.reviews.move(review, underAppeal(review));
    tellConcerned(tx, hand, 'ADMITTED');
    return {};
  }
}

/** RECEIVED or FORWARDED → INADMISSIBLE, with a reason and by somebody who did not decide before. */
export class RejectAppealHandler implements CommandHandler {
  readonly name: CommandName = 'rejectAppeal';

  /** @throws AppError APPEAL.NOT_INDEPENDENT (conflict), APPEAL.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const { reason = '' } = requireText(command, 'reason');
    assertIndependent(command.actor.memberId, await panelRule(tx, hand.row, hand.review, hand.on));
    await recordAct(tx, hand, command, 'INADMISSIBLE', { act: 'REJECT', type: 'appeal.rejected', reason }, now);
    return {};
  }
}

/** RECEIVED → FORWARDED to a level above that is competent; its people go on with it. */
export class ForwardAppealHandler implements CommandHandler {
  readonly name: CommandName = 'forwardAppeal';

  /** @throws AppError APPEAL.NOT_ABOVE (conflict) unless the other organisation lies above this one in the cycle */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const { reason = '', organisationCode = '' } = requireText(command, 'reason', 'organisationCode');
    const to = await tx.cycles.unitByCode(hand.cycle.id, organisationCode);
    if (!(await isAbove(tx, hand.cycle.id, to.organisationId, hand.row.authorityId))) {
      throw new AppError('APPEAL.NOT_ABOVE', 'conflict', 'A case goes to a level above', { organisation: to.code, role: to.role as OrgRole });
    }
    await recordAct(tx, hand, command, 'FORWARDED', { act: 'FORWARD', type: 'appeal.forwarded', reason, payload: { to: to.code } }, now, { authorityId: to.organisationId });
    await tx.tasks.endOfRef(hand.row.id, 'DONE', now, ['HANDLE_APPEAL']);
    await tx.tasks.open(
      [
        {
          kind: 'HANDLE_APPEAL',
          cycleId: hand.cycle.id,
          superiorId: hand.cycle.superiorId,
          organisationId: to.organisationId,
          stepId: null,
          refId: hand.row.id,
          holder: holdersOf('HANDLE_APPEAL', to.role as OrgRole),
          dueAt: hand.row.dueAt,
          facts: { kind: hand.row.kind, year: hand.cycle.ratingYear },
        },
      ],
      now,
    );
    tellConcerned(tx, hand, 'FORWARDED');
    return {};
  }
}

async function isAbove(tx: Tx, cycleId: string, above: string, below: string): Promise<boolean> {
  let at = (await tx.cycles.unit(cycleId, below)).parentId;
  while (at !== null && at !== above) at = (await tx.cycles.unit(cycleId, at).catch(() => null))?.parentId ?? null;
  return at === above;
}

/** The filer takes it back, before a conclusion; the result stands as it was. */
export class WithdrawAppealHandler implements CommandHandler {
  readonly name: CommandName = 'withdrawAppeal';

  /** @throws AppError APPEAL.NOT_FILER (forbidden) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    if (command.actor.memberId !== hand.row.filerId) throw new AppError('APPEAL.NOT_FILER', 'forbidden', 'Only who filed a case takes it back');
    await recordAct(tx, hand, command, 'WITHDRAWN', { act: 'WITHDRAW', type: 'appeal.withdrawn' }, now);
    await standAgain(tx, hand);
    return {};
  }
}

/** A result no longer looked at is what it was: notified, or closed with its cycle. */
export async function standAgain(tx: Tx, { review, cycle }: Pick<Awaited<ReturnType<typeof appealAtHand>>, 'review' | 'cycle'>): Promise<void> {
  const now = await tx.reviews.get(review.id);
  if (now.state !== underAppeal(review)) return;
  const notified = await tx.reviews.move(now, 'NOTIFIED');
  if (cycle.state === 'CLOSED') await tx.reviews.move(notified, 'CLOSED');
}

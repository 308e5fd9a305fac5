import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type FieldError, panelRefusal } from '@binhxet/domain';
import { type CommandHandler } from '../command/command-handler.js';
import { type AppealPerson } from '../ports/appeal.store.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { appealAtHand, recordAct, requireText, tellConcerned } from './appeal-act.js';
import { panelRule } from './independence.js';

type Done = Omit<CommandOutcome, 'commandId'>;

/** ADMITTED → VERIFYING; while verifying, another panel takes the place of the first. */
export class AppointPanelHandler implements CommandHandler {
  readonly name: CommandName = 'appointPanel';

  /** @throws AppError APPEAL.PANEL_REFUSED (conflict) with every person who may not judge and why; APPEAL.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const wanted = panelOf(command);
    const rule = await panelRule(tx, hand.row, hand.review, hand.on);
    const errors = wanted.flatMap(({ memberId }, index): FieldError[] => {
      const refusal = panelRefusal(memberId, rule);
      return refusal ? [{ pointer: `/panel/${index}`, code: `APPEAL.${refusal}`, facts: { memberId } }] : [];
    });
    if (errors.length > 0) throw new AppError('APPEAL.PANEL_REFUSED', 'conflict', 'These people may not judge this case', { refused: errors.length }, errors);
    await tx.appeals.setPanel(hand.row.id, wanted);
    await recordAct(tx, hand, command, 'VERIFYING', { act: 'APPOINT_PANEL', type: 'appeal.panel-appointed', staysIn: ['VERIFYING'], payload: { panel: wanted.map(({ memberId, role }) => ({ member: memberId, role })) } }, now);
    await tx.tasks.endOfRef(hand.row.id, 'CANCELLED', now, ['VERIFY_APPEAL']);
    await tx.tasks.open(
      wanted.map(({ memberId }) => ({
        kind: 'VERIFY_APPEAL',
        cycleId: hand.cycle.id,
        superiorId: hand.cycle.superiorId,
        organisationId: hand.row.authorityId,
        stepId: null,
        refId: hand.row.id,
        holder: { memberId },
        dueAt: hand.row.dueAt,
        facts: { kind: hand.row.kind, year: hand.cycle.ratingYear },
      })),
      now,
    );
    if (hand.row.state !== 'VERIFYING') tellConcerned(tx, hand, 'VERIFYING');
    return {};
  }
}

function panelOf({ payload }: CommandRow): AppealPerson[] {
  const ids = Array.isArray(payload['panel']) ? (payload['panel'] as readonly unknown[]) : [];
  if (ids.length === 0 || ids.some((id) => typeof id !== 'string') || new Set(ids).size !== ids.length) {
    throw new AppError('APPEAL.INPUT_INVALID', 'invalid', 'a panel has a chair and no person twice', {}, [{ pointer: '/panel', code: 'REQUEST.NOT_ACCEPTED' }]);
  }
  return (ids as readonly string[]).map((memberId, index): AppealPerson => ({ memberId, role: index === 0 ? 'CHAIR' : 'MEMBER', reason: null }));
}

/** A member of the panel is in conflict: leaves it, and is not appointed again. The others go on; without a chair another panel is due. */
export class DeclareConflictHandler implements CommandHandler {
  readonly name: CommandName = 'declareConflict';

  /** @throws AppError APPEAL.NOT_ON_PANEL (conflict), APPEAL.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const { reason = '', memberId = '' } = requireText(command, 'reason', 'memberId');
    const person = (await tx.appeals.people(hand.row.id)).find((one) => one.memberId === memberId && one.role !== 'CONFLICTED');
    if (!person) throw new AppError('APPEAL.NOT_ON_PANEL', 'conflict', 'This person does not sit on the panel', { memberId });
    await tx.appeals.setConflict(hand.row.id, memberId, reason);
    await recordAct(tx, hand, command, hand.row.state, { act: 'DECLARE_CONFLICT', type: 'appeal.conflict-declared', reason, staysIn: ['VERIFYING'], payload: { member: memberId, role: person.role } }, now);
    await tx.tasks.done({ kind: 'VERIFY_APPEAL', refId: hand.row.id, memberId }, memberId, now);
    return {};
  }
}

/** VERIFYING → CONCLUDED: the panel's chair sums up what was found and what the panel recommends. No more evidence from then on. */
export class ConcludeAppealHandler implements CommandHandler {
  readonly name: CommandName = 'concludeAppeal';

  /** @throws AppError APPEAL.NOT_CHAIR (forbidden), APPEAL.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Done> {
    const hand = await appealAtHand(tx, command, ref, now);
    const { findings = '' } = requireText(command, 'findings');
    const recommended = command.payload['recommended'];
    if (recommended !== 'CONFIRM' && recommended !== 'CHANGE') {
      throw new AppError('APPEAL.INPUT_INVALID', 'invalid', 'a conclusion recommends', {}, [{ pointer: '/recommended', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: ['CONFIRM', 'CHANGE'] } }]);
    }
    const chair = (await tx.appeals.people(hand.row.id)).find((person) => person.role === 'CHAIR');
    if (!chair || chair.memberId !== command.actor.memberId) throw new AppError('APPEAL.NOT_CHAIR', 'forbidden', 'The chair of the panel concludes', { hasChair: chair !== undefined });
    await recordAct(tx, hand, command, 'CONCLUDED', { act: 'CONCLUDE', type: 'appeal.concluded', payload: { recommended } }, now, {
      findings,
      recommended,
      ...(hand.row.evidenceClosedAt === null && { evidenceClosedAt: now }),
    });
    await tx.tasks.endOfRef(hand.row.id, 'DONE', now, ['VERIFY_APPEAL']);
    tellConcerned(tx, hand, 'CONCLUDED');
    return {};
  }
}

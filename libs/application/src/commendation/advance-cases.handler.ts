import { type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { AppError, type CommendationCaseState, type FieldError, isLegalDate, type OrgRole } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { contentHash } from '../cycle/sha256.js';
import { notify } from '../notification/notify.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CaseRow } from '../ports/commendation.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { caseMoney } from './award-money.js';
import { assertDossiers } from './dossier.js';
import { settleCommendation } from './settle-commendation.js';
import { assertCarried } from './vote-rule.js';

/** Act → the state it leads to. */
export const COMMENDATION_ACTS = {
  NOMINATE: 'NOMINATED',
  OPEN_DOSSIER: 'DOSSIER_OPEN',
  SUBMIT: 'SUBMITTED',
  VERIFY: 'VERIFIED',
  APPROVE: 'APPROVED',
  ISSUE: 'DECISION_ISSUED',
  AWARD: 'AWARDED',
  REJECT: 'REJECTED',
  DROP: 'DROPPED',
} as const satisfies Record<string, CommendationCaseState>;
export type CommendationAct = keyof typeof COMMENDATION_ACTS;

/** People drop a case before it is submitted; later it is approved or rejected. */
export const DROPPABLE: readonly CommendationCaseState[] = ['CANDIDATE', 'NOMINATED', 'DOSSIER_OPEN'];

interface ActInput {
  readonly act: CommendationAct;
  readonly caseIds: readonly string[];
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: string | null;
}

/** Moves commendation cases one act on. ISSUE makes one numbered decision with a numbered certificate for each case. */
export class AdvanceCasesHandler implements CommandHandler {
  readonly name: CommandName = 'advanceCases';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
  ) {}

  async handle(tx: Tx, command: CommandRow, _ref: unknown, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const input = actInput(command);
    const cycle = await tx.cycles.get(command.cycleId);
    const cases = await tx.commendations.lockMany(cycle.id, input.caseIds);
    const to = COMMENDATION_ACTS[input.act];
    await this.assertReady(tx, cycle, cases, input.act);
    const decisionId = input.act === 'ISSUE' ? await this.issue(tx, command, cycle, cases, input, now) : null;
    if (input.act !== 'ISSUE') await tx.commendations.moveMany(cases, to, () => ({ ...(input.reason !== null && { reason: input.reason }) }));
    const superior = await tx.cycles.unit(cycle.id, cycle.superiorId);
    tx.ledger.append({
      type: decisionId ? 'commendation.decided' : 'commendation.advanced',
      cycleId: cycle.id,
      org: superior.code,
      payload: {
        by: actedBy(command.actor),
        command: command.id,
        act: input.act,
        cases: cases.map((one) => ({ case: one.id, before: one.state, after: to })),
        decision: decisionId,
        number: decisionId ? input.number : null,
        decidedOn: decisionId ? input.decidedOn : null,
        reason: input.reason,
      },
    });
    const openCases = await tx.commendations.openCount(cycle.id);
    if (openCases === 0) await settleCommendation(tx, cycle, now);
    return { openCases, ...(decisionId && { decisionId }) };
  }

  /** What the rules and settings ask before an act: the checklist before the submission, the vote before the approval. */
  private async assertReady(tx: Tx, cycle: CycleRow, cases: readonly CaseRow[], act: CommendationAct): Promise<void> {
    const book = this.rules.forCycle(cycle);
    if (act === 'SUBMIT') assertDossiers(book, cases);
    if (act === 'APPROVE') await assertCarried(tx, book, cases);
    if (act !== 'DROP') return;
    const late = cases.find((one) => !DROPPABLE.includes(one.state));
    if (late) throw new AppError('COMMENDATION_CASE.ILLEGAL_MOVE', 'conflict', 'A submitted case is approved or rejected', { from: late.state, to: 'DROPPED', droppable: [...DROPPABLE] });
  }

  /** Numbers are reserved in this transaction; cases are locked, so no two decisions count from the same certificate. */
  private async issue(tx: Tx, command: CommandRow, cycle: CycleRow, cases: readonly CaseRow[], input: ActInput, now: Date): Promise<string> {
    const id = this.ids.next();
    const book = this.rules.forCycle(cycle);
    const roles = new Map((await tx.cycles.units(cycle.id)).map((unit) => [unit.organisationId, unit.role as OrgRole]));
    const before = await tx.commendations.certificates(cycle.id);
    const lines = cases.map((one) => ({ reviewId: null, caseId: one.id, level: null, nonLevel: null, verdict: null, reason: input.reason }));
    await tx.decisions.insert(
      {
        id,
        cycleId: cycle.id,
        superiorId: cycle.superiorId,
        organisationId: cycle.superiorId,
        kind: 'COMMENDATION',
        number: input.number,
        decidedOn: input.decidedOn,
        meetingId: null,
        quota: [],
        reason: input.reason,
        document: null,
        contentHash: contentHash({ number: input.number, decidedOn: input.decidedOn, cases: cases.map((one) => ({ award: one.awardId, kind: one.subjectKind, subject: one.subjectId })) }),
        issuedBy: command.actor.memberId,
        issuedAt: now,
      },
      lines,
    );
    const numbers = new Map(cases.map((one, index) => [one.id, `${before + index + 1}/${input.number}`]));
    await tx.commendations.moveMany(cases, 'DECISION_ISSUED', (one) => ({ decisionId: id, certificateNumber: numbers.get(one.id) ?? '', money: moneyOf(book, one, roles, input.decidedOn) }));
    notify(tx.outbox, cases.filter((one) => one.subjectKind === 'MEMBER').map((one) => one.subjectId), {
      kind: 'COMMENDATION_DECIDED',
      cycleId: cycle.id,
      organisationId: cycle.superiorId,
      facts: { decisionId: id, decidedOn: input.decidedOn, year: cycle.ratingYear },
      href: '/me/results',
    });
    return id;
  }
}

/** Money of the day the decision is taken. */
function moneyOf(book: RuleBook, one: CaseRow, roles: ReadonlyMap<string, OrgRole>, on: string) {
  const award = book.commendation.awards.find((rule) => rule.id === one.awardId);
  const role = roles.get(one.organisationId);
  if (!award || !role) throw new Error(`case ${one.id}: award or organisation is not part of the cycle`);
  return caseMoney(book, award, role, on);
}

function actInput({ payload }: CommandRow): ActInput {
  const { act, caseIds, number, decidedOn, reason } = payload;
  const errors: FieldError[] = [];
  const known = typeof act === 'string' && Object.hasOwn(COMMENDATION_ACTS, act);
  if (!known) errors.push({ pointer: '/act', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: Object.keys(COMMENDATION_ACTS) } });
  if (!Array.isArray(caseIds) || caseIds.length === 0 || new Set(caseIds).size !== caseIds.length) errors.push({ pointer: '/caseIds', code: 'REQUEST.NOT_ACCEPTED' });
  if (act === 'ISSUE' && (typeof number !== 'string' || number.trim() === '')) errors.push({ pointer: '/number', code: 'REQUEST.MISSING' });
  if (act === 'ISSUE' && (typeof decidedOn !== 'string' || !isLegalDate(decidedOn))) errors.push({ pointer: '/decidedOn', code: 'REQUEST.NOT_A_DATE' });
  if ((act === 'DROP' || act === 'REJECT') && (typeof reason !== 'string' || reason.trim() === '')) errors.push({ pointer: '/reason', code: 'REQUEST.MISSING' });
  if (errors.length > 0) throw new AppError('COMMENDATION.INPUT_INVALID', 'invalid', 'the act on the cases is not complete', {}, errors);
  return {
    act: act as CommendationAct,
    caseIds: (caseIds as readonly unknown[]).map(String),
    number: typeof number === 'string' ? number.trim() : '',
    decidedOn: typeof decidedOn === 'string' ? decidedOn : '',
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason : null,
  };
}

import { type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { AppError, type Json, type Level, memberReviewMachine, type MemberReviewState } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { contentHash } from '../cycle/sha256.js';
import { walkReviews } from '../meeting/walk-review.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type DecisionKind, type DecisionLine, type DecisionRow } from '../ports/decision.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { completeBodyStep } from '../step/body-step.js';
import { assertQuotas, quotaEvidence, quotaRecord } from './assert-quotas.js';
import { type ClassifiedLine, classifyDecided, type DecidedLevel, decidedLevels } from './decided-levels.js';
import { lineEvidence } from './line-evidence.js';
import { type DecisionInput, decisionInput } from './decision-input.js';
import { type DecisionScope, decisionScope } from './decision-scope.js';
import { quotaMatter } from './quota-board.service.js';
import { type QuotaGroup, quotaGroups } from './quota-groups.js';
import { assertClaims, withClaims } from './special-rates.js';
import { tellBodies, tellMembers } from './tell-decided.js';

/** Own results that are settled above: what is left to decide are the heads. */
const OWN_DECIDED = ['DECIDED', 'NOTIFIED', 'UNDER_REEXAMINATION', 'NOT_RATED_NEW', 'NOT_YET_RATED', 'CLOSED'];

/**
 * Issues a numbered decision on everything the body has voted on: levels from the ballots, lowered only with reasons, inside gates and
 * quotas; members and bodies are told in the same transaction.
 */
export class IssueDecisionHandler implements CommandHandler {
  readonly name: CommandName = 'issueDecision';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
  ) {}

  async handle(tx: Tx, command: CommandRow, _ref: unknown, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const input = decisionInput(command);
    const cycle = await tx.cycles.get(command.cycleId);
    const unit = await tx.cycles.unit(cycle.id, command.organisationId);
    await assertKind(tx, cycle, unit, input.kind);
    await assertMeeting(tx, unit, cycle, input);
    const book = this.rules.forCycle(cycle);
    const scope = await decisionScope(tx, cycle.id, unit, input.kind);
    const decided = decidedLevels(scope, input.adjustments, book);
    const decisionId = this.ids.next();
    const ended = input.kind === 'HEADS' ? [...scope.passedOver, ...scope.late] : scope.passedOver;
    const levels = new Map([...decided.map((one): [string, Level | null] => [one.review.id, one.level]), ...ended.map((review): [string, null] => [review.id, null])]);
    const { reviews, units, grants } = await quotaMatter(tx, this.rules, cycle.id, unit.organisationId);
    const all = quotaGroups(book, reviews, units, levels, withClaims(grants, input.specialRates));
    assertClaims(all, input.specialRates);
    const proofs = await classifyDecided(tx, cycle, book, decided, scope.verdicts, all, decisionId);
    const groups = assertQuotas(all, decided, input);

    const lines = linesOf(scope, decided);
    const decision = this.row(decisionId, command, cycle, unit, input, groups, lines, now);
    await tx.decisions.insert(decision, lines);
    await moveSubjects(tx, cycle.id, unit, input.kind, scope, decided, proofs);
    record(tx, command, unit, decision, lines, groups, proofs);
    tellMembers(tx, cycle, unit, decision, decided);
    await tellBodies(tx, cycle, unit, decision);
    return { decisionId, closed: await this.settle(tx, command, cycle, unit, input.kind, now) };
  }

  private row(id: string, command: CommandRow, cycle: CycleRow, unit: UnitRow, input: DecisionInput, groups: readonly QuotaGroup[], lines: readonly DecisionLine[], now: Date): DecisionRow {
    const content = { kind: input.kind, number: input.number, decidedOn: input.decidedOn, organisation: unit.code, lines: lines.map(lineRecord), quota: groups.map(quotaRecord), reason: input.reason, document: input.document };
    return {
      id,
      cycleId: cycle.id,
      superiorId: cycle.superiorId,
      organisationId: unit.organisationId,
      kind: input.kind,
      number: input.number,
      decidedOn: input.decidedOn,
      meetingId: input.meetingId,
      quota: groups.map(quotaRecord),
      reason: input.reason,
      document: input.document,
      contentHash: contentHash(content),
      issuedBy: command.actor.memberId,
      issuedAt: now,
    };
  }

  /** Own DECISION step; the superior waits for the heads of every organisation. */
  private async settle(tx: Tx, command: CommandRow, cycle: CycleRow, unit: UnitRow, kind: DecisionKind, now: Date): Promise<string[]> {
    const own = await tx.steps.find(cycle.id, unit.organisationId, 'DECISION');
    if (own) await completeBodyStep(tx, own, command.actor.memberId, now);
    // Without a result of their own, organisations are waited for after their one kind of decision.
    if (kind === 'HEADS' || (kind === 'MEMBERS_AND_UNITS' && !(await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId)))) {
      const heads = await tx.steps.find(cycle.id, cycle.superiorId, 'HEADS');
      if (heads && (await tx.steps.markDone(heads.id, unit.organisationId, now, heads.dueAt !== null && now > heads.dueAt))) {
        const { outstanding, workflowId } = await tx.steps.settle(heads.id, 1);
        if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: heads.id });
      }
    }
    return own ? [own.id] : [];
  }
}

async function assertKind(tx: Tx, cycle: CycleRow, unit: UnitRow, kind: DecisionKind): Promise<void> {
  const own = unit.organisationId === cycle.superiorId ? null : await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
  const due: DecisionKind = unit.organisationId === cycle.superiorId ? 'ORGANISATIONS' : own && OWN_DECIDED.includes(own.state) ? 'HEADS' : 'MEMBERS_AND_UNITS';
  if (kind !== due) throw new AppError('DECISION.KIND_NOT_NOW', 'conflict', 'This body has something else to decide now', { asked: kind, due });
}

async function assertMeeting(tx: Tx, unit: UnitRow, cycle: CycleRow, input: DecisionInput): Promise<void> {
  if (input.meetingId === null) return;
  const meeting = await tx.meetings.get(input.meetingId);
  if (meeting.organisationId === unit.organisationId && meeting.cycleId === cycle.id && meeting.state === 'CLOSED') return;
  throw new AppError('DECISION.INPUT_INVALID', 'invalid', 'the decision names a meeting that is not a closed one of this body', {}, [{ pointer: '/meetingId', code: 'DECISION.MEETING_UNKNOWN' }]);
}

function linesOf(scope: DecisionScope, decided: readonly DecidedLevel[]): DecisionLine[] {
  const open = (review: ReviewRow): DecisionLine => ({ reviewId: review.id, caseId: null, level: null, nonLevel: 'NOT_YET_RATED', verdict: null, reason: null });
  return [
    ...decided.map((one): DecisionLine => ({ reviewId: one.review.id, caseId: null, level: one.level, nonLevel: null, verdict: one.verdict, reason: one.reason })),
    ...scope.passedOver.map(open),
    ...scope.late.map(open),
  ];
}

const lineRecord = (line: DecisionLine): { readonly [key: string]: Json } => ({ review: line.reviewId, level: line.level, state: line.nonLevel, verdict: line.verdict, reason: line.reason });

async function moveSubjects(tx: Tx, cycleId: string, unit: UnitRow, kind: DecisionKind, scope: DecisionScope, decided: readonly DecidedLevel[], proofs: ReadonlyMap<string, ClassifiedLine>): Promise<void> {
  const byId = new Map(decided.map((one) => [one.review.id, one]));
  for (const subject of ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const) {
    await walkReviews(tx, scope.ready.filter((review) => review.subjectKind === subject), 'NOTIFIED', (review) => {
      const one = byId.get(review.id);
      const proof = proofs.get(review.id)?.result;
      return { decidedLevel: one?.level ?? null, nonLevel: null, ceiling: proof?.ceiling ?? null, proof: (proof?.proof ?? null) as unknown as Json, ...(one?.reason ? { note: one.reason } : {}) };
    });
  }
  await tx.reviews.moveMany(scope.passedOver, 'NOT_YET_RATED', () => ({ nonLevel: 'NOT_YET_RATED' }));
  await leaveOpen(tx, kind, scope.late);
  const own = kind === 'MEMBERS_AND_UNITS' ? await tx.reviews.ofSubject(cycleId, 'ORGANISATION', unit.organisationId) : null;
  // Everything below is decided or without a level: the organisation's own vote counts as its self-rating now.
  if (own?.state === 'WAITING_SUBORDINATES') await tx.reviews.move(own, 'SELF_RATED');
}

/**
 * Late members stand in the decision as not yet rated. Before the heads' sitting their review goes on and may still give a level there;
 * after it nobody sits on them any more.
 */
async function leaveOpen(tx: Tx, kind: DecisionKind, late: readonly ReviewRow[]): Promise<void> {
  if (kind === 'HEADS') {
    await tx.reviews.moveMany(late.filter((review) => memberReviewMachine.may(review.state as MemberReviewState, 'NOT_YET_RATED')), 'NOT_YET_RATED', () => ({ nonLevel: 'NOT_YET_RATED' }));
    return;
  }
  for (const review of late) await tx.reviews.change(review.id, { nonLevel: 'NOT_YET_RATED' });
}

function record(tx: Tx, command: CommandRow, unit: UnitRow, decision: DecisionRow, lines: readonly DecisionLine[], groups: readonly QuotaGroup[], proofs: ReadonlyMap<string, ClassifiedLine>): void {
  const entry = (type: string, payload: { readonly [key: string]: Json }): string => tx.ledger.append({ type, cycleId: decision.cycleId, org: unit.code, payload: { by: actedBy(command.actor), command: command.id, decision: decision.id, ...payload } });
  if (groups.length > 0) {
    const broken = groups.some((group) => group.check.breach === 'CERTAIN');
    entry(broken ? 'quota.breach-accepted' : 'quota.checked', { groups: groups.map(quotaEvidence), ...(broken && { reason: decision.reason, document: decision.document }) });
  }
  entry('classification.decided', { lines: lines.map((line) => ({ ...lineRecord(line), ...(line.reviewId !== null && proofs.has(line.reviewId) && lineEvidence(proofs.get(line.reviewId)!.input, groups)) })) });
  entry('decision.issued', {
    kind: decision.kind,
    number: decision.number,
    decidedOn: decision.decidedOn,
    meeting: decision.meetingId,
    reason: decision.reason,
    document: decision.document,
    sha256: decision.contentHash,
  });
}

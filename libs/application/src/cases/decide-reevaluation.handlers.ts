import { type CommandName, type CommandOutcome, type CommandRef, reevaluationWorkflowId } from '@binhxet/contracts';
import { AppError, type FieldError, isLegalDate, isLevel, type Json, legalDateOf, type Level, type NewLevelRefusal, reevaluatedLevel, reevaluationCaseMachine, type SubjectFacts } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { deriveAgain } from '../commendation/derive-again.js';
import { contentHash } from '../cycle/sha256.js';
import { quotaEvidence, quotaRecord } from '../decision/assert-quotas.js';
import { knownOnly } from '../decision/line-evidence.js';
import { notify } from '../notification/notify.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type ReevaluationRow } from '../ports/reevaluation.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { textOf } from './appeal-act.js';
import { takeBackAwards } from './awards-resting-on.js';
import { quotaAfter } from './quota-after.js';

interface DecideInput {
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly document: string | null;
  /** null: the lowest level. */
  readonly level: Level | null;
}

const REFUSED: Readonly<Record<NewLevelRefusal, 'REEVALUATION.ALREADY_LOWEST' | 'REEVALUATION.NOT_LOWER' | 'REEVALUATION.NOT_WEIGHED' | 'DECISION.ABOVE_CEILING'>> = {
  ALREADY_LOWEST: 'REEVALUATION.ALREADY_LOWEST',
  NOT_LOWER: 'REEVALUATION.NOT_LOWER',
  NOT_WEIGHED: 'REEVALUATION.NOT_WEIGHED',
  ABOVE_CEILING: 'DECISION.ABOVE_CEILING',
};

async function caseAtHand(tx: Tx, command: CommandRow, ref: CommandRef): Promise<ReevaluationRow> {
  const row = await tx.reevaluations.lock(ref.caseId ?? '00000000-0000-0000-0000-000000000000');
  if (command.workflowId !== reevaluationWorkflowId(row.id)) throw new AppError('REEVALUATION.NOT_FOUND', 'not-found', 'The act belongs to another case', { caseId: row.id });
  return row;
}

/**
 * The decision that cancels the result of a past year and recognises another under the pack of that year, with everything that rests on
 * it: old row kept as cancelled, new row, the year's review, its awards and the chains built on it, the quota of the year for information.
 * One transaction. Nobody else's result is opened.
 * Source: HD 25-HD/BTCTW (2023), point 4.5; process.md section 8
 */
export class DecideReevaluationHandler implements CommandHandler {
  readonly name: CommandName = 'decideReevaluation';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** @throws AppError REEVALUATION.ALREADY_LOWEST, .NOT_LOWER, .NOT_WEIGHED, .NO_LEVEL, DECISION.ABOVE_CEILING (conflict), REEVALUATION.INPUT_INVALID (invalid) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const row = await caseAtHand(tx, command, ref);
    const input = decideInput(command);
    reevaluationCaseMachine.move(row.state, 'DECIDED');
    const standing = await tx.history.standing(row.subjectKind, row.subjectId, row.year);
    if (standing?.id !== row.historyId) throw new AppError('RECORD.CHANGED', 'stale', 'The result of this year was changed in between', { caseId: row.id, year: row.year });
    const cycle = row.cycleId === null ? null : await tx.cycles.get(row.cycleId);
    const book: Pick<RuleBook, 'rating' | 'gates'> = cycle ? this.rules.forCycle(cycle) : this.rules.ofYear(row.packId);
    const decisionId = this.ids.next();
    const { level, classification, facts } = await this.newLevel(tx, row, input, book, decisionId);
    const review = row.reviewId === null ? null : await tx.reviews.get(row.reviewId);
    const groups = cycle && review ? await quotaAfter(tx, this.rules.forCycle(cycle), review, level) : [];
    const quota = groups.map(quotaRecord);

    const label = book.rating.ladder.find((one) => one.level === level && one.subjects.includes(row.subjectKind))?.label ?? null;
    const newHistoryId = this.ids.next();
    await tx.history.cancel(standing.id, input.reason, 'CANCELLED');
    await tx.history.replace(standing, { id: newHistoryId, level, label, decisionNumber: input.number, source: 'CORRECTION' });

    const authority = await tx.organisations.byId(row.authorityId);
    const content = { kind: 'REEVALUATION', case: row.id, number: input.number, decidedOn: input.decidedOn, year: row.year, pack: row.packId, subject: row.subjectId, old: row.oldLevel, level, reason: input.reason, document: input.document };
    const first = review ? await tx.decisions.latestOn(review.id) : null;
    const prev = cycle && first ? await tx.trail.ofDecision(cycle.id, first.id) : await tx.trail.ofImportedResult(standing.id);
    if (cycle && review) {
      await tx.decisions.insert(
        {
          id: decisionId,
          cycleId: cycle.id,
          superiorId: cycle.superiorId,
          organisationId: row.authorityId,
          kind: 'REEVALUATION',
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
        [{ reviewId: review.id, caseId: null, level, nonLevel: null, verdict: null, reason: input.reason }],
      );
      await tx.reviews.move(review, 'CANCELLED', { note: input.reason });
    }
    const by = actedBy(command.actor);
    const entry = tx.ledger.append({
      type: 'reevaluation.decided',
      cycleId: row.cycleId,
      org: authority.code,
      prev,
      payload: {
        by,
        command: command.id,
        case: row.id,
        decision: cycle ? decisionId : null,
        number: input.number,
        decidedOn: input.decidedOn,
        year: row.year,
        pack: row.packId,
        kind: row.subjectKind,
        subject: row.subjectId,
        cancelled: { history: standing.id, level: row.oldLevel, state: row.oldNonLevel, decision: standing.decisionNumber },
        recognised: { history: newHistoryId, level },
        quota: groups.map(quotaEvidence),
        evidence: { facts: knownOnly(facts), selfDetected: row.discipline.selfDetected, remedied: row.discipline.remedied },
        reason: input.reason,
        document: input.document,
        sha256: contentHash(content),
      },
    });
    const revoked = await takeBackAwards(tx, row.subjectKind, row.subjectId, row.year, { id: cycle ? decisionId : null, number: input.number, on: input.decidedOn, reason: input.reason, by, entry }, now);
    await deriveAgain(tx, { rules: this.rules, ids: this.ids, ...this.options }, { kind: row.subjectKind, subjectId: row.subjectId, year: row.year, by, because: entry }, now);
    await tx.reevaluations.move(row, 'DECIDED', {
      ...(cycle && review && { decisionId }),
      decisionNumber: input.number,
      decidedOn: input.decidedOn,
      ...(input.document !== null && { document: input.document }),
      reason: input.reason,
      contentHash: contentHash(content),
      newLevel: level,
      newHistoryId,
      proof: classification as unknown as Json,
      quota,
      revoked,
      ledgerEntry: entry,
    });
    await act(tx, row, command, 'DECIDE', 'DECIDED', input.reason, input.document, entry, now);
    tellSubject(tx, row);
    return cycle && review ? { decisionId } : {};
  }

  private async newLevel(tx: Tx, row: ReevaluationRow, input: DecideInput, book: Pick<RuleBook, 'rating' | 'gates'>, decisionId: string) {
    if (row.oldLevel === null) throw new AppError('REEVALUATION.NO_LEVEL', 'conflict', 'The year had no level that could be cancelled', { year: row.year, state: row.oldNonLevel });
    const facts = ((await tx.organisations.facts(row.subjectKind, [row.subjectId], row.year)).get(row.subjectId) ?? {}) as SubjectFacts;
    const result = reevaluatedLevel(
      { subject: row.subjectKind, facts, discipline: row.discipline, old: row.oldLevel, wanted: input.level, decisionId },
      { pack: book.rating, gates: book.gates },
    );
    if (result.refusal === null) return { ...result, facts };
    throw new AppError(REFUSED[result.refusal], 'conflict', 'This level cannot take the place of the old one', {
      pack: row.packId,
      old: row.oldLevel,
      level: input.level,
      ceiling: result.classification?.ceiling ?? null,
      selfDetected: row.discipline.selfDetected,
      remedied: row.discipline.remedied,
    });
  }
}

/** The year stands: nothing is changed, and why. */
export class DismissReevaluationHandler implements CommandHandler {
  readonly name: CommandName = 'dismissReevaluation';

  /** @throws AppError REEVALUATION.INPUT_INVALID (invalid) without a reason */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const row = await caseAtHand(tx, command, ref);
    const reason = textOf(command.payload['reason']);
    if (reason === null) throw new AppError('REEVALUATION.INPUT_INVALID', 'invalid', 'a dismissal says why', {}, [{ pointer: '/reason', code: 'REQUEST.MISSING' }]);
    const authority = await tx.organisations.byId(row.authorityId);
    const entry = tx.ledger.append({ type: 'reevaluation.dismissed', cycleId: row.cycleId, org: authority.code, prev: row.ledgerEntry, payload: { by: actedBy(command.actor), command: command.id, case: row.id, year: row.year, reason } });
    await tx.reevaluations.move(row, 'DISMISSED', { reason, ledgerEntry: entry });
    await act(tx, row, command, 'DISMISS', 'DISMISSED', reason, null, entry, now);
    return {};
  }
}

const act = (tx: Tx, row: ReevaluationRow, command: CommandRow, name: string, after: string, reason: string, document: string | null, entry: string, now: Date): Promise<void> =>
  tx.caseFile.addAct({ caseId: row.id, act: name, before: row.state, after, by: command.actor.memberId, reason, document, on: legalDateOf(now.getTime()), ledgerEntry: entry, at: now });

function tellSubject(tx: Tx, row: ReevaluationRow): void {
  if (row.subjectKind !== 'MEMBER') return;
  notify(tx.outbox, [row.subjectId], { kind: 'RESULT_REEVALUATED', cycleId: row.cycleId ?? '', organisationId: row.authorityId, facts: { case: row.id, year: row.year }, href: '/me/results' });
}

/** @throws AppError REEVALUATION.INPUT_INVALID (invalid) with one error for each field */
function decideInput({ payload }: CommandRow): DecideInput {
  const errors: FieldError[] = [];
  const { decidedOn, level } = payload;
  const [number, reason] = [textOf(payload['number']), textOf(payload['reason'])];
  if (number === null) errors.push({ pointer: '/number', code: 'REQUEST.MISSING' });
  if (reason === null) errors.push({ pointer: '/reason', code: 'REQUEST.MISSING' });
  if (typeof decidedOn !== 'string' || !isLegalDate(decidedOn)) errors.push({ pointer: '/decidedOn', code: 'REQUEST.NOT_A_DATE' });
  if (level !== undefined && level !== null && !isLevel(level)) errors.push({ pointer: '/level', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [1, 2, 3, 4] } });
  if (errors.length > 0) throw new AppError('REEVALUATION.INPUT_INVALID', 'invalid', 'the decision is not complete', {}, errors);
  return { number: number ?? '', decidedOn: decidedOn as string, reason: reason ?? '', document: textOf(payload['document']), level: isLevel(level) ? level : null };
}

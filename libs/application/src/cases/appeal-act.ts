import { appealWorkflowId, type CommandRef } from '@binhxet/contracts';
import { appealCaseMachine, type AppealCaseState, AppError, type FieldError, type Json } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { notify } from '../notification/notify.js';
import { type AppealChange, type AppealRow } from '../ports/appeal.store.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** One appeal in the hands of an act. */
export interface AppealAtHand {
  readonly row: AppealRow;
  readonly review: ReviewRow;
  readonly cycle: CycleRow;
  /** Date of the act. */
  readonly on: string;
}

/** @throws AppError APPEAL.NOT_FOUND (not-found) */
export async function appealAtHand(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<AppealAtHand> {
  const row = await tx.appeals.lock(ref.caseId ?? '00000000-0000-0000-0000-000000000000');
  if (command.workflowId !== appealWorkflowId(row.id)) throw new AppError('APPEAL.NOT_FOUND', 'not-found', 'The act belongs to another case', { caseId: row.id });
  const cycle = await tx.cycles.get(row.cycleId);
  return { row, review: await tx.reviews.get(row.reviewId), cycle, on: cycleDate(cycle, now) };
}

export interface ActRecord {
  /** Name in the case's list of acts. */
  readonly act: string;
  /** Ledger event type. */
  readonly type: string;
  readonly reason?: string | null;
  readonly document?: string | null;
  readonly payload?: { readonly [key: string]: Json | undefined };
  /** Entry that is corrected; the case's own last entry where none is named. */
  readonly prev?: string | null;
  /** States in which the act leaves the case where it is. */
  readonly staysIn?: readonly AppealCaseState[];
}

/** Moves a case (or leaves it where it is), with its entry in the log and in its list of acts. @returns the case as it is now */
export async function recordAct(tx: Tx, { row, cycle, on }: AppealAtHand, command: CommandRow, to: AppealCaseState, record: ActRecord, now: Date, change: AppealChange = {}): Promise<AppealRow> {
  // Refused before anything is written about it.
  if (!record.staysIn?.includes(row.state)) appealCaseMachine.move(row.state, to);
  const entry = tx.ledger.append({
    type: record.type,
    cycleId: cycle.id,
    org: (await tx.cycles.unit(cycle.id, change.authorityId ?? row.authorityId)).code,
    prev: record.prev ?? row.ledgerEntry,
    payload: {
      by: actorOf(row, command),
      command: command.id,
      case: row.id,
      review: row.reviewId,
      before: row.state,
      after: to,
      effectiveOn: on,
      reason: record.reason ?? null,
      document: record.document ?? null,
      ...record.payload,
    },
  });
  await tx.caseFile.addAct({ caseId: row.id, act: record.act, before: row.state, after: to, by: hides(row, command) ? null : command.actor.memberId, reason: record.reason ?? null, document: record.document ?? null, on, ledgerEntry: entry, at: now });
  const changed = { ...change, ledgerEntry: entry };
  return to === row.state ? tx.appeals.change(row, changed) : tx.appeals.move(row, to, changed);
}

/** Who denounces is not named in the log. */
const hides = (row: AppealRow, command: CommandRow): boolean => row.kind === 'DENUNCIATION' && command.actor.memberId === row.filerId;
const actorOf = (row: AppealRow, command: CommandRow): Json => (hides(row, command) ? { withheld: true } : actedBy(command.actor));

/** Tells the filer and, for a member's result, the subject how a case stands; nobody learns who filed it. */
export function tellConcerned(tx: Tx, { row, review, cycle }: Pick<AppealAtHand, 'row' | 'review' | 'cycle'>, state: AppealCaseState): void {
  const people = [row.filerId, ...(review.subjectKind === 'MEMBER' ? [review.subjectId] : [])];
  notify(tx.outbox, people, { kind: 'APPEAL_MOVED', cycleId: cycle.id, organisationId: row.authorityId, facts: { case: row.id, state, year: cycle.ratingYear }, href: `/appeals/${row.id}` });
}

const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Text of a payload; null when it is absent or blank. */
export const textOf = (value: unknown): string | null => (filled(value) ? value.trim() : null);

/** @throws AppError APPEAL.INPUT_INVALID (invalid) naming every missing field */
export function requireText(command: CommandRow, ...names: readonly string[]): Record<string, string> {
  const errors = names.flatMap((name): FieldError[] => (filled(command.payload[name]) ? [] : [{ pointer: `/${name}`, code: 'REQUEST.MISSING' }]));
  if (errors.length > 0) throw new AppError('APPEAL.INPUT_INVALID', 'invalid', 'the act on the case is not complete', {}, errors);
  return Object.fromEntries(names.map((name) => [name, (command.payload[name] as string).trim()]));
}

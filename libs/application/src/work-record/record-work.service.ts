import { AppError, BODY_KINDS, DISCIPLINE_FORMS, type FieldError, INSPECTION_FORMS, LEAVE_FORMS, type LegalDate, legalDateOf, WORK_KINDS, type WorkKind, type WorkState } from '@binhxet/domain';
import { type Access, type SubtreeReader } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { settleCorrections } from '../year/settle-corrections.js';

export interface WorkInput {
  readonly kind: WorkKind;
  readonly state: WorkState;
  readonly on: LegalDate;
  readonly to: LegalDate | null;
  readonly subjectKind: 'ORGANISATION' | 'MEMBER' | null;
  /** Code of the subject. */
  readonly subject: string | null;
  readonly quantity: number;
  readonly unit: string | null;
  /** Form of a discipline, leave or inspection, key of a figure, kind of body that inspected or supervised. */
  readonly detail: string | null;
  readonly selfDetected: boolean;
  readonly decisionNumber: string | null;
  readonly document: string | null;
  readonly note: string | null;
}

/** Kinds whose work may be planned as a number of turns. */
export const PLANNABLE: readonly WorkKind[] = ['ADMISSION', 'INSPECTION', 'SUPERVISION', 'TRAINING', 'STUDY'];

/** Dated records of work through the year. Nothing is changed afterwards: a wrong one is cancelled with a reason. Source: process.md §2 step 5 */
export class RecordWorkService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly subtree: SubtreeReader,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param organisationCode who did the work; the actor's post has to be there
   * @returns corrections still waiting that this record ended
   * @throws AppError WORK_RECORD.INVALID (invalid), ORGANISATION.UNKNOWN, ACCESS.*
   */
  record(actor: Actor, organisationCode: string, input: WorkInput): Promise<{ readonly recordId: string; readonly corrected: number }> {
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const organisation = await tx.organisations.byCode(organisationCode, input.on);
      if (!organisation) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code on that date', { code: organisationCode, on: input.on });
      await this.access.assert(actor, WORK_KINDS[input.kind], organisation.id);
      const place = await tx.workRecords.placeOf(organisation.id, input.on);
      const driven = place.superiorId === null ? null : await tx.years.drivenDay(place.superiorId);
      const errors = workFaults(input, [legalDateOf(now.getTime()), driven ?? ''].sort()[1]!);
      const subjectId = await this.subjectOf(tx, organisation.id, input, errors);
      if (place.superiorId === null) errors.push({ pointer: '/on', code: 'WORK.NO_SUPERIOR_THEN', facts: { on: input.on } });
      if (errors.length > 0 || place.superiorId === null) throw new AppError('WORK_RECORD.INVALID', 'invalid', 'The record is not sound', { faults: errors.length }, errors);
      const id = this.ids.next();
      await tx.workRecords.insert({ ...input, id, organisationId: organisation.id, superiorId: place.superiorId, unitId: place.unitId, subjectId, source: 'RECORDED' }, actor.accountId, now);
      if (input.kind === 'LEAVE' && subjectId && input.state === 'DONE' && (input.detail === 'SICK' || input.detail === 'MATERNITY')) await tx.workRecords.insertLeavePeriod(this.ids.next(), subjectId, `${input.detail}_LEAVE`, input.on, input.to);
      const { subject: _code, ...said } = input;
      tx.ledger.append({ type: 'work-record.recorded', org: organisation.code, payload: { by: actedBy(actor), record: id, subjectId, ...said } });
      return { recordId: id, corrected: await settleCorrections(tx, place.superiorId, now) };
    });
  }

  /** @throws AppError WORK_RECORD.NOT_FOUND, WORK_RECORD.CANCELLED, ACCESS.* */
  cancel(actor: Actor, recordId: string, reason: string): Promise<{ readonly recordId: string }> {
    return this.uow.run(async (tx) => {
      const record = await tx.workRecords.get(recordId);
      if (!record) throw new AppError('WORK_RECORD.NOT_FOUND', 'not-found', 'There is no such record', { recordId });
      await this.access.assert(actor, WORK_KINDS[record.kind], record.organisationId);
      if (!(await tx.workRecords.cancel(recordId, reason, this.clock.now()))) throw new AppError('WORK_RECORD.CANCELLED', 'conflict', 'The record is cancelled already', { recordId });
      tx.ledger.append({ type: 'work-record.cancelled', org: record.organisationCode, payload: { by: actedBy(actor), record: recordId, reason } });
      return { recordId };
    });
  }

  /** The subject has to belong to the organisation that did the work, on that day's codes and today's tree. */
  private async subjectOf(tx: Tx, organisationId: string, input: WorkInput, errors: FieldError[]): Promise<string | null> {
    if (input.subject === null || input.subjectKind === null) return null;
    const unknown: FieldError = { pointer: '/subject', code: 'WORK.SUBJECT_UNKNOWN', facts: { expected: input.subjectKind } };
    const [id, place] =
      input.subjectKind === 'ORGANISATION'
        ? await tx.organisations.byCode(input.subject, input.on).then((node) => [node?.id, node?.id])
        : await tx.accounts.members([input.subject]).then(async ([member]) => [member?.id, member && (await tx.workRecords.cellOf(member.id, input.on))]);
    if (!id || !place || !(await this.subtree.isWithin(place, [organisationId]))) {
      errors.push(unknown);
      return null;
    }
    return id;
  }
}

/** Faults of one record by itself; the import uses the same rules. @param today last day on which work may have been done */
export function workFaults(input: Omit<WorkInput, 'unit' | 'document' | 'note'>, today: LegalDate): FieldError[] {
  const errors: FieldError[] = [];
  const need = (ok: boolean, pointer: string, code: string, facts: FieldError['facts'] = {}) => void (ok || errors.push({ pointer, code, facts }));
  need(input.to === null || input.to >= input.on, '/to', 'WORK.DATES_REVERSED', { notBefore: input.on });
  need(input.state === 'DONE' || PLANNABLE.includes(input.kind), '/state', 'WORK.NOT_PLANNABLE', { accepted: [...PLANNABLE] });
  need(input.state === 'PLANNED' || input.on <= today, '/on', 'WORK.DATE_AHEAD', { latest: today });
  need(input.quantity >= 1 || input.kind === 'FIGURE' || input.state === 'PLANNED', '/quantity', 'WORK.QUANTITY_MISSING', { min: 1 });
  need((input.subject === null) === (input.subjectKind === null), '/subjectKind', 'WORK.SUBJECT_INCOMPLETE', { accepted: ['ORGANISATION', 'MEMBER'] });
  const needOneOf = (accepted: readonly string[]): void => need(input.detail === null || accepted.includes(input.detail), '/detail', 'WORK.DETAIL_UNKNOWN', { accepted: [...accepted] });
  switch (input.kind) {
    case 'DISCIPLINE':
      need(input.subject !== null, '/subject', 'WORK.SUBJECT_MISSING');
      need((DISCIPLINE_FORMS as readonly (string | null)[]).includes(input.detail), '/detail', 'WORK.DETAIL_UNKNOWN', { accepted: [...DISCIPLINE_FORMS] });
      need(input.decisionNumber !== null, '/decisionNumber', 'WORK.DECISION_MISSING');
      break;
    case 'LEAVE':
    case 'TRANSFER':
      need(input.subjectKind === 'MEMBER', '/subject', 'WORK.SUBJECT_MISSING', { expected: 'MEMBER' });
      if (input.kind === 'LEAVE') need((LEAVE_FORMS as readonly (string | null)[]).includes(input.detail), '/detail', 'WORK.DETAIL_UNKNOWN', { accepted: [...LEAVE_FORMS] });
      break;
    case 'INSPECTION':
      needOneOf([...INSPECTION_FORMS, ...BODY_KINDS]);
      break;
    case 'SUPERVISION':
      needOneOf(BODY_KINDS);
      break;
    case 'FIGURE':
      need(input.detail !== null && /^[A-Za-z0-9.-]{1,60}$/.test(input.detail), '/detail', 'WORK.DETAIL_UNKNOWN', { pattern: '[A-Za-z0-9.-]{1,60}' });
      break;
  }
  return errors;
}

import { type DisciplineRecord, type NewReevaluation, type ReevaluationChange, type ReevaluationRow, ReevaluationStore } from '@binhxet/application';
import { AppError, type Level, type NonLevelState, reevaluationCaseMachine, type ReevaluationCaseState, type SubjectKind } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

interface ReevaluationRecord {
  id: string;
  superior_id: string;
  authority_id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  year: number;
  cycle_id: string | null;
  review_id: string | null;
  history_id: string;
  pack_id: string;
  state: ReevaluationCaseState;
  discipline: DisciplineRecord;
  grounds: string;
  opened_by: string | null;
  opened_on: string;
  due_at: Date | null;
  remind_at: Date[];
  escalate_at: Date[];
  old_level: Level | null;
  old_non_level: NonLevelState | null;
  new_level: Level | null;
  ledger_entry: string | null;
  opened_at: Date;
  version: number;
}
const COLUMNS = `id, superior_id, authority_id, subject_kind, subject_id, year, cycle_id, review_id, history_id, pack_id, state, discipline, grounds, opened_by,
  to_char(opened_on, 'YYYY-MM-DD') as opened_on, due_at, remind_at, escalate_at, old_level, old_non_level, new_level, ledger_entry, opened_at, version`;

const toRow = (r: ReevaluationRecord): ReevaluationRow => ({
  id: r.id,
  superiorId: r.superior_id,
  authorityId: r.authority_id,
  subjectKind: r.subject_kind,
  subjectId: r.subject_id,
  year: r.year,
  cycleId: r.cycle_id,
  reviewId: r.review_id,
  historyId: r.history_id,
  packId: r.pack_id,
  state: r.state,
  discipline: r.discipline,
  grounds: r.grounds,
  openedBy: r.opened_by,
  openedOn: r.opened_on,
  dueAt: r.due_at,
  remindAt: r.remind_at,
  escalateAt: r.escalate_at,
  oldLevel: r.old_level,
  oldNonLevel: r.old_non_level,
  newLevel: r.new_level,
  ledgerEntry: r.ledger_entry,
  openedAt: r.opened_at,
  version: r.version,
});

export class PgReevaluationStore extends ReevaluationStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(row: NewReevaluation): Promise<void> {
    const rows = await this.sql.query(
      `insert into app.reevaluation_case (id, superior_id, authority_id, subject_kind, subject_id, year, cycle_id, review_id, history_id, pack_id, state, discipline, grounds, opened_by,
         opened_on, due_at, remind_at, escalate_at, old_level, old_non_level, ledger_entry, opened_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22)
       on conflict (subject_kind, subject_id, year) where state = 'OPENED' do nothing returning id`,
      [
        row.id,
        row.superiorId,
        row.authorityId,
        row.subjectKind,
        row.subjectId,
        row.year,
        row.cycleId,
        row.reviewId,
        row.historyId,
        row.packId,
        row.state,
        json(row.discipline),
        row.grounds,
        row.openedBy,
        row.openedOn,
        row.dueAt,
        row.remindAt,
        row.escalateAt,
        row.oldLevel,
        row.oldNonLevel,
        row.ledgerEntry,
        row.openedAt,
      ],
    );
    if (rows.length === 0) throw new AppError('REEVALUATION.OPEN_ALREADY', 'conflict', 'This year of the subject is being looked at already', { year: row.year });
  }

  async lock(caseId: string): Promise<ReevaluationRow> {
    const [row] = await this.sql.query<ReevaluationRecord>(`select ${COLUMNS} from app.reevaluation_case where id = $1 for update`, [caseId]);
    if (!row) throw new AppError('REEVALUATION.NOT_FOUND', 'not-found', 'There is no such re-evaluation', { caseId });
    return toRow(row);
  }

  async move(row: ReevaluationRow, to: ReevaluationCaseState, change: ReevaluationChange = {}): Promise<ReevaluationRow> {
    reevaluationCaseMachine.move(row.state, to);
    if (change.decisionNumber !== undefined) await this.assertNumberFree(row, change.decisionNumber);
    const asJson = (value: unknown): string | null => (value === undefined ? null : json(value));
    const [changed] = await this.sql.query<ReevaluationRecord>(
      `update app.reevaluation_case set state = $3, version = version + 1, decision_id = coalesce($4, decision_id), decision_number = coalesce($5, decision_number),
         decided_on = coalesce($6::date, decided_on), document = coalesce($7, document), reason = coalesce($8, reason), content_hash = coalesce($9, content_hash),
         new_level = coalesce($10, new_level), new_history_id = coalesce($11, new_history_id), proof = coalesce($12::jsonb, proof), quota = coalesce($13::jsonb, quota),
         revoked = coalesce($14::jsonb, revoked), ledger_entry = coalesce($15, ledger_entry), closed_at = coalesce($16, closed_at)
       where id = $1 and version = $2 returning ${COLUMNS}`,
      [
        row.id,
        row.version,
        to,
        change.decisionId ?? null,
        change.decisionNumber ?? null,
        change.decidedOn ?? null,
        change.document ?? null,
        change.reason ?? null,
        change.contentHash ?? null,
        change.newLevel ?? null,
        change.newHistoryId ?? null,
        asJson(change.proof),
        asJson(change.quota),
        asJson(change.revoked),
        change.ledgerEntry ?? null,
        change.closedAt ?? null,
      ],
    );
    if (!changed) throw new AppError('RECORD.CHANGED', 'stale', 'The case was changed in between', { caseId: row.id });
    return toRow(changed);
  }

  /** The unique index holds whatever two transactions try at once; this names the number. */
  private async assertNumberFree(row: ReevaluationRow, number: string): Promise<void> {
    const taken = await this.sql.query('select id from app.reevaluation_case where authority_id = $1 and decision_number = $2 and id <> $3', [row.authorityId, number, row.id]);
    if (taken.length > 0) throw new AppError('DECISION.NUMBER_TAKEN', 'conflict', 'This number belongs to another decision of the body', { number });
  }

  async countReminder(caseId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean> {
    const rows = await this.sql.query(`update app.reevaluation_case set ${which} = $2 where id = $1 and ${which} < $2 returning id`, [caseId, nth]);
    return rows.length === 1;
  }
}

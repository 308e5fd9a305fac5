import { type AppealChange, type AppealKind, type AppealPerson, type AppealRow, AppealStore, type NewAppeal } from '@binhxet/application';
import { appealCaseMachine, type AppealCaseState, AppError, type Level } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface AppealRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  review_id: string;
  authority_id: string;
  kind: AppealKind;
  state: AppealCaseState;
  filed_by: string;
  filer_id: string;
  filed_on: string;
  grounds: string;
  window_days: number | null;
  window_last_on: string | null;
  evidence_until: Date | null;
  evidence_closed_at: Date | null;
  due_at: Date | null;
  remind_at: Date[];
  escalate_at: Date[];
  findings: string | null;
  recommended: 'CONFIRM' | 'CHANGE' | null;
  decision_id: string | null;
  old_level: Level | null;
  new_level: Level | null;
  ledger_entry: string | null;
  opened_at: Date;
  version: number;
}
const COLUMNS = `id, cycle_id, superior_id, review_id, authority_id, kind, state, filed_by, filer_id, to_char(filed_on, 'YYYY-MM-DD') as filed_on, grounds, window_days,
  to_char(window_last_on, 'YYYY-MM-DD') as window_last_on, evidence_until, evidence_closed_at, due_at, remind_at, escalate_at, findings, recommended, decision_id, old_level,
  new_level, ledger_entry, opened_at, version`;

const toRow = (r: AppealRecord): AppealRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  reviewId: r.review_id,
  authorityId: r.authority_id,
  kind: r.kind,
  state: r.state,
  filedBy: r.filed_by,
  filerId: r.filer_id,
  filedOn: r.filed_on,
  grounds: r.grounds,
  windowDays: r.window_days,
  windowLastOn: r.window_last_on,
  evidenceUntil: r.evidence_until,
  evidenceClosedAt: r.evidence_closed_at,
  dueAt: r.due_at,
  remindAt: r.remind_at,
  escalateAt: r.escalate_at,
  findings: r.findings,
  recommended: r.recommended,
  decisionId: r.decision_id,
  oldLevel: r.old_level,
  newLevel: r.new_level,
  ledgerEntry: r.ledger_entry,
  openedAt: r.opened_at,
  version: r.version,
});

export class PgAppealStore extends AppealStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(row: NewAppeal): Promise<void> {
    const rows = await this.sql.query(
      `insert into app.appeal_case (id, cycle_id, superior_id, review_id, authority_id, kind, state, filed_by, filer_id, filed_on, grounds, window_days, window_last_on,
         evidence_until, due_at, remind_at, escalate_at, ledger_entry, opened_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)
       on conflict (review_id) where state in ('RECEIVED','FORWARDED','ADMITTED','VERIFYING','CONCLUDED') do nothing returning id`,
      [
        row.id,
        row.cycleId,
        row.superiorId,
        row.reviewId,
        row.authorityId,
        row.kind,
        row.state,
        row.filedBy,
        row.filerId,
        row.filedOn,
        row.grounds,
        row.windowDays,
        row.windowLastOn,
        row.evidenceUntil,
        row.dueAt,
        row.remindAt,
        row.escalateAt,
        row.ledgerEntry,
        row.openedAt,
      ],
    );
    if (rows.length === 0) throw new AppError('APPEAL.OPEN_ALREADY', 'conflict', 'This result is under appeal already', { reviewId: row.reviewId });
  }

  async lock(caseId: string): Promise<AppealRow> {
    const [row] = await this.sql.query<AppealRecord>(`select ${COLUMNS} from app.appeal_case where id = $1 for update`, [caseId]);
    if (!row) throw new AppError('APPEAL.NOT_FOUND', 'not-found', 'There is no such appeal', { caseId });
    return toRow(row);
  }

  move(row: AppealRow, to: AppealCaseState, change: AppealChange = {}): Promise<AppealRow> {
    appealCaseMachine.move(row.state, to);
    return this.update(row, to, change);
  }

  change(row: AppealRow, change: AppealChange): Promise<AppealRow> {
    return this.update(row, row.state, change);
  }

  private async update(row: AppealRow, state: AppealCaseState, change: AppealChange): Promise<AppealRow> {
    const [changed] = await this.sql.query<AppealRecord>(
      `update app.appeal_case set state = $3, version = version + 1, authority_id = coalesce($4, authority_id), findings = coalesce($5, findings), recommended = coalesce($6, recommended),
         decision_id = coalesce($7, decision_id), old_level = coalesce($8, old_level), new_level = coalesce($9, new_level), evidence_closed_at = coalesce($10, evidence_closed_at),
         ledger_entry = coalesce($11, ledger_entry), decision_number = coalesce($12, decision_number), decided_on = coalesce($13::date, decided_on), quota = coalesce($14::jsonb, quota),
         closed_at = coalesce($15, closed_at)
       where id = $1 and version = $2 returning ${COLUMNS}`,
      [
        row.id,
        row.version,
        state,
        change.authorityId ?? null,
        change.findings ?? null,
        change.recommended ?? null,
        change.decisionId ?? null,
        change.oldLevel ?? null,
        change.newLevel ?? null,
        change.evidenceClosedAt ?? null,
        change.ledgerEntry ?? null,
        change.decisionNumber ?? null,
        change.decidedOn ?? null,
        change.quota === undefined ? null : json(change.quota),
        change.closedAt ?? null,
      ],
    );
    if (!changed) throw new AppError('RECORD.CHANGED', 'stale', 'The case was changed in between', { caseId: row.id });
    return toRow(changed);
  }

  async decidedBefore(reviewId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `with sitting as (
         select m.id, m.chair_id from app.review r join ballot.ballot b on r.id = any(b.subjects) join app.meeting m on m.id = b.meeting_id
         where r.id = $1 and b.state in ('TALLIED','CERTIFIED') and b.cycle_id = r.cycle_id
           and (b.kind in ('COMMITTEE_DECISION','STANDING_DECISION') or (b.kind = 'CELL_MEMBER_LEVEL' and b.organisation_id = r.decider_id)))
       select chair_id as id from sitting
       union select a.member_id from sitting s join app.attendance a on a.meeting_id = s.id where a.voter and a.status = 'PRESENT'
       union select d.issued_by from app.decision d join app.decision_line l on l.decision_id = d.id where l.review_id = $1 and d.issued_by is not null`,
      [reviewId],
    );
    return rows.map((row) => row.id);
  }

  async people(caseId: string): Promise<AppealPerson[]> {
    return this.sql.query<AppealPerson>(`select member_id as "memberId", role, reason from app.appeal_person where case_id = $1 order by role, member_id`, [caseId]);
  }

  async setPanel(caseId: string, panel: readonly AppealPerson[]): Promise<void> {
    await this.sql.query(`delete from app.appeal_person where case_id = $1 and role <> 'CONFLICTED'`, [caseId]);
    await insertRows(
      this.sql,
      'app.appeal_person',
      ['case_id', 'member_id', 'role', 'reason'],
      panel.map((person) => [caseId, person.memberId, person.role, person.reason]),
    );
  }

  async setConflict(caseId: string, memberId: string, reason: string): Promise<void> {
    await this.sql.query(
      `insert into app.appeal_person (case_id, member_id, role, reason) values ($1, $2, 'CONFLICTED', $3) on conflict (case_id, member_id) do update set role = 'CONFLICTED', reason = excluded.reason`,
      [caseId, memberId, reason],
    );
  }

  async countReminder(caseId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean> {
    const rows = await this.sql.query(`update app.appeal_case set ${which} = $2 where id = $1 and ${which} < $2 returning id`, [caseId, nth]);
    return rows.length === 1;
  }
}

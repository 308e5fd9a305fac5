import { type HistoryRow, HistoryStore, type StoredResult } from '@binhxet/application';
import { AppError, type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
import { type Sql } from '../sql.js';

export class PgHistoryStore extends HistoryStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async ofSubjects(kind: SubjectKind, subjectIds: readonly string[], from: number, to: number): Promise<HistoryRow[]> {
    const rows = await this.sql.query<{
      subject_kind: SubjectKind;
      subject_id: string;
      year: number;
      pack_id: string;
      level: Level | null;
      non_level: NonLevelState | null;
      label: string | null;
      title_outstanding: boolean;
      decision_number: string | null;
      state: 'VALID' | 'CANCELLED';
    }>(
      `select subject_kind, subject_id, year, pack_id, level, non_level, label, title_outstanding, decision_number, state from app.rating_history
       where subject_kind = $1 and subject_id = any($2::uuid[]) and year between $3 and $4 and state <> 'CORRECTED' order by subject_id, year, recorded_at, id`,
      [kind, subjectIds, from, to],
    );
    return rows.map((r) => ({
      subjectKind: r.subject_kind,
      subjectId: r.subject_id,
      year: r.year,
      packId: r.pack_id,
      level: r.level,
      nonLevel: r.non_level,
      label: r.label,
      titleOutstanding: r.title_outstanding,
      decisionNumber: r.decision_number,
      state: r.state,
    }));
  }

  async standing(kind: SubjectKind, subjectId: string, year: number): Promise<StoredResult | null> {
    const [row] = await this.sql.query<StoredResult>(
      `select id, subject_kind as "subjectKind", subject_id as "subjectId", year, pack_id as "packId", level, non_level as "nonLevel", label, title_outstanding as "titleOutstanding",
         decision_number as "decisionNumber", state, source, cycle_id as "cycleId", review_id as "reviewId"
       from app.rating_history where subject_kind = $1 and subject_id = $2 and year = $3 and state = 'VALID' for update`,
      [kind, subjectId, year],
    );
    return row ?? null;
  }

  async cancel(historyId: string, reason: string, as: 'CANCELLED' | 'CORRECTED'): Promise<void> {
    const rows = await this.sql.query(`update app.rating_history set state = $3, cancelled_reason = $2 where id = $1 and state = 'VALID' returning id`, [historyId, reason, as]);
    if (rows.length === 0) throw new AppError('RECORD.CHANGED', 'stale', 'The result was cancelled in between', { historyId });
  }

  async replace(cancelled: StoredResult, result: { readonly id: string; readonly level: Level; readonly label: string | null; readonly decisionNumber: string; readonly source: StoredResult['source'] }): Promise<void> {
    await this.sql.query(
      `insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, label, decision_number, source, cycle_id, review_id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [result.id, cancelled.subjectKind, cancelled.subjectId, cancelled.year, cancelled.packId, result.level, result.label, result.decisionNumber, result.source, cancelled.cycleId, cancelled.reviewId],
    );
  }

  async recordCycle(cycleId: string, pack: { readonly packId: string; readonly labels: readonly { readonly subjectKind: SubjectKind; readonly key: string; readonly label: string }[] }): Promise<number> {
    const rows = await this.sql.query(
      `with decided as (
         select distinct on (dl.review_id) dl.review_id, d.number from app.decision d join app.decision_line dl on dl.decision_id = d.id
         where d.cycle_id = $1 and dl.review_id is not null order by dl.review_id, d.issued_at desc)
       insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, non_level, label, decision_number, source, cycle_id, review_id)
       select gen_random_uuid(), r.subject_kind, r.subject_id, c.rating_year, $2, r.decided_level, case when r.decided_level is null then r.non_level end, l.label, d.number, 'CYCLE', c.id, r.id
       from app.review r join app.cycle c on c.id = r.cycle_id
       left join unnest($3::text[], $4::text[], $5::text[]) as l (subject_kind, key, label)
         on l.subject_kind = r.subject_kind and l.key = coalesce(r.decided_level::text, r.non_level)
       left join decided d on d.review_id = r.id
       where r.cycle_id = $1 and num_nonnulls(r.decided_level, r.non_level) >= 1
       on conflict (subject_kind, subject_id, year) where state = 'VALID' do nothing returning id`,
      [cycleId, pack.packId, pack.labels.map((one) => one.subjectKind), pack.labels.map((one) => one.key), pack.labels.map((one) => one.label)],
    );
    return rows.length;
  }
}

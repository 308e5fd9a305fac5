import { type HistoryRow, HistoryStore } from '@binhxet/application';
import { type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
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
       where subject_kind = $1 and subject_id = any($2::uuid[]) and year between $3 and $4 order by subject_id, year, recorded_at, id`,
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

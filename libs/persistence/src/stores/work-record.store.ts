import { type RecordAbout, type WorkByBody, type WorkCount, type WorkPlace, type WorkRecordRow, WorkRecordStore } from '@binhxet/application';
import { BODY_KINDS, type PeriodSpan, type WorkKind, type WorkRecord } from '@binhxet/domain';
import { type Sql } from '../sql.js';

const RECORD = (w: string) => `json_build_object('kind', ${w}.kind, 'state', ${w}.state, 'organisationId', ${w}.organisation_id, 'subjectKind', ${w}.subject_kind, 'subjectId', ${w}.subject_id,
  'on', to_char(${w}.on_date, 'YYYY-MM-DD'), 'to', to_char(${w}.to_date, 'YYYY-MM-DD'), 'quantity', ${w}.quantity, 'detail', ${w}.detail, 'selfDetected', ${w}.self_detected)`;

/** Work counted by kind, state and kind of subject; used by the store and by the reader. */
export async function readWorkCounts(sql: Sql, superiorId: string, from: string, to: string): Promise<WorkCount[]> {
  return sql.query<WorkCount>(
    `select kind, state, subject_kind as "subjectKind", sum(quantity)::int as turns, count(distinct subject_id)::int as subjects
     from app.work_record where superior_id = $1 and cancelled_at is null and on_date between $2 and $3 group by kind, state, subject_kind order by kind, state, subject_kind`,
    [superiorId, from, to],
  );
}

export class PgWorkRecordStore extends WorkRecordStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async placeOf(organisationId: string, on: string): Promise<WorkPlace> {
    const [row] = await this.sql.query<WorkPlace>('select superior_id as "superiorId", unit_id as "unitId" from app.place_of($1, $2)', [organisationId, on]);
    return row ?? { superiorId: null, unitId: null };
  }

  async cellOf(memberId: string, on: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>('select organisation_id as id from app.membership where member_id = $1 and from_on <= $2::date and (to_on is null or to_on >= $2::date) order by from_on desc limit 1', [memberId, on]);
    return row?.id ?? null;
  }

  async insert(r: WorkRecordRow, recordedBy: string, at: Date): Promise<void> {
    await this.sql.query(
      `insert into app.work_record (id, superior_id, unit_id, organisation_id, kind, state, subject_kind, subject_id, on_date, to_date, quantity, unit, detail, self_detected, decision_number, document, note, source, recorded_by, recorded_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)`,
      [r.id, r.superiorId, r.unitId, r.organisationId, r.kind, r.state, r.subjectKind, r.subjectId, r.on, r.to, r.quantity, r.unit, r.detail, r.selfDetected, r.decisionNumber, r.document, r.note, r.source, recordedBy, at],
    );
  }

  async insertLeavePeriod(id: string, memberId: string, kind: 'SICK_LEAVE' | 'MATERNITY_LEAVE', from: string, to: string | null): Promise<void> {
    await this.sql.query(
      `insert into app.member_period (id, member_id, kind, from_on, to_on) select $1, $2, $3, $4, $5
       where not exists (select 1 from app.member_period p where p.member_id = $2 and p.kind = $3 and p.from_on = $4)`,
      [id, memberId, kind, from, to],
    );
  }

  async get(id: string) {
    const [row] = await this.sql.query<WorkRecordRow & { organisationCode: string; cancelled: boolean }>(
      `select w.id, w.superior_id as "superiorId", w.unit_id as "unitId", w.organisation_id as "organisationId", o.code as "organisationCode", w.kind, w.state, w.subject_kind as "subjectKind", w.subject_id as "subjectId",
         to_char(w.on_date, 'YYYY-MM-DD') as on, to_char(w.to_date, 'YYYY-MM-DD') as to, w.quantity, w.unit, w.detail, w.self_detected as "selfDetected", w.decision_number as "decisionNumber", w.document, w.note, w.source, w.cancelled_at is not null as cancelled
       from app.work_record w join app.organisation o on o.id = w.organisation_id where w.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async cancel(id: string, reason: string, at: Date): Promise<boolean> {
    const rows = await this.sql.query('update app.work_record set cancelled_at = $3, cancelled_reason = $2 where id = $1 and cancelled_at is null returning id', [id, reason, at]);
    return rows.length === 1;
  }

  unitsThatDid(superiorId: string, kinds: readonly WorkKind[], from: string, to: string): Promise<Set<string>> {
    return this.units(
      `select distinct unit_id as id from app.work_record where superior_id = $1 and unit_id is not null and kind = any($2::text[]) and state = 'DONE' and quantity > 0 and cancelled_at is null and on_date between $3 and $4`,
      [superiorId, kinds, from, to],
    );
  }

  unitsDisciplined(superiorId: string, from: string, to: string): Promise<Set<string>> {
    return this.units(
      `select distinct subject_id as id from app.work_record where superior_id = $1 and subject_kind = 'ORGANISATION' and kind = 'DISCIPLINE' and state = 'DONE' and cancelled_at is null and on_date between $2 and $3`,
      [superiorId, from, to],
    );
  }

  counts(superiorId: string, from: string, to: string): Promise<WorkCount[]> {
    return readWorkCounts(this.sql, superiorId, from, to);
  }

  async ofMembers(memberIds: readonly string[], kinds: readonly WorkKind[], { from, to }: PeriodSpan, knownAt: Date | null = null): Promise<WorkRecord[]> {
    const rows = await this.sql.query<{ record: WorkRecord }>(
      `select ${RECORD('w')} as record from app.work_record w
       where w.subject_kind = 'MEMBER' and w.subject_id = any($1::uuid[]) and w.kind = any($2::text[]) and w.on_date <= $4::date and (w.to_date is null or w.to_date >= $3::date)
         and case when $5::timestamptz is null then w.cancelled_at is null else w.recorded_at <= $5::timestamptz and (w.cancelled_at is null or w.cancelled_at > $5::timestamptz) end
       order by w.on_date, w.id`,
      [memberIds, kinds, from, to, knownAt],
    );
    return rows.map((row) => row.record);
  }

  byBody(superiorId: string, kinds: readonly WorkKind[], from: string, to: string): Promise<WorkByBody[]> {
    return this.sql.query<WorkByBody>(
      `select kind, body, subject_kind as "subjectKind", sum(quantity)::int as turns, count(distinct subject_id)::int as subjects
       from app.work_record, lateral (select case when detail = any($5::text[]) then detail end as body) done_by
       where superior_id = $1 and kind = any($2::text[]) and state = 'DONE' and cancelled_at is null and on_date between $3 and $4
       group by kind, body, subject_kind order by kind, body nulls last, subject_kind nulls last`,
      [superiorId, kinds, from, to, BODY_KINDS],
    );
  }

  about(cycleId: string, subject: 'MEMBER' | 'ORGANISATION', ids: readonly string[], year: number): Promise<RecordAbout[]> {
    // Leave that began the year before still counts its days of this one.
    const inYear = `w.cancelled_at is null and w.on_date <= make_date($2, 12, 31) and (w.on_date >= make_date($2, 1, 1) or w.kind = 'LEAVE' and (w.to_date is null or w.to_date >= make_date($2, 1, 1)))`;
    const own = (kind: string) => `select w.subject_id as for_id, 'own' as part, w.* from app.work_record w where w.subject_kind = '${kind}' and w.subject_id = any($1::uuid[]) and ${inYear}`;
    const rest = `
      union all select k.parent_id, 'below', w.* from app.cycle_unit k join app.work_record w on w.subject_kind = 'ORGANISATION' and w.subject_id = k.organisation_id and w.kind = 'DISCIPLINE'
        where k.cycle_id = $3 and k.parent_id = any($1::uuid[]) and ${inYear}
      union all select p.organisation_id, 'leaders', w.* from app.post p join app.body b on b.id = p.body_id and b.kind in ('PARTY_COMMITTEE','STANDING_COMMITTEE','CELL_COMMITTEE')
        join app.work_record w on w.subject_kind = 'MEMBER' and w.subject_id = p.member_id and w.kind = 'DISCIPLINE' and p.from_on <= w.on_date and (p.to_on is null or p.to_on >= w.on_date)
        where p.organisation_id = any($1::uuid[]) and ${inYear}
      union all select w.unit_id, 'done', w.* from app.work_record w where w.unit_id = any($1::uuid[]) and w.kind in ('ADMISSION','INSPECTION','SUPERVISION') and ${inYear}`;
    return this.sql.query<RecordAbout>(
      `select x.for_id as "forId", x.part, ${RECORD('x')} as record from (${subject === 'MEMBER' ? `${own('MEMBER')} and $3::text is not null` : own('ORGANISATION') + rest}) x order by x.on_date, x.id`,
      [ids, year, cycleId],
    );
  }

  private async units(text: string, params: readonly unknown[]): Promise<Set<string>> {
    return new Set((await this.sql.query<{ id: string }>(text, params)).map((row) => row.id));
  }
}

import { type ResolutionRow, type ResultGroup, type StoredMapping, TargetStore } from '@binhxet/application';
import { AppError, type Target } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

const TARGET = `json_build_object('id', t.id, 'code', t.code, 'ordinal', t.ordinal, 'wording', t.wording, 'operator', t.operator, 'value', t.value, 'upper', t.upper, 'unit', t.unit,
  'decimals', t.decimals, 'label', t.label, 'packOfLabel', t.pack_of_label, 'period', t.period, 'fromYear', t.from_year, 'toYear', t.to_year, 'readings', t.readings, 'mark', t.mark, 'note', t.note)`;

/** Resolutions in force of a superior, as rows of the port; used by the store and by the reader. */
export async function readResolutions(sql: Sql, superiorId: string): Promise<ResolutionRow[]> {
  return sql.query<ResolutionRow>(
    `select r.id, r.superior_id as "superiorId", r.number, r.title, to_char(r.adopted_on, 'YYYY-MM-DD') as "adoptedOn", r.from_year as "fromYear", r.to_year as "toYear", r.document, r.replaces, r.reason,
       coalesce((select json_agg(${TARGET} order by t.ordinal) from app.target t where t.resolution_id = r.id), '[]') as targets
     from app.resolution r where r.superior_id = $1 and r.superseded_at is null order by r.adopted_on, r.number`,
    [superiorId],
  );
}

export async function readMappings(sql: Sql, superiorId: string): Promise<StoredMapping[]> {
  return sql.query<StoredMapping>(
    `select id, subject, pack_of_label as "packOfLabel", rank, title, result_pack as "resultPack", to_rank as "toRank", to_or_better as "toOrBetter", reason, document
     from app.target_mapping where superior_id = $1 and superseded_at is null order by mapped_at, id`,
    [superiorId],
  );
}

export class PgTargetStore extends TargetStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(resolution: ResolutionRow, recordedBy: string, at: Date): Promise<void> {
    const { id, superiorId, number, title, adoptedOn, fromYear, toYear, document, replaces, reason, targets } = resolution;
    const rows = await this.sql.query(
      `insert into app.resolution (id, superior_id, number, title, adopted_on, from_year, to_year, document, replaces, reason, recorded_by, recorded_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) on conflict (superior_id, number) where superseded_at is null do nothing returning id`,
      [id, superiorId, number, title, adoptedOn, fromYear, toYear, document, replaces, reason, recordedBy, at],
    );
    if (rows.length === 0) throw new AppError('RESOLUTION.EXISTS', 'conflict', 'A resolution with this number is in force', { number });
    await insertRows(this.sql, 'app.target', TARGET_COLUMNS, targets.map((target) => rowOf(id, target)));
  }

  async supersede(id: string, superiorId: string, at: Date): Promise<boolean> {
    const rows = await this.sql.query('update app.resolution set superseded_at = $3 where id = $1 and superior_id = $2 and superseded_at is null returning id', [id, superiorId, at]);
    return rows.length === 1;
  }

  resolutions(superiorId: string): Promise<ResolutionRow[]> {
    return readResolutions(this.sql, superiorId);
  }

  mappings(superiorId: string): Promise<StoredMapping[]> {
    return readMappings(this.sql, superiorId);
  }

  async map(superiorId: string, m: StoredMapping, by: string, at: Date): Promise<void> {
    await this.sql.query(
      `update app.target_mapping set superseded_at = $7 where superior_id = $1 and subject = $2 and pack_of_label = $3 and rank = $4 and title is not distinct from $5 and result_pack is not distinct from $6 and superseded_at is null`,
      [superiorId, m.subject, m.packOfLabel, m.rank, m.title, m.resultPack, at],
    );
    await this.sql.query(
      `insert into app.target_mapping (id, superior_id, subject, pack_of_label, rank, title, result_pack, to_rank, to_or_better, reason, document, mapped_by, mapped_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
      [m.id, superiorId, m.subject, m.packOfLabel, m.rank, m.title, m.resultPack, m.toRank, m.toOrBetter, m.reason, m.document, by, at],
    );
  }

  pastResults(superiorId: string, year: number): Promise<ResultGroup[]> {
    return this.sql.query<ResultGroup>(
      `with recursive tree as (
         select v.organisation_id, v.role from app.organisation_version v where v.organisation_id = $1 and v.superseded_at is null and ${atEnd('v')}
         union all
         select v.organisation_id, v.role from app.organisation_version v join tree on v.parent_id = tree.organisation_id where v.superseded_at is null and ${atEnd('v')})
       select 'ORGANISATION' as subject, t.role, h.pack_id as "packId", h.level, h.non_level as "nonLevel", h.title_outstanding as outstanding, count(*)::int as count
       from tree t join app.rating_history h on h.subject_kind = 'ORGANISATION' and h.subject_id = t.organisation_id and h.year = $2 and h.state = 'VALID'
       where t.role in ('GRASSROOTS_COMMITTEE_ORG','GRASSROOTS_CELL') group by 2, 3, 4, 5, 6
       union all
       select 'MEMBER', null, h.pack_id, h.level, h.non_level, h.title_outstanding, count(*)::int
       from tree t join app.membership m on m.organisation_id = t.organisation_id and ${atEnd('m')}
         join app.rating_history h on h.subject_kind = 'MEMBER' and h.subject_id = m.member_id and h.year = $2 and h.state = 'VALID'
       group by 2, 3, 4, 5, 6`,
      [superiorId, year],
    );
  }

  cycleResults(cycleId: string, packId: string): Promise<ResultGroup[]> {
    return this.sql.query<ResultGroup>(
      `select r.subject_kind as subject, u.role, $2::text as "packId", r.decided_level as level, case when r.decided_level is null then r.non_level end as "nonLevel", false as outstanding, count(*)::int as count
       from app.review r left join app.cycle_unit u on u.cycle_id = r.cycle_id and u.organisation_id = r.subject_id and r.subject_kind = 'ORGANISATION'
       where r.cycle_id = $1 and (r.subject_kind = 'MEMBER' or r.subject_kind = 'ORGANISATION' and u.role in ('GRASSROOTS_COMMITTEE_ORG','GRASSROOTS_CELL')) group by 1, 2, 4, 5`,
      [cycleId, packId],
    );
  }

  async figures(superiorId: string, from: string, to: string): Promise<Map<string, number>> {
    const rows = await this.sql.query<{ key: string; quantity: number }>(
      `select distinct on (detail) detail as key, quantity from app.work_record
       where superior_id = $1 and kind = 'FIGURE' and state = 'DONE' and cancelled_at is null and on_date between $2 and $3 order by detail, on_date desc, recorded_at desc`,
      [superiorId, from, to],
    );
    return new Map(rows.map((row) => [row.key, row.quantity]));
  }
}

const atEnd = (alias: string): string => `${alias}.from_on <= make_date($2::int, 12, 31) and (${alias}.to_on is null or ${alias}.to_on >= make_date($2::int, 12, 31))`;
const TARGET_COLUMNS = ['id', 'resolution_id', 'code', 'ordinal', 'wording', 'operator', 'value', 'upper', 'unit', 'decimals', 'label', 'pack_of_label', 'period', 'from_year', 'to_year', 'readings', 'mark', 'note'];

function rowOf(resolutionId: string, t: Target): unknown[] {
  const rational = (value: Target['value']) => (value === null ? null : json(value));
  return [t.id, resolutionId, t.code, t.ordinal, t.wording, t.operator, rational(t.value), rational(t.upper), t.unit, t.decimals, t.label, t.packOfLabel, t.period, t.fromYear, t.toYear, json(t.readings), t.mark, t.note];
}

import { type DataDefect, ReadinessStore } from '@binhxet/application';
import { type Sql } from '../sql.js';

const inForce = (alias: string): string => `${alias}.from_on <= $2::date and (${alias}.to_on is null or ${alias}.to_on >= $2::date)`;
const COMMITTEES = `('PARTY_COMMITTEE','STANDING_COMMITTEE','CELL_COMMITTEE')`;

/** Each select names the objects with one defect. Tree, cells, members and offices stand as on the day ($2). */
const DEFECTS = /* sql */ `
with recursive tree as (
  select v.organisation_id as id, v.role from app.organisation_version v where v.organisation_id = $1 and v.superseded_at is null and ${inForce('v')}
  union all
  select v.organisation_id, v.role from app.organisation_version v join tree on v.parent_id = tree.id where v.superseded_at is null and ${inForce('v')}),
cell as (select id from tree where role in ('GRASSROOTS_CELL','SUBORDINATE_CELL')),
person as (select m.*, s.organisation_id as cell_id from cell c join app.membership s on s.organisation_id = c.id and ${inForce('s')} join app.member m on m.id = s.member_id),
office as (select p.organisation_id, p.member_id, p.kind, b.kind as body from app.post p join app.body b on b.id = p.body_id join tree t on t.id = p.organisation_id where ${inForce('p')}),
defect (code, at) as (
  select 'STANDING_COMMITTEE_TOO_SMALL', $1::uuid where (select count(distinct member_id) from office where organisation_id = $1 and body in ${COMMITTEES}) < $4
  union all select 'ADVISORY_BODY_MISSING', $1::uuid where not exists (select from office where organisation_id = $1 and body = 'ADVISORY_BODY')
  union all select 'COMMITTEE_MISSING', t.id from tree t where t.role in ('GRASSROOTS_COMMITTEE_ORG','SUBCOMMITTEE_ORG') and not exists (select from office o where o.organisation_id = t.id and o.body in ${COMMITTEES})
  union all select 'COMMITTEE_TOO_SMALL', o.organisation_id from office o join tree t on t.id = o.organisation_id where t.id <> $1 and t.role in ('GRASSROOTS_COMMITTEE_ORG','SUBCOMMITTEE_ORG') and o.body in ${COMMITTEES}
    group by o.organisation_id having count(distinct o.member_id) < $4
  union all select 'CELL_WITHOUT_SECRETARY', c.id from cell c where not exists (select from office o where o.organisation_id = c.id and o.kind = 'SECRETARY')
  union all select 'CELL_TOO_SMALL', c.id from cell c where (select count(*) from person p where p.cell_id = c.id and p.status = 'OFFICIAL') < $4),
lacking (code, who) as (
  select 'BIRTH_DATE_MISSING', code from person where born_on is null
  union all select 'CIVIL_RATING_MISSING', p.code from person p where $6::bool and p.is_civil_servant
    and not exists (select from app.fact f where f.subject_kind = 'MEMBER' and f.subject_id = p.id and f.year = $3 and f.key = 'civilLevel')
  union all select 'PREVIOUS_RESULT_MISSING', p.code from person p where exists (
    select from generate_series($3::int - $5::int + 1, $3::int - 1) y where p.admitted_on < make_date(y, 1, 1)
      and not exists (select from app.rating_history h where h.subject_kind = 'MEMBER' and h.subject_id = p.id and h.year = y and h.state = 'VALID'))
  union all select 'MEMBER_WITHOUT_CELL', m.code from app.member m where exists (select from app.membership s join cell c on c.id = s.organisation_id where s.member_id = m.id and s.from_on <= $2::date)
    and not exists (select from app.membership s where s.member_id = m.id and ${inForce('s')})
    and not exists (select from app.member_period q where q.member_id = m.id and q.kind = 'LEFT_PARTY' and q.from_on <= $2::date)),
named (code, at) as (select d.code, o.code from defect d join app.organisation o on o.id = d.at union all select code, who from lacking)
select code, count(*)::int as count, (array_agg(at order by at))[1:100] as "where" from named group by code`;

export class PgReadinessStore extends ReadinessStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  defects(superiorId: string, on: string, year: number, smallestSitting: number, chainYears: number, civil: boolean): Promise<DataDefect[]> {
    return this.sql.query<DataDefect>(DEFECTS, [superiorId, on, year, smallestSitting, chainYears, civil]);
  }
}

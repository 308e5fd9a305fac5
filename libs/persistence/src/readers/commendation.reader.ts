import { type CaseFilter, type CaseView, CommendationReader, type Page, type PageRequest, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day, inScope } from './fragments.js';


export class PgCommendationReader extends CommendationReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async cases(cycleId: string, filter: CaseFilter, page: PageRequest): Promise<Page<CaseView>> {
    const params: unknown[] = [cycleId, filter.rootIds];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.state === undefined ? '' : `and k.state = ${bind(filter.state)}`,
      filter.awardId === undefined ? '' : `and k.award_id = ${bind(filter.awardId)}`,
      filter.subjectKind === undefined ? '' : `and k.subject_kind = ${bind(filter.subjectKind)}`,
      page.after ? `and (k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::int, ${bind(page.after[2])}, ${bind(page.after[3])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<CaseView & { key: [string, number, string] }>(
      `select k.id, k.award_id as "awardId", k.form, k.subject_kind as "subjectKind", json_build_object('id', k.subject_id, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('id', pu.organisation_id, 'code', pu.code, 'name', pu.name) as organisation, k.unit_id as "unitId", k.state, k.chain, k.money,
         case when d.id is null then null else json_build_object('number', d.number, 'decidedOn', ${day('d.decided_on')}) end as decision,
         k.certificate_number as "certificateNumber", k.version, json_build_array(k.award_id, pu.ordinal, coalesce(m.name_key, '')) as key
       from app.commendation_case k join app.cycle_unit pu on pu.cycle_id = k.cycle_id and pu.organisation_id = k.organisation_id
       left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER'
       left join app.decision d on d.id = k.decision_id
       where k.cycle_id = $1 and ${inScope('k.organisation_id', '$2')} ${wanted}
       order by k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.id]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async counts(cycleId: string, rootIds: readonly string[] | null): Promise<{ awardId: string; state: string; count: number }[]> {
    return this.sql.query(
      `select award_id as "awardId", state, count(*)::int as count from app.commendation_case k where k.cycle_id = $1 and ${inScope('k.organisation_id', '$2')} group by 1, 2 order by 1, 2`,
      [cycleId, rootIds],
    );
  }
}

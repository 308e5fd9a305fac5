import { cutPage, type Page, type PageRequest, type WorkRecordFilter, WorkRecordReader, type WorkRecordView } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day } from './fragments.js';

const NEWEST_NAME = (alias: string, id: string) => `left join lateral (select v.name from app.organisation_version v where v.organisation_id = ${id} and v.superseded_at is null order by v.from_on desc limit 1) ${alias} on true`;

export class PgWorkRecordReader extends WorkRecordReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async below(organisationId: string, filter: WorkRecordFilter, page: PageRequest): Promise<Page<WorkRecordView>> {
    const params: unknown[] = [organisationId];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.kind === undefined ? '' : `and w.kind = ${bind(filter.kind)}`,
      filter.state === undefined ? '' : `and w.state = ${bind(filter.state)}`,
      filter.year === undefined ? '' : `and extract(year from w.on_date) = ${bind(filter.year)}`,
      page.after ? `and (w.on_date, w.id) < (${bind(page.after[0])}::date, ${bind(page.after[1])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<WorkRecordView>(
      `select w.id, json_build_object('code', o.code, 'name', n.name) as organisation, w.kind, w.state, ${day('w.on_date')} as on, ${day('w.to_date')} as to,
         case when w.subject_id is null then null else json_build_object('kind', w.subject_kind, 'code', coalesce(sm.code, so.code), 'name', coalesce(sm.full_name, sn.name)) end as subject,
         w.quantity, w.unit, w.detail, w.self_detected as "selfDetected", w.decision_number as "decisionNumber", w.document, w.note, w.source, w.cancelled_reason as "cancelledReason"
       from app.work_record w join app.organisation o on o.id = w.organisation_id ${NEWEST_NAME('n', 'o.id')}
       left join app.member sm on w.subject_kind = 'MEMBER' and sm.id = w.subject_id
       left join app.organisation so on w.subject_kind = 'ORGANISATION' and so.id = w.subject_id ${NEWEST_NAME('sn', 'so.id')}
       where exists (select from app.organisation_closure x where x.ancestor_id = $1 and x.descendant_id = w.organisation_id) ${wanted}
       order by w.on_date desc, w.id desc limit ${page.limit + 1}`,
      params,
    );
    return cutPage(rows, page.limit, (row) => [row.on, row.id]);
  }

  async placeOf(recordId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>('select organisation_id as id from app.work_record where id = $1', [recordId]);
    return row?.id ?? null;
  }
}

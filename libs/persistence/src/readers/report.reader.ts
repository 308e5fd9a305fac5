import { type CommendedRow, type CycleReport, type LevelFigures, type Page, type PageRequest, ReportReader, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { inScope, instant } from './fragments.js';

const countWhere = (condition: string): string => `count(*) filter (where ${condition})::int`;

export class PgReportReader extends ReportReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async report(cycleId: string, rootIds: readonly string[] | null): Promise<CycleReport> {
    const figuresWhere = (condition: string) => this.sql.query<LevelFigures>(
      `select r.subject_kind as "subjectKind", count(*)::int as total, ${countWhere('r.decided_level is not null')} as rated,
         json_strip_nulls(json_build_object(1, ${countWhere('r.decided_level = 1')}, 2, ${countWhere('r.decided_level = 2')}, 3, ${countWhere('r.decided_level = 3')}, 4, ${countWhere('r.decided_level = 4')},
           5, nullif(${countWhere('r.decided_level = 5')}, 0), 6, nullif(${countWhere('r.decided_level = 6')}, 0))) as levels,
         json_build_object('NOT_RATED', ${countWhere(`r.decided_level is null and r.non_level = 'NOT_RATED'`)}, 'EXEMPT', ${countWhere(`r.decided_level is null and r.non_level = 'EXEMPT'`)},
           'NOT_YET_RATED', ${countWhere(`r.decided_level is null and r.non_level = 'NOT_YET_RATED'`)}) as "nonLevels",
         ${countWhere('r.decided_level is null and r.non_level is null')} as undecided
       from app.review r where r.cycle_id = $1 and ${inScope('r.organisation_id', '$2')} ${condition} group by r.subject_kind order by r.subject_kind`,
      [cycleId, rootIds],
    );
    const figures = await figuresWhere('');
    const grassroots = await figuresWhere(
      `and r.subject_kind <> 'MEMBER' and exists (select 1 from app.cycle_unit g where g.cycle_id = r.cycle_id and g.organisation_id = r.subject_id and g.role in ('GRASSROOTS_COMMITTEE_ORG','GRASSROOTS_CELL'))`,
    );
    const [rest] = await this.sql.query<Omit<CycleReport, 'figures' | 'grassroots'>>(
      `select (select json_build_object('key', 'admitted', 'k', ${countWhere('extract(year from m.admitted_on) = c.rating_year')}, 'n', count(*)::int)
               from app.cycle_roll cr join app.member m on m.id = cr.member_id where cr.cycle_id = c.id and ${inScope('cr.organisation_id', '$2')}) as admitted,
         coalesce((select json_agg(json_build_object('decisionId', d.id, 'decisionNumber', d.number, 'organisation', json_build_object('code', u.code, 'name', u.name),
              'checks', d.quota, 'reason', d.reason, 'document', d.document) order by d.issued_at)
            from app.decision d join app.cycle_unit u on u.cycle_id = d.cycle_id and u.organisation_id = d.organisation_id
            where d.cycle_id = c.id and d.quota @? '$[*] ? (@.breach == "CERTAIN")' and ${inScope('d.organisation_id', '$2')}), '[]') as quota,
         coalesce((select json_object_agg(award_id, states) from (
            select award_id, json_object_agg(state, n) as states from (
              select award_id, state, count(*)::int as n from app.commendation_case k where k.cycle_id = c.id and ${inScope('k.organisation_id', '$2')} group by award_id, state) s group by award_id) a), '{}') as commendation,
         (select json_build_object('size', size, 'checkpoint', checkpoint, 'verifierKey', verifier_key, 'signedAt', ${instant('signed_at')}) from ledger.ledger_head order by size desc limit 1) as ledger
       from app.cycle c where c.id = $1`,
      [cycleId, rootIds],
    );
    return { figures, grassroots, ...rest! };
  }

  async commended(cycleId: string, filter: { awardIds: readonly string[] | null; states: readonly string[]; rootIds: readonly string[] | null }, page: PageRequest): Promise<Page<CommendedRow>> {
    const params: unknown[] = [cycleId, filter.awardIds, filter.states, filter.rootIds];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<CommendedRow & { key: [string, number, string] }>(
      `select k.id as "caseId", k.award_id as "awardId", k.form, k.subject_kind as "subjectKind", json_build_object('code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('code', pu.code, 'name', pu.name) as organisation, k.state, k.chain, k.money, d.number as "decisionNumber", k.certificate_number as "certificateNumber",
         json_build_array(k.award_id, pu.ordinal, coalesce(m.name_key, '')) as key
       from app.commendation_case k join app.cycle_unit pu on pu.cycle_id = k.cycle_id and pu.organisation_id = k.organisation_id
       left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER'
       left join app.decision d on d.id = k.decision_id
       where k.cycle_id = $1 and ($2::text[] is null or k.award_id = any($2::text[])) and k.state = any($3::text[]) and ${inScope('k.organisation_id', '$4')}
         ${page.after ? `and (k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id) > ($5, $6::int, $7, $8::uuid)` : ''}
       order by k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.caseId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }
}

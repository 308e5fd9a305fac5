import { type BoardCount, type BoardFilter, type BoardRow, type DecisionLineView, DecisionReader, type DecisionView, type Page, type PageRequest, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day, instant } from './fragments.js';
import { lastYearJson, plain, summaryColumns } from './unit.reader.js';

const RANK = `case r.subject_kind when 'ORGANISATION' then 1 when 'COLLECTIVE' then 2 else 3 end`;

export class PgDecisionReader extends DecisionReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async board(cycleId: string, deciderId: string, filter: BoardFilter, page: PageRequest): Promise<Page<BoardRow>> {
    const params: unknown[] = [cycleId, deciderId];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.subjectKind === undefined ? '' : `and r.subject_kind = ${bind(filter.subjectKind)}`,
      filter.state === undefined ? '' : `and r.state = ${bind(filter.state)}`,
      filter.organisationCode === undefined ? '' : `and pu.code = ${bind(filter.organisationCode)}`,
      filter.quotaGroup === undefined ? '' : `and pu.quota_group = ${bind(filter.quotaGroup)}`,
      filter.q === undefined ? '' : ((q) => `and (${plain('coalesce(m.full_name, su.name)')} like '%' || ${plain(q)} || '%' or coalesce(m.code, su.code) = upper(${q}))`)(`${bind(filter.q)}::text`),
      page.after ? `and (${RANK}, pu.ordinal, coalesce(m.name_key, ''), r.id) > (${bind(page.after[0])}::int, ${bind(page.after[1])}::int, ${bind(page.after[2])}, ${bind(page.after[3])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<BoardRow & { key: [number, number, string] }>(
      `select ${summaryColumns('r')}, json_build_object('id', r.subject_id, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('code', pu.code, 'name', pu.name) as organisation, r.unit_id as "unitId", pu.quota_group as "quotaGroup", pu.phase, r.note, ${lastYearJson('r', 'c')} as "lastYear",
         (select json_build_object('ballotId', b.id, 'votes', t.votes, 'countedBody', b.counted_body, 'verdict', t.verdict)
            from ballot.tally t join ballot.ballot b on b.id = t.ballot_id join app.meeting g on g.id = b.meeting_id
            where t.review_id = r.id and b.organisation_id = r.decider_id and b.cycle_id = r.cycle_id and b.state in ('TALLIED','CERTIFIED')
              and b.kind in ('COMMITTEE_DECISION','STANDING_DECISION','CELL_MEMBER_LEVEL') order by g.created_at desc, b.round desc limit 1) as vote,
         (select json_build_object('number', d.number, 'decidedOn', ${day('d.decided_on')}, 'reason', l.reason) from app.decision d join app.decision_line l on l.decision_id = d.id and l.review_id = r.id
            where d.cycle_id = r.cycle_id and d.organisation_id = r.decider_id order by d.issued_at desc limit 1) as decision,
         json_build_array(${RANK}, pu.ordinal, coalesce(m.name_key, '')) as key
       from app.review r join app.cycle c on c.id = r.cycle_id
       join app.cycle_unit pu on pu.cycle_id = r.cycle_id and pu.organisation_id = r.organisation_id
       left join app.member m on m.id = r.subject_id and r.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = r.cycle_id and su.organisation_id = r.subject_id and r.subject_kind <> 'MEMBER'
       where r.cycle_id = $1 and r.decider_id = $2 ${wanted}
       order by ${RANK}, pu.ordinal, coalesce(m.name_key, ''), r.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.id]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async counts(cycleId: string, deciderId: string): Promise<BoardCount[]> {
    return this.sql.query<BoardCount>(
      `select subject_kind as "subjectKind", coalesce('L' || coalesce(decided_level, verified_level, proposed_level), non_level, 'OPEN') as column, count(*)::int as count
       from app.review where cycle_id = $1 and decider_id = $2 group by 1, 2 order by 1, 2`,
      [cycleId, deciderId],
    );
  }

  async subjects(reviewIds: readonly string[]): Promise<Map<string, { code: string; name: string }>> {
    if (reviewIds.length === 0) return new Map();
    const rows = await this.sql.query<{ id: string; code: string; name: string }>(
      `select r.id, coalesce(m.code, u.code) as code, coalesce(m.full_name, u.name) as name from app.review r
       left join app.member m on m.id = r.subject_id and r.subject_kind = 'MEMBER'
       left join app.cycle_unit u on u.cycle_id = r.cycle_id and u.organisation_id = r.subject_id and r.subject_kind <> 'MEMBER'
       where r.id = any($1::uuid[])`,
      [reviewIds],
    );
    return new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
  }

  async decision(decisionId: string): Promise<DecisionView | null> {
    const rows = await this.sql.query<DecisionView>(
      `select d.id, d.kind, d.number, ${day('d.decided_on')} as "decidedOn", d.meeting_id as "meetingId", d.reason, d.document, d.content_hash as "contentHash", ${instant('d.issued_at')} as "issuedAt", d.quota,
         (select count(*)::int from app.decision_line l where l.decision_id = d.id) as lines, d.cycle_id as "cycleId",
         json_build_object('id', u.organisation_id, 'code', u.code, 'name', u.name) as organisation
       from app.decision d join app.cycle_unit u on u.cycle_id = d.cycle_id and u.organisation_id = d.organisation_id where d.id = $1`,
      [decisionId],
    );
    return rows[0] ?? null;
  }

  async lines(decisionId: string, page: PageRequest): Promise<Page<DecisionLineView>> {
    const rows = await this.sql.query<DecisionLineView>(
      `select l.ordinal, l.review_id as "reviewId", l.case_id as "caseId", l.level, l.non_level as "nonLevel", l.verdict, l.reason,
         case when coalesce(m.code, su.code) is null then null
              else json_build_object('kind', coalesce(r.subject_kind, k.subject_kind), 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) end as subject,
         case when pu.code is null then null else json_build_object('code', pu.code, 'name', pu.name) end as organisation
       from app.decision_line l join app.decision d on d.id = l.decision_id
       left join app.review r on r.id = l.review_id left join app.commendation_case k on k.id = l.case_id
       left join app.member m on m.id = coalesce(r.subject_id, k.subject_id) and coalesce(r.subject_kind, k.subject_kind) = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = d.cycle_id and su.organisation_id = coalesce(r.subject_id, k.subject_id)
       left join app.cycle_unit pu on pu.cycle_id = d.cycle_id and pu.organisation_id = coalesce(r.organisation_id, k.organisation_id)
       where l.decision_id = $1 and l.ordinal > $2 order by l.ordinal limit ${page.limit + 1}`,
      [decisionId, page.after?.[0] ?? -1],
    );
    return cutPage(rows, page.limit, (row) => [row.ordinal]);
  }
}

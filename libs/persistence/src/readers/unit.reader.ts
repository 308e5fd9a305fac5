import { type ChildRow, type MemberFilter, type MemberRow, type Page, type PageRequest, type StepView, type UnitHead, type UnitOverview, UnitReader, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { stepJson } from './cycle.reader.js';
import { cycleNow, cycleToday, day, instant, membersBelow, personJson } from './fragments.js';

/** Members of a `ReviewSummary`; to be put in a `json_build_object`. */
export const summaryFields = (r: string): string => `'id', ${r}.id, 'subjectKind', ${r}.subject_kind, 'state', ${r}.state,
  'levels', ${levelsJson(r)}, 'nonLevel', ${r}.non_level, 'nonLevelClause', ${r}.non_level_clause, 'ceiling', ${r}.ceiling, 'isHead', ${r}.is_head, 'version', ${r}.version`;
/** The same as columns. */
export const summaryColumns = (r: string): string => `${r}.id, ${r}.subject_kind as "subjectKind", ${r}.state, ${levelsJson(r)} as levels,
  ${r}.non_level as "nonLevel", ${r}.non_level_clause as "nonLevelClause", ${r}.ceiling, ${r}.is_head as "isHead", ${r}.version`;
const levelsJson = (r: string): string =>
  `json_build_object('self', ${r}.self_level, 'proposed', ${r}.proposed_level, 'verified', ${r}.verified_level, 'decided', ${r}.decided_level)`;
/** Valid result of the year before, as JSON or null. */
export const lastYearJson = (r: string, cycle: string): string => `(select json_build_object('level', h.level, 'nonLevel', h.non_level, 'label', h.label)
  from app.rating_history h where h.subject_kind = ${r}.subject_kind and h.subject_id = ${r}.subject_id and h.year = ${cycle}.rating_year - 1 and h.state = 'VALID')`;
/** Letters without diacritics: names are searched as people type them. */
export const plain = (text: string): string => `replace(replace(regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd')`;

const ownReview = (kind: string): string =>
  `(select json_build_object(${summaryFields('r')}) from app.review r where r.cycle_id = u.cycle_id and r.subject_kind = '${kind}' and r.subject_id = u.organisation_id)`;
export const decisionJson = `json_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'decidedOn', ${day('d.decided_on')}, 'meetingId', d.meeting_id, 'reason', d.reason,
  'document', d.document, 'contentHash', d.content_hash, 'issuedAt', ${instant('d.issued_at')}, 'lines', (select count(*)::int from app.decision_line l where l.decision_id = d.id), 'quota', d.quota)`;

export class PgUnitReader extends UnitReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async head(cycleId: string, code: string, now: Date): Promise<UnitHead | null> {
    const rows = await this.sql.query<UnitHead>(
      `with recursive up as (
         select u.*, 0 as depth from app.cycle_unit u where u.cycle_id = $1 and u.code = $2
         union all select p.*, up.depth + 1 from up join app.cycle_unit p on p.cycle_id = up.cycle_id and p.organisation_id = up.parent_id)
       select u.organisation_id as "organisationId", u.code, u.name, u.cycle_id as "cycleId", c.rating_year as "ratingYear", c.clock, ${day(cycleToday('c', '$3'))} as today,
         c.simulated, c.state as "cycleState", u.superior_id as "superiorId", u.role, u.parent_id as "parentId", u.unit_id as "unitId",
         coalesce((select json_agg(json_build_object('code', up.code, 'name', up.name) order by up.depth desc) from up where up.depth > 0), '[]') as path,
         u.quota_group as "quotaGroup", u.has_committee as "hasCommittee", u.workflow, u.workflow_id as "workflowId", u.phase, ${instant('u.phase_at')} as "phaseAt"
       from up u join app.cycle c on c.id = u.cycle_id where u.depth = 0`,
      [cycleId, code, now],
    );
    return rows[0] ?? null;
  }

  async codes(cycleId: string, organisationIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.query<{ id: string; code: string }>('select organisation_id as id, code from app.cycle_unit where cycle_id = $1 and organisation_id = any($2::uuid[])', [cycleId, organisationIds]);
    return new Map(rows.map((row) => [row.id, row.code]));
  }

  async overview(head: UnitHead, now: Date): Promise<UnitOverview> {
    const [row] = await this.sql.query<Omit<UnitOverview, keyof UnitHead>>(
      `select
         coalesce((select json_agg(${stepJson('$3')} order by s.opened_at, s.kind) from app.step s where s.cycle_id = $1 and s.organisation_id = $2), '[]') as steps,
         coalesce((select json_agg(json_build_object('id', m.id, 'stepId', m.step_id, 'kind', m.kind, 'state', m.state, 'round', m.round, 'heldOn', ${day('m.held_on')}, 'place', m.place,
            'summoned', m.summoned, 'present', m.present, 'counted', m.counted, 'version', m.version) order by m.created_at, m.id)
            from app.meeting m where m.cycle_id = $1 and m.organisation_id = $2), '[]') as meetings,
         (select json_build_object('id', s.id, 'round', s.round, 'state', s.state, 'to', json_build_object('code', t.code, 'name', t.name), 'summary', s.summary,
            'submittedAt', ${instant('s.submitted_at')}, 'returnedReason', s.returned_reason, 'returnedAt', ${instant('s.returned_at')})
            from app.submission s join app.cycle_unit t on t.cycle_id = s.cycle_id and t.organisation_id = s.to_organisation_id
            where s.cycle_id = $1 and s.organisation_id = $2 order by s.round desc limit 1) as submission,
         coalesce((select json_agg(${decisionJson} order by d.issued_at) from app.decision d where d.cycle_id = $1 and d.organisation_id = $2), '[]') as decisions,
         ${ownReview('ORGANISATION')} as "organisationReview", ${ownReview('COLLECTIVE')} as "collectiveReview",
         coalesce((select json_object_agg(state, n) from (select state, count(*)::int as n from app.review
            where cycle_id = $1 and organisation_id = $2 and subject_kind = 'MEMBER' group by state) x), '{}') as "memberStates",
         coalesce((select json_object_agg(phase, n) from (select phase, count(*)::int as n from app.cycle_unit where cycle_id = $1 and parent_id = $2 group by phase) x), '{}') as "childPhases",
         coalesce((select json_agg(json_build_object('code', kind, 'count', n) order by kind) from (
            select kind, sum(outstanding)::int as n from app.step where cycle_id = $1 and organisation_id = $2 and state = 'OPEN' and outstanding > 0 group by kind) x), '[]') as blockers
       from app.cycle_unit u join app.cycle c on c.id = u.cycle_id where u.cycle_id = $1 and u.organisation_id = $2`,
      [head.cycleId, head.organisationId, now],
    );
    return { ...head, ...row! };
  }

  async steps(cycleId: string, organisationId: string, now: Date): Promise<StepView[]> {
    const rows = await this.sql.query<{ step: StepView }>(
      `select ${stepJson('$3')} as step from app.step s join app.cycle c on c.id = s.cycle_id where s.cycle_id = $1 and s.organisation_id = $2 order by s.opened_at, s.kind`,
      [cycleId, organisationId, now],
    );
    return rows.map((row) => row.step);
  }

  async workflowOfStep(cycleId: string, organisationId: string, which: { stepId: string } | { openKind: string }): Promise<string | null> {
    const [condition, value] = 'stepId' in which ? ['id = $3', which.stepId] : [`kind = $3 and state = 'OPEN' and ref_id is null`, which.openKind];
    const rows = await this.sql.query<{ id: string }>(`select workflow_id as id from app.step where cycle_id = $1 and organisation_id = $2 and ${condition} order by opened_at desc limit 1`, [cycleId, organisationId, value]);
    return rows[0]?.id ?? null;
  }

  async members(cycleId: string, organisationId: string, filter: MemberFilter, page: PageRequest): Promise<Page<MemberRow>> {
    const params: unknown[] = [cycleId, organisationId];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.state === undefined ? '' : `and r.state = ${bind(filter.state)}`,
      filter.q === undefined ? '' : ((q) => `and (${plain('m.full_name')} like '%' || ${plain(q)} || '%' or m.code = upper(${q}))`)(`${bind(filter.q)}::text`),
      page.after ? `and (m.name_key, m.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<MemberRow & { key: string }>(
      `select ${summaryColumns('r')}, ${personJson('m')} as person, coalesce(cr.status, m.status) as "memberStatus",
         json_build_object('state', case when w.review_id is null then 'NONE' when w.submitted_at is not null then 'SUBMITTED' when w.returned_reason is not null then 'RETURNED' else 'DRAFT' end,
           'submittedAt', ${instant('w.submitted_at')}, 'late', coalesce(w.late, false)) as paper,
         (select json_build_object('requested', count(*) filter (where o.state <> 'RELEASED')::int, 'given', count(*) filter (where o.state = 'GIVEN')::int) from app.opinion o where o.review_id = r.id) as opinions,
         m.is_civil_servant as "isCivilServant",
         (select f.value from app.fact f where f.subject_kind = 'MEMBER' and f.subject_id = m.id and f.year = c.rating_year and f.key = 'civilLevel') as "civilLevel",
         coalesce(cr.duty, 'NORMAL') as duty, cr.duty_clause as "dutyClause", coalesce(cr.flags, '{}') as flags, ${lastYearJson('r', 'c')} as "lastYear", m.name_key as key
       from app.review r join app.cycle c on c.id = r.cycle_id join app.member m on m.id = r.subject_id
       left join app.cycle_roll cr on cr.cycle_id = r.cycle_id and cr.member_id = m.id
       left join app.review_paper w on w.review_id = r.id
       where r.cycle_id = $1 and r.organisation_id = $2 and r.subject_kind = 'MEMBER' ${wanted}
       order by m.name_key, m.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.person.memberId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async children(cycleId: string, organisationId: string, page: PageRequest, now: Date): Promise<Page<ChildRow>> {
    const params: unknown[] = [cycleId, organisationId, now];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<ChildRow & { ordinal: number }>(
      `select u.organisation_id as "organisationId", u.code, u.name, u.role, u.phase, ${instant('u.phase_at')} as "phaseAt", u.ordinal,
         (select json_build_object('state', s.state, 'round', s.round, 'submittedAt', ${instant('s.submitted_at')}) from app.submission s
            where s.cycle_id = u.cycle_id and s.organisation_id = u.organisation_id order by s.round desc limit 1) as submission,
         ${ownReview('ORGANISATION')} as "organisationReview", ${ownReview('COLLECTIVE')} as "collectiveReview",
         ${membersBelow('u')} as members,
         ${instant(`(select min(s.due_at) from app.step s where s.cycle_id = u.cycle_id and s.organisation_id = u.organisation_id and s.state = 'OPEN' and s.due_at <= ${cycleNow('c', '$3')})`)} as "lateSince"
       from app.cycle_unit u join app.cycle c on c.id = u.cycle_id
       where u.cycle_id = $1 and u.parent_id = $2 ${page.after ? 'and (u.ordinal, u.organisation_id) > ($4::int, $5::uuid)' : ''}
       order by u.ordinal, u.organisation_id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.ordinal, row.organisationId]);
    return { items: cut.items.map(({ ordinal, ...row }) => row), next: cut.next };
  }
}

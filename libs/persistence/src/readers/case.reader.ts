import {
  type AppealPlace,
  type AppealSummary,
  type AppealView,
  CaseReader,
  type Page,
  type PageRequest,
  type ReevaluationPlace,
  type ReevaluationSummary,
  type ReevaluationView,
  cutPage,
} from '@binhxet/application';
import { type SubjectKind } from '@binhxet/domain';
import { type Sql } from '../sql.js';
import { day, instant, personJson } from './fragments.js';

const orgName = (id: string): string => `(select json_build_object('code', o.code, 'name', coalesce((select v.name from app.organisation_version v
  where v.organisation_id = o.id and v.superseded_at is null order by v.from_on desc limit 1), o.code)) from app.organisation o where o.id = ${id})`;
const person = (id: string): string => `(select ${personJson('p')} from app.member p where p.id = ${id})`;
const subject = (kind: string, id: string): string => `case when ${kind} = 'MEMBER'
  then (select json_build_object('kind', ${kind}, 'code', s.code, 'name', s.full_name) from app.member s where s.id = ${id})
  else (select json_build_object('kind', ${kind}, 'code', n->>'code', 'name', n->>'name') from (select ${orgName(id)}::json as n) as named) end`;
const EVIDENCE = `coalesce((select json_agg(json_build_object('id', e.id, 'by', ${person('e.member_id')}, 'byAccountId', e.given_by, 'body', e.body, 'document', e.document, 'givenAt', ${instant('e.given_at')})
  order by e.given_at, e.id) from app.case_evidence e where e.case_id = c.id), '[]')`;
const ACTS = `coalesce((select json_agg(json_build_object('act', t.act, 'before', t.state_before, 'after', t.state_after, 'by', ${person('t.acted_by')}, 'reason', t.reason, 'document', t.document,
  'on', ${day('t.acted_on')}, 'ledgerEntry', t.ledger_entry) order by t.acted_at, t.id) from app.case_act t where t.case_id = c.id), '[]')`;
const DECISION = `case when c.decision_number is null then null else json_build_object('id', c.decision_id, 'number', c.decision_number, 'decidedOn', ${day('c.decided_on')}) end`;

const APPEAL = `c.id, c.kind, c.state, c.cycle_id as "cycleId", y.rating_year as "ratingYear", c.review_id as "reviewId", ${subject('r.subject_kind', 'r.subject_id')} as subject,
  ${orgName('c.authority_id')} as authority, ${day('c.filed_on')} as "filedOn", ${instant('c.due_at')} as "dueAt", c.old_level as "oldLevel", c.new_level as "newLevel"`;
const APPEAL_FROM = 'app.appeal_case c join app.review r on r.id = c.review_id join app.cycle y on y.id = c.cycle_id';
const REEVALUATION = `c.id, c.state, ${subject('c.subject_kind', 'c.subject_id')} as subject, c.year, c.pack_id as "packId", ${orgName('c.authority_id')} as authority,
  ${day('c.opened_on')} as "openedOn", ${instant('c.due_at')} as "dueAt", c.old_level as "oldLevel", c.old_non_level as "oldNonLevel", c.new_level as "newLevel"`;

export class PgCaseReader extends CaseReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async appealPlace(caseId: string): Promise<AppealPlace | null> {
    const [row] = await this.sql.query<AppealPlace>(
      `select c.id, c.cycle_id as "cycleId", c.superior_id as "superiorId", c.authority_id as "authorityId", c.state, c.kind, c.filer_id as "filerId", r.subject_kind as "subjectKind",
         r.subject_id as "subjectId", coalesce((select json_agg(json_build_object('memberId', p.member_id, 'role', p.role) order by p.role, p.member_id)
           from app.appeal_person p where p.case_id = c.id and p.role <> 'CONFLICTED'), '[]') as panel
       from app.appeal_case c join app.review r on r.id = c.review_id where c.id = $1`,
      [caseId],
    );
    return row ?? null;
  }

  async appeal(caseId: string): Promise<AppealView | null> {
    const [row] = await this.sql.query<AppealView>(
      `select ${APPEAL}, ${person('c.filer_id')} as filer, c.grounds, json_build_object('days', c.window_days, 'lastOn', ${day('c.window_last_on')}) as window,
         coalesce(c.filed_on > c.window_last_on, false) as late, c.evidence_closed_at is null and c.closed_at is null as "evidenceOpen",
         coalesce((select json_agg(json_build_object('person', ${person('a.member_id')}, 'role', a.role, 'reason', a.reason) order by a.role, a.member_id) from app.appeal_person a where a.case_id = c.id), '[]') as panel,
         ${EVIDENCE} as evidence, c.findings, c.recommended, ${DECISION} as decision, (select d.reason from app.decision d where d.id = c.decision_id) as "decisionReason",
         coalesce(c.quota, '[]') as quota, ${ACTS} as acts, ${instant('c.closed_at')} as "closedAt", c.version
       from ${APPEAL_FROM} where c.id = $1`,
      [caseId],
    );
    return row ?? null;
  }

  appealsHandled(authorityIds: readonly string[], memberId: string | null, page: PageRequest): Promise<Page<AppealSummary>> {
    return this.appeals(
      `(c.authority_id = any($1::uuid[]) or exists (select from app.appeal_person p where p.case_id = c.id and p.member_id = $2 and p.role <> 'CONFLICTED'))`,
      [authorityIds, memberId],
      page,
    );
  }

  appealsOf(memberId: string, page: PageRequest): Promise<Page<AppealSummary>> {
    return this.appeals(`(c.filer_id = $1 or (r.subject_kind = 'MEMBER' and r.subject_id = $1))`, [memberId], page);
  }

  private async appeals(where: string, params: unknown[], page: PageRequest): Promise<Page<AppealSummary>> {
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const after = page.after ? `and (c.opened_at, c.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)` : '';
    const rows = await this.sql.query<AppealSummary & { key: string }>(
      `select ${APPEAL}, c.opened_at::text as key from ${APPEAL_FROM} where ${where} ${after} order by c.opened_at desc, c.id desc limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.id]);
    return { items: cut.items.map(({ key: _key, ...row }) => row), next: cut.next };
  }

  async reevaluationPlace(caseId: string): Promise<ReevaluationPlace | null> {
    const [row] = await this.sql.query<ReevaluationPlace>(
      `select id, authority_id as "authorityId", state, subject_kind as "subjectKind", subject_id as "subjectId" from app.reevaluation_case where id = $1`,
      [caseId],
    );
    return row ?? null;
  }

  async reevaluation(caseId: string): Promise<ReevaluationView | null> {
    const [row] = await this.sql.query<ReevaluationView>(
      `select ${REEVALUATION}, c.cycle_id as "cycleId", c.review_id as "reviewId", c.discipline, c.grounds, ${EVIDENCE} as evidence, ${DECISION} as decision, c.document, c.reason, c.proof,
         coalesce(c.quota, '[]') as quota, c.revoked, ${ACTS} as acts, ${instant('c.closed_at')} as "closedAt", c.version
       from app.reevaluation_case c where c.id = $1`,
      [caseId],
    );
    return row ?? null;
  }

  async reevaluations(authorityIds: readonly string[], page: PageRequest): Promise<Page<ReevaluationSummary>> {
    const params: unknown[] = [authorityIds];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const after = page.after ? `and (c.opened_at, c.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)` : '';
    const rows = await this.sql.query<ReevaluationSummary & { key: string }>(
      `select ${REEVALUATION}, c.opened_at::text as key from app.reevaluation_case c where c.authority_id = any($1::uuid[]) ${after} order by c.opened_at desc, c.id desc limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.id]);
    return { items: cut.items.map(({ key: _key, ...row }) => row), next: cut.next };
  }

  async subjectId(kind: SubjectKind, code: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(`select id from ${kind === 'MEMBER' ? 'app.member' : 'app.organisation'} where code = $1`, [code]);
    return row?.id ?? null;
  }
}

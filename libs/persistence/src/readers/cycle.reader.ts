import { type BodyStand, CycleReader, type CycleSummary, type CycleView, type Page, type PageRequest, type ProgressFilter, type ProgressRow, type StepTotal, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { cycleNow, cycleToday, day, inScope, instant } from './fragments.js';

const SUMMARY = (now: string) => `
  c.id, json_build_object('code', su.code, 'name', su.name) as superior, c.period, c.rating_year as "ratingYear", c.state, c.clock, ${day('c.clock_on')} as "clockOn",
  ${day(cycleToday('c', now))} as today, c.simulated, ${instant('c.opened_at')} as "openedAt", ${instant('c.closed_at')} as "closedAt"`;
/** The frozen name once the tree is frozen, today's before. */
const SUPERIOR = `join lateral (
  select o.code, coalesce(u.name, v.name) as name from app.organisation o
  left join app.cycle_unit u on u.cycle_id = c.id and u.organisation_id = o.id
  left join app.organisation_version v on v.organisation_id = o.id and v.superseded_at is null and v.to_on is null
  where o.id = c.superior_id limit 1) su on true`;

/** A step as JSON; `s` joined with its cycle `c`. */
export const stepJson = (now: string): string => `json_build_object('id', s.id, 'kind', s.kind, 'refId', s.ref_id, 'round', s.round, 'state', s.state,
  'outstanding', s.outstanding, 'total', s.total, 'dueAt', ${instant('s.due_at')}, 'closeAt', ${instant('s.close_at')}, 'openedAt', ${instant('s.opened_at')},
  'closedAt', ${instant('s.closed_at')}, 'closeCause', s.close_cause, 'overdue', s.state = 'OPEN' and s.due_at is not null and s.due_at <= ${cycleNow('c', now)})`;

/**
 * Members of the frozen subtree of each unit of `page`, counted as {@link membersBelow} counts them: one pass over the reviews of cycle $1
 * serves the whole page.
 */
const MEMBERS_OF_PAGE = `below (root, id) as (
         select organisation_id, organisation_id from page
         union all select b.root, k.organisation_id from below b join app.cycle_unit k on k.cycle_id = $1 and k.parent_id = b.id),
       own as materialized (select r.organisation_id, count(*) as total, count(w.submitted_at) as submitted,
           count(*) filter (where r.decided_level is not null or r.non_level is not null) as decided
         from app.review r left join app.review_paper w on w.review_id = r.id
         where r.cycle_id = $1 and r.subject_kind = 'MEMBER' and r.state <> 'TRANSFERRED_OUT' group by r.organisation_id),
       members as (select b.root, sum(o.total)::int as total, sum(o.submitted)::int as submitted, sum(o.decided)::int as decided
         from below b join own o on o.organisation_id = b.id group by b.root)`;

const SINGLE_MEETING = `('PAPER_COUNT','SIGN_MINUTES','LATE_SELF_REVIEW')`;

export class PgCycleReader extends CycleReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async list(scope: { organisationIds: readonly string[]; rootIds: readonly string[] } | null, page: PageRequest, now: Date): Promise<Page<CycleSummary>> {
    const params: unknown[] = [now, scope?.organisationIds ?? null, scope?.rootIds ?? null];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<CycleSummary & { key: string }>(
      `select ${SUMMARY('$1')}, c.opened_at::text as key from app.cycle c ${SUPERIOR}
       where ($2::uuid[] is null or exists (select from app.cycle_unit u where u.cycle_id = c.id and u.organisation_id = any($2::uuid[])) or ${inScope('c.superior_id', '$3')})
       ${page.after ? 'and (c.opened_at, c.id) < ($4::timestamptz, $5)' : ''} order by c.opened_at desc, c.id desc limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.id]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async superiorOf(cycleId: string): Promise<string | null> {
    const rows = await this.sql.query<{ id: string }>('select superior_id as id from app.cycle where id = $1', [cycleId]);
    return rows[0]?.id ?? null;
  }

  async takesPart(cycleId: string, organisationId: string): Promise<boolean> {
    const rows = await this.sql.query('select 1 from app.cycle_unit where cycle_id = $1 and organisation_id = $2', [cycleId, organisationId]);
    return rows.length > 0;
  }

  async byId(cycleId: string, now: Date): Promise<CycleView | null> {
    const rows = await this.sql.query<CycleView>(
      `select ${SUMMARY('$2')}, c.superior_id as "superiorId", c.plan, c.pins, c.settings, c.settings_hash as "settingsHash", c.snapshot_hash as "snapshotHash",
         (select count(*)::int from app.cycle_unit u where u.cycle_id = c.id) as units, (select count(*)::int from app.cycle_roll r where r.cycle_id = c.id) as members,
         coalesce((select json_object_agg(phase, n) from (select phase, count(*)::int as n from app.cycle_unit where cycle_id = c.id group by phase) p), '{}') as phases,
         coalesce((select json_object_agg(subject_kind, states) from (
           select subject_kind, json_object_agg(state, n) as states from (
             select subject_kind, state, count(*)::int as n from app.review where cycle_id = c.id group by subject_kind, state) s group by subject_kind) k), '{}') as reviews
       from app.cycle c ${SUPERIOR} where c.id = $1`,
      [cycleId, now],
    );
    return rows[0] ?? null;
  }

  async progress(cycleId: string, rootIds: readonly string[] | null, filter: ProgressFilter, page: PageRequest, now: Date): Promise<Page<ProgressRow>> {
    const params: unknown[] = [cycleId, now, rootIds];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.phase === undefined ? '' : `and u.phase = ${bind(filter.phase)}`,
      filter.role === undefined ? '' : `and u.role = ${bind(filter.role)}`,
      filter.parentId === undefined ? '' : `and u.parent_id = ${bind(filter.parentId)}::uuid`,
      filter.lateOnly ? 'and l.since is not null' : '',
      after(page, bind),
    ].join(' ');
    const rows = await this.sql.query<ProgressRow & { ordinal: number }>(
      `with recursive c as (select * from app.cycle where id = $1),
       late as (select s.organisation_id, min(s.due_at) as since from app.step s, c
         where s.cycle_id = $1 and s.state = 'OPEN' and s.due_at <= ${cycleNow('c', '$2')} group by s.organisation_id),
       page as materialized (select u.*, l.since from app.cycle_unit u left join late l on l.organisation_id = u.organisation_id
         where u.cycle_id = $1 and ${inScope('u.organisation_id', '$3')} ${wanted} order by l.since asc nulls last, u.ordinal, u.organisation_id limit ${page.limit + 1}),
       ${MEMBERS_OF_PAGE}
       select u.organisation_id as "organisationId", u.code, u.name, u.role, p.code as "parentCode", g.code as "unitCode", u.workflow, u.phase, ${instant('u.phase_at')} as "phaseAt", u.ordinal,
         ${instant('u.since')} as "lateSince",
         coalesce((select json_agg(${stepJson('$2')} order by s.opened_at) from c, lateral (
            select distinct on (kind) * from app.step where cycle_id = u.cycle_id and organisation_id = u.organisation_id and kind not in ${SINGLE_MEETING} order by kind, state = 'OPEN' desc, round desc, opened_at desc) s), '[]') as steps,
         json_build_object('total', coalesce(m.total, 0), 'submitted', coalesce(m.submitted, 0), 'decided', coalesce(m.decided, 0)) as members
       from page u left join members m on m.root = u.organisation_id left join app.cycle_unit p on p.cycle_id = u.cycle_id and p.organisation_id = u.parent_id
       left join app.cycle_unit g on g.cycle_id = u.cycle_id and g.organisation_id = u.unit_id
       order by u.since asc nulls last, u.ordinal, u.organisation_id`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.lateSince, row.ordinal, row.organisationId]);
    return { items: cut.items.map(({ ordinal, ...row }) => row), next: cut.next };
  }

  async stands(cycleId: string, rootIds: readonly string[] | null): Promise<BodyStand[]> {
    return this.sql.query<BodyStand>(
      `select u.code, u.workflow, u.phase, coalesce(s.open, '[]') as open
       from app.cycle_unit u left join (
         select organisation_id, json_agg(json_build_object('id', id, 'kind', kind, 'outstanding', outstanding) order by opened_at, id) as open
         from app.step where cycle_id = $1 and state = 'OPEN' group by organisation_id) s on s.organisation_id = u.organisation_id
       where u.cycle_id = $1 and ${inScope('u.organisation_id', '$2')} order by u.ordinal, u.organisation_id`,
      [cycleId, rootIds],
    );
  }

  async stepTotals(cycleId: string, rootIds: readonly string[] | null, now: Date): Promise<StepTotal[]> {
    return this.sql.query<StepTotal>(
      `with latest as (select distinct on (s.organisation_id, s.kind, s.ref_id) s.* from app.step s
         where s.cycle_id = $1 and ${inScope('s.organisation_id', '$3')} order by s.organisation_id, s.kind, s.ref_id, s.round desc)
       select s.kind, sum(s.total - s.outstanding)::int as done, sum(s.total)::int as total, count(*) filter (where s.state = 'OPEN')::int as open,
         count(*) filter (where s.state = 'OPEN' and s.due_at <= ${cycleNow('c', '$2')})::int as late
       from latest s join app.cycle c on c.id = s.cycle_id group by s.kind order by s.kind`,
      [cycleId, now, rootIds],
    );
  }
}

function after(page: PageRequest, bind: (value: unknown) => string): string {
  if (!page.after) return '';
  const [since, ordinal, id] = page.after;
  const tie = `(u.ordinal, u.organisation_id) > (${bind(ordinal)}::int, ${bind(id)}::uuid)`;
  if (since === null) return `and l.since is null and ${tie}`;
  const at = `${bind(since)}::timestamptz`;
  return `and (l.since is null or l.since > ${at} or (l.since = ${at} and ${tie}))`;
}

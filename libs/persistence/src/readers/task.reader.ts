import { type InboxCounts, type InboxFilter, type InboxOwner, type InboxTab, MEETING_BODIES, type Page, type PageRequest, TaskReader, type TaskView, type UnitAhead, cutPage, urgencyPosition } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { cycleNow, cycleToday, day, instant, personJson } from './fragments.js';

const COUNT_LIMIT = 1000;
const URGENCY = 't.live desc, t.due_at asc nulls last, t.waiting_count desc, t.id';
/** Literal, so that the partial indexes of the inbox apply. */
const OPEN = "t.state in ('OPEN','CLAIMED')";

/** Name of a unit as frozen, else today's. */
const ORGANISATION = `(select json_build_object('code', o.code, 'name', coalesce(u.name,
    (select v.name from app.organisation_version v where v.organisation_id = o.id and v.superseded_at is null order by v.from_on desc limit 1))) from app.organisation o where o.id = t.organisation_id)`;
/** Review a task is about: by itself, or through the opinion asked for. */
const REVIEW_ID = `coalesce((select op.review_id from app.opinion op where op.id = t.ref_id), t.ref_id)`;
const TARGET = `coalesce(
    (select json_build_object('kind', 'REVIEW', 'id', r.id, 'meetingId', null) from app.review r where r.id = ${REVIEW_ID}),
    (select json_build_object('kind', 'MEETING', 'id', m.id, 'meetingId', m.id) from app.meeting m where m.id = t.ref_id),
    (select json_build_object('kind', 'BALLOT', 'id', b.id, 'meetingId', b.meeting_id) from ballot.ballot b where b.id = t.ref_id),
    (select json_build_object('kind', 'BALLOT', 'id', p.id, 'meetingId', p.meeting_id) from ballot.person_ballot p where p.id = t.ref_id),
    (select json_build_object('kind', 'CYCLE', 'id', w.cycle_id, 'meetingId', null) from ballot.commendation_vote w where w.id = t.ref_id),
    (select json_build_object('kind', 'APPEAL', 'id', a.id, 'meetingId', null) from app.appeal_case a where a.id = t.ref_id),
    (select json_build_object('kind', 'REEVALUATION', 'id', a.id, 'meetingId', null) from app.reevaluation_case a where a.id = t.ref_id),
    case when t.ref_id is null and u.role in ('SUPERIOR_ORG','PROVINCIAL_ORG') then json_build_object('kind', 'CYCLE', 'id', t.cycle_id, 'meetingId', null) end,
    (select json_build_object('kind', 'UNIT', 'id', ru.code, 'meetingId', null) from app.cycle_unit ru where ru.cycle_id = t.cycle_id and ru.organisation_id = t.ref_id),
    (select json_build_object('kind', 'UNIT', 'id', o.code, 'meetingId', null) from app.organisation o where o.id = t.organisation_id))`;
const SUBJECT = `coalesce(
    (select json_build_object('kind', r.subject_kind, 'code', coalesce(s.code, su.code), 'name', coalesce(s.full_name, su.name)) from app.review r
       left join app.member s on s.id = r.subject_id and r.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = r.cycle_id and su.organisation_id = r.subject_id and r.subject_kind <> 'MEMBER' where r.id = ${REVIEW_ID}),
    (select json_build_object('kind', 'ORGANISATION', 'code', ru.code, 'name', ru.name) from app.cycle_unit ru where ru.cycle_id = t.cycle_id and ru.organisation_id = t.ref_id))`;
const member = (id: string): string => `(select ${personJson('m')} from app.member m where m.id = ${id})`;

/**
 * Columns of a task with the names it shows; `t` is any row source with the columns of app.task. Sub-queries, not joins: of a dozen joined
 * tables the planner would weigh every order, which costs more than reading the page.
 */
const VIEW = (now: string) => `
  t.id, t.kind, t.cycle_id as "cycleId", c.rating_year as "ratingYear", t.organisation_id as "organisationId", t.member_id as "memberId", ${ORGANISATION} as organisation,
  t.step_id as "stepId", t.ref_id as "refId", ${TARGET} as target, ${SUBJECT} as subject, case when t.member_id is null then 'POST' else 'PERSONAL' end as holder,
  coalesce(t.post_kinds, '{}') as "postKinds", t.body_kind as "bodyKind", t.state, ${member('t.claimed_by')} as "claimedBy", ${member('t.done_by')} as "doneBy",
  t.live, ${instant('t.due_at')} as "dueAt", ${instant('(select st.close_at from app.step st where st.id = t.step_id)')} as "closeAt", ${instant('t.opened_at')} as "openedAt",
  ${instant('t.done_at')} as "doneAt", ${day(cycleToday('c', now))} as today, t.waiting_count as "waitingCount", t.facts, t.version`;
const JOINS = `
  left join app.cycle c on c.id = t.cycle_id
  left join app.cycle_unit u on u.cycle_id = t.cycle_id and u.organisation_id = t.organisation_id`;

/** Types every parameter of the owner, used or not in a tab. */
const HOLDER = `me as (select $1::uuid as id), holder as (select * from unnest($2::uuid[], $3::text[], $4::text[]) as h(organisation_id, body, post))`;
/** Bodies that meet and decide: a task that names no body waits for their posts. */
const MEETS = `in (${MEETING_BODIES.map((body) => `'${body}'`).join(',')})`;
const HELD = `exists (select from holder h where h.organisation_id = t.organisation_id and h.post = any(t.post_kinds) and (h.body = t.body_kind or (t.body_kind is null and h.body ${MEETS})))`;
const FREE_OR_MINE = '(t.claimed_by is null or t.claimed_by = $1)';

export class PgTaskReader extends TaskReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async inbox(owner: InboxOwner, filter: InboxFilter, page: PageRequest, now: Date): Promise<Page<TaskView>> {
    const params: unknown[] = [...ownerParams(owner), now];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.kind === undefined ? '' : `and t.kind = ${bind(filter.kind)}`,
      filter.cycleId === undefined ? '' : `and t.cycle_id = ${bind(filter.cycleId)}`,
      filter.organisationCode === undefined ? '' : `and t.organisation_id = (select id from app.organisation where code = ${bind(filter.organisationCode)})`,
    ].join(' ');
    if (filter.tab === 'done') return this.done(params, wanted, page, bind);
    const rest = ranges(page, bind).map((range) => `${OPEN} ${wanted} ${range} order by ${URGENCY} limit ${page.limit + 1}`);
    const rows = await this.sql.query<TaskView>(
      `with ${HOLDER}, candidate as materialized (${rest.map((part) => candidates(filter.tab, part)).join(' union all ')})
       select ${VIEW('$5')} from (select * from candidate t order by ${URGENCY} limit ${page.limit + 1}) t ${JOINS} order by ${URGENCY}`,
      params,
    );
    return cutPage(rows.map(strip), page.limit, urgencyPosition);
  }

  private async done(params: unknown[], wanted: string, page: PageRequest, bind: (value: unknown) => string): Promise<Page<TaskView>> {
    const position = page.after ? `and (t.done_at, t.id) < (${bind(page.after[0])}::timestamptz, ${bind(page.after[1])}::uuid)` : '';
    const rows = await this.sql.query<TaskView & { doneKey: string }>(
      `with ${HOLDER} select ${VIEW('$5')}, t.done_at::text as "doneKey" from (
         select * from app.task t where t.done_by = $1 and t.state = 'DONE' and t.done_at > $5::timestamptz - interval '30 days' ${wanted} ${position}
         order by t.done_at desc, t.id desc limit ${page.limit + 1}) t ${JOINS} order by t.done_at desc, t.id desc`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.doneKey, row.id]);
    return { items: cut.items.map(strip), next: cut.next };
  }

  async counts(owner: InboxOwner, now: Date): Promise<InboxCounts> {
    const columns = 't.live, t.due_at, t.cycle_id';
    const [row] = await this.sql.query<{ mine: number; body: number; live: number; overdue: number; most: number }>(
      `with ${HOLDER}, open as (
         (select ${columns}, true as mine, false as body from app.task t where t.member_id = $1 and ${OPEN} limit ${COUNT_LIMIT})
         union all
         select p.* from (select distinct organisation_id from holder) o cross join lateral (
           select ${columns}, (${FREE_OR_MINE} and ${HELD}) as mine, true as body from app.task t
           where t.organisation_id = o.organisation_id and t.member_id is null and ${OPEN} limit ${COUNT_LIMIT}) p)
       select count(*) filter (where mine)::int as mine, count(*) filter (where body)::int as body, count(*) filter (where mine and live)::int as live,
              count(*) filter (where mine and t.due_at < ${cycleNow('c', '$5')})::int as overdue, count(*)::int as most
       from open t left join app.cycle c on c.id = t.cycle_id`,
      [...ownerParams(owner), now],
    );
    const { most, ...counts } = row!;
    return { ...counts, atLeast: most >= COUNT_LIMIT ? COUNT_LIMIT - 1 : null };
  }

  async byId(taskId: string, now: Date): Promise<(TaskView & { organisationId: string; memberId: string | null }) | null> {
    const rows = await this.sql.query<TaskView & { organisationId: string; memberId: string | null }>(
      `select ${VIEW('$2')} from app.task t ${JOINS} where t.id = $1`,
      [taskId, now],
    );
    return rows[0] ?? null;
  }

  async ahead(organisationIds: readonly string[]): Promise<UnitAhead[]> {
    return this.sql.query<UnitAhead>(
      `select u.cycle_id as "cycleId", json_build_object('code', u.code, 'name', u.name) as organisation, u.role, u.phase, c.plan,
         coalesce((select json_agg(json_build_object('kind', s.kind, 'outstanding', s.outstanding) order by s.opened_at)
                   from app.step s where s.cycle_id = u.cycle_id and s.organisation_id = u.organisation_id and s.state = 'OPEN'), '[]') as "openSteps"
       from app.cycle c join app.cycle_unit u on u.cycle_id = c.id
       where c.closed_at is null and u.organisation_id = any($1::uuid[]) order by c.id, u.ordinal, u.organisation_id limit 100`,
      [organisationIds],
    );
  }
}

/** One branch for each source of tasks: each is an index scan that stops at the limit. */
function candidates(tab: InboxTab, rest: string): string {
  const shared = (who: string) =>
    `(select p.* from (select distinct organisation_id from holder) o cross join lateral (
       select t.* from app.task t where t.organisation_id = o.organisation_id and t.member_id is null ${who} and ${rest}) p)`;
  if (tab === 'body') return shared('');
  return `(select t.* from app.task t where t.member_id = $1 and ${rest}) union all ${shared(`and ${FREE_OR_MINE} and ${HELD}`)}`;
}

/**
 * What follows a position of (live desc, due asc nulls last, waiting desc, id asc), as ranges that an index scan can start in: one
 * condition over the mixed directions would be a filter, and a deep page would read all pages before it.
 */
function ranges(page: PageRequest, bind: (value: unknown) => string): string[] {
  if (!page.after) return [''];
  const [live, due, waiting, id] = page.after;
  const [w, i] = [`${bind(waiting)}::int`, `${bind(id)}::uuid`];
  const tie = `(t.waiting_count < ${w} or (t.waiting_count = ${w} and t.id > ${i}))`;
  const same = live ? 'and t.live' : 'and not t.live';
  const lower = live ? ['and not t.live'] : [];
  if (due === null) return [`${same} and t.due_at is null and ${tie}`, ...lower];
  const d = `${bind(due)}::timestamptz`;
  return [`${same} and t.due_at = ${d} and ${tie}`, `${same} and t.due_at > ${d}`, `${same} and t.due_at is null`, ...lower];
}

function ownerParams(owner: InboxOwner): unknown[] {
  return [owner.memberId, owner.posts.map((post) => post.organisationId), owner.posts.map((post) => post.body), owner.posts.map((post) => post.post)];
}

function strip(row: TaskView & { organisationId?: string; memberId?: string | null; doneKey?: string }): TaskView {
  const { organisationId, memberId, doneKey, ...view } = row;
  return view;
}

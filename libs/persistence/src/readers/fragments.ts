/** Columns of a joined member as JSON, null when there is none. */
export const personJson = (alias: string): string =>
  `case when ${alias}.id is null then null else json_build_object('memberId', ${alias}.id, 'code', ${alias}.code, 'fullName', ${alias}.full_name) end`;

/** RFC 3339 UTC with milliseconds, as JSON of an instant is written everywhere. */
export const instant = (expression: string): string => `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A date column as text, independent of what the driver makes of dates. */
export const day = (expression: string): string => `to_char(${expression}, 'YYYY-MM-DD')`;

/** Date of a joined cycle: its own clock when DRIVEN, else the legal date of `now`, a parameter with an instant. */
export const cycleToday = (cycle: string, now: string): string => `coalesce(${cycle}.clock_on, (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** First instant of the day a cycle is at; earlier due instants are overdue. */
export const cycleNow = (cycle: string, now: string): string =>
  `coalesce((${cycle}.clock_on::timestamp at time zone 'Asia/Ho_Chi_Minh'), ${now}::timestamptz)`;

/** Is the organisation in one of the subtrees? Null roots: everything. */
export const inScope = (column: string, roots: string): string =>
  `(${roots}::uuid[] is null or exists (select from app.organisation_closure x where x.descendant_id = ${column} and x.ancestor_id = any(${roots}::uuid[])))`;

/**
 * Members reviewed in the frozen subtree of a unit `u`, as JSON: how many, papers handed in, results decided (non-level states included).
 * Walks down by the index on parents and counts each place by its own index: joined at once, the planner takes the subtree for hundreds of
 * places and reads every review of the cycle for each unit.
 */
export const membersBelow = (u: string): string => `(with recursive below as (
    select ${u}.organisation_id as id
    union all select k.organisation_id from below b join app.cycle_unit k on k.cycle_id = ${u}.cycle_id and k.parent_id = b.id)
  select json_build_object('total', coalesce(sum(p.total), 0)::int, 'submitted', coalesce(sum(p.submitted), 0)::int, 'decided', coalesce(sum(p.decided), 0)::int)
  from below b cross join lateral (
    select count(*) as total, count(w.submitted_at) as submitted, count(*) filter (where r.decided_level is not null or r.non_level is not null) as decided
    from app.review r left join app.review_paper w on w.review_id = r.id
    where r.cycle_id = ${u}.cycle_id and r.organisation_id = b.id and r.subject_kind = 'MEMBER' and r.state <> 'TRANSFERRED_OUT') p)`;

import { type ImportKind } from '@binhxet/application';

const day = (expression: string) => `to_char(${expression}, 'YYYY-MM-DD')`;
const yesNo = (expression: string) => `case when ${expression} then 'yes' else 'no' end`;
const SUBJECT = `left join app.member sm on n.kind = 'MEMBER' and sm.code = n.code left join app.organisation so on n.kind <> 'MEMBER' and so.code = n.code`;

/**
 * What is stored under the keys of staged rows. Parameters: place in the page, then the key's columns, one array each;
 * answers `{n, same, cells}` with cells as files write them.
 */
export const STORED: Readonly<Record<ImportKind, { readonly key: readonly string[]; readonly query: string }>> = {
  organisations: {
    key: ['code', 'from'],
    query: `select n.n, v.from_on = n.from_on as same, jsonb_build_object('name', v.name, 'role', v.role, 'parent', p.code, 'quotaGroup', v.quota_group, 'lineageOf', coalesce(x.codes, l.code), 'decision', v.decision_number, 'from', ${day('v.from_on')}, 'to', ${day('v.to_on')}) as cells
      from unnest($1::int[], $2::text[], $3::date[]) as n(n, code, from_on) join app.organisation o on o.code = n.code
      join lateral (select * from app.organisation_version v where v.organisation_id = o.id and v.superseded_at is null order by v.from_on = n.from_on desc, v.from_on desc limit 1) v on true
      left join app.organisation p on p.id = v.parent_id left join app.organisation l on l.id = v.lineage_of
      left join lateral (select string_agg(p.code, ';' order by p.code collate "C") as codes from app.organisation_lineage s join app.organisation p on p.id = s.predecessor_id where s.successor_id = o.id and s.effective_on = v.from_on) x on true`,
  },
  members: {
    key: ['code', 'organisation', 'joinedOn'],
    query: `select n.n, true as same, jsonb_build_object('fullName', m.full_name, 'bornOn', ${day('m.born_on')}, 'status', m.status, 'admittedOn', ${day('m.admitted_on')}, 'officialOn', ${day('m.official_on')}, 'civilServant', ${yesNo('m.is_civil_servant')}, 'organisation', s.code, 'joinedOn', ${day('s.from_on')}) as cells
      from unnest($1::int[], $2::text[], $3::text[], $4::date[]) as n(n, code, organisation, joined_on) join app.member m on m.code = n.code
      left join lateral (select o.code, s.from_on from app.membership s join app.organisation o on o.id = s.organisation_id where s.member_id = m.id
        order by (o.code = n.organisation and s.from_on = n.joined_on) desc, s.from_on desc limit 1) s on true`,
  },
  memberships: {
    key: ['member', 'organisation', 'from'],
    query: `select n.n, true as same, jsonb_build_object('to', ${day('s.to_on')}) as cells from unnest($1::int[], $2::text[], $3::text[], $4::date[]) as n(n, member, organisation, from_on)
      join app.member m on m.code = n.member join app.organisation o on o.code = n.organisation join app.membership s on s.member_id = m.id and s.organisation_id = o.id and s.from_on = n.from_on`,
  },
  periods: {
    key: ['member', 'kind', 'from'],
    query: `select n.n, true as same, jsonb_build_object('to', ${day('p.to_on')}, 'organisation', o.code) as cells from unnest($1::int[], $2::text[], $3::text[], $4::date[]) as n(n, member, kind, from_on)
      join app.member m on m.code = n.member join app.member_period p on p.member_id = m.id and p.kind = n.kind and p.from_on = n.from_on left join app.organisation o on o.id = p.organisation_id`,
  },
  posts: {
    key: ['member', 'organisation', 'body', 'post', 'from'],
    query: `select n.n, true as same, jsonb_build_object('head', ${yesNo('p.is_head')}, 'to', ${day('p.to_on')}) as cells
      from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[]) as n(n, member, organisation, body, post, from_on)
      join app.member m on m.code = n.member join app.organisation o on o.code = n.organisation join app.body b on b.organisation_id = o.id and b.kind = n.body
      join app.post p on p.member_id = m.id and p.body_id = b.id and p.kind = n.post and p.from_on = n.from_on`,
  },
  history: {
    key: ['subjectKind', 'subject', 'year', 'state', 'level', 'nonLevel'],
    // A cancelled result is stored beside the one that replaced it: it is the same only when it says the same.
    query: `select distinct on (n.n) n.n, true as same, jsonb_build_object('level', h.level::text, 'nonLevel', h.non_level, 'label', h.label, 'decision', h.decision_number) as cells
      from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::text[]) as n(n, kind, code, year, state, level, non_level) ${SUBJECT}
      join app.rating_history h on h.subject_kind = n.kind and h.subject_id = coalesce(sm.id, so.id) and h.year = n.year and h.state = coalesce(n.state, 'VALID')
        and (h.state = 'VALID' or (h.level is not distinct from n.level and h.non_level is not distinct from n.non_level)) order by n.n`,
  },
  facts: {
    key: ['subjectKind', 'subject', 'year', 'key'],
    query: `select n.n, true as same, jsonb_build_object('value', case when jsonb_typeof(f.value) = 'string' then f.value #>> '{}' else f.value::text end) as cells
      from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[]) as n(n, kind, code, year, key) ${SUBJECT}
      join app.fact f on f.subject_kind = n.kind and f.subject_id = coalesce(sm.id, so.id) and f.year = n.year and f.key = n.key`,
  },
  workRecords: {
    key: ['organisation', 'kind', 'state', 'on', 'subjectKind', 'subject', 'detail', 'decision'],
    query: `select distinct on (n.n) n.n, true as same, '{}'::jsonb as cells
      from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[]) as n(n, org, work, state, on_date, kind, code, detail, decision) ${SUBJECT}
      join app.organisation o on o.code = n.org join app.work_record w on w.organisation_id = o.id and w.kind = n.work and w.state = coalesce(n.state, 'DONE') and w.on_date = n.on_date and w.cancelled_at is null
        and w.subject_id is not distinct from coalesce(sm.id, so.id) and w.detail is not distinct from n.detail and w.decision_number is not distinct from n.decision order by n.n`,
  },
};

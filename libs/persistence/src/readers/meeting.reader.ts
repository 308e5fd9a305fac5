import { type AttendanceRow, type AttendanceView, type BallotView, type MeetingPlace, MeetingReader, type MeetingRoom, type MinutesView, type OwnMeeting, type Page, type PageRequest, type PaperEntry, type PersonBallotView, cutPage } from '@binhxet/application';
import { compareEntries, type Json } from '@binhxet/domain';
import { type Sql } from '../sql.js';
import { stepJson } from './cycle.reader.js';
import { cycleToday, day, instant, personJson } from './fragments.js';

const SUMMARY = `g.id, g.step_id as "stepId", g.kind, g.state, g.round, ${day('g.held_on')} as "heldOn", g.place, g.summoned, g.present, g.counted, g.version`;
const person = (id: string): string => `(select ${personJson('m')} from app.member m where m.id = ${id})`;

type RawPersonBallot = Omit<PersonBallotView, 'recount' | 'entered'> & { readonly current: number; readonly before: readonly { readonly entry: PaperEntry }[] };
type RawBallot = Omit<BallotView, 'recount' | 'entered'> & { readonly current: number; readonly before: readonly { readonly entry: PaperEntry }[] };

export class PgMeetingReader extends MeetingReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async place(meetingId: string, memberId: string | null): Promise<MeetingPlace | null> {
    const rows = await this.sql.query<MeetingPlace>(
      `select id, cycle_id as "cycleId", organisation_id as "organisationId", workflow_id as "workflowId", state, chair_id as "chairId", minute_taker_id as "minuteTakerId", teller_ids as "tellerIds",
         ($2::uuid = any(teller_ids) or exists (select from app.attendance a where a.meeting_id = g.id and a.member_id = $2::uuid)) is true as "takesPart"
       from app.meeting g where id = $1`,
      [meetingId, memberId],
    );
    return rows[0] ?? null;
  }

  async own(memberId: string): Promise<OwnMeeting[]> {
    return this.sql.query<OwnMeeting>(
      `select ${SUMMARY}, g.cycle_id as "cycleId", json_build_object('code', u.code, 'name', u.name) as organisation
       from app.attendance a join app.meeting g on g.id = a.meeting_id join app.cycle_unit u on u.cycle_id = g.cycle_id and u.organisation_id = g.organisation_id
       where a.member_id = $1 order by g.held_on desc, g.id desc limit 50`,
      [memberId],
    );
  }

  async roll(meetingId: string): Promise<AttendanceRow[]> {
    return this.sql.query<AttendanceRow>(
      `select member_id as "memberId", voter, excluded_clause as "excludedClause", flags, status, recorded_at as "recordedAt" from app.attendance where meeting_id = $1`,
      [meetingId],
    );
  }

  async attendance(meetingId: string, page: PageRequest): Promise<Page<AttendanceView>> {
    const params: unknown[] = [meetingId];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<AttendanceView & { key: string }>(
      `select ${personJson('m')} as person, a.voter, a.excluded_clause as "excludedClause", a.flags, a.status, ${instant('a.recorded_at')} as "recordedAt", m.name_key as key
       from app.attendance a join app.member m on m.id = a.member_id
       where a.meeting_id = $1 ${page.after ? 'and (m.name_key, m.id) > ($2, $3::uuid)' : ''} order by m.name_key, m.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.person.memberId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async room(meetingId: string, memberId: string | null, now: Date): Promise<MeetingRoom | null> {
    const [room] = await this.sql.query<Omit<MeetingRoom, 'ballots' | 'personBallots' | 'minutes'>>(
      `select ${SUMMARY}, g.cycle_id as "cycleId", c.rating_year as "ratingYear", ${day(cycleToday('c', '$2'))} as today, c.simulated,
         json_build_object('id', u.organisation_id, 'code', u.code, 'name', u.name) as organisation, bd.kind as body,
         ${person('g.chair_id')} as chair, ${person('g.minute_taker_id')} as "minuteTaker",
         coalesce((select json_agg(${personJson('m')} order by t.n) from unnest(g.teller_ids) with ordinality t(id, n) join app.member m on m.id = t.id), '[]') as tellers,
         g.quorum, g.reason, g.previous_id as "previousId",
         coalesce((select json_agg(${stepJson('$2')} order by s.opened_at) from app.step s
            where s.id = g.step_id or (s.cycle_id = g.cycle_id and s.organisation_id = g.organisation_id and s.kind in ('PAPER_COUNT','SIGN_MINUTES')
              and (s.ref_id = g.id or s.ref_id in (select b.id from ballot.ballot b where b.meeting_id = g.id)))), '[]') as steps
       from app.meeting g join app.cycle c on c.id = g.cycle_id join app.cycle_unit u on u.cycle_id = g.cycle_id and u.organisation_id = g.organisation_id
       left join app.body bd on bd.id = g.body_id where g.id = $1`,
      [meetingId, now],
    );
    if (!room) return null;
    const [ballots, personBallots, minutes] = [await this.ballots(meetingId, memberId), await this.personBallots(meetingId, memberId), await this.minutes(meetingId)];
    return { ...room, ballots, personBallots, minutes };
  }

  private async ballots(meetingId: string, memberId: string | null): Promise<BallotView[]> {
    const rows = await this.sql.query<RawBallot>(
      `select b.id, b.ordinal, b.kind, b.method, b.channel, b.state, b.round, b.supersedes, b.rule, b.entitled, b.counted_body as "countedBody", b.present, b.attempt, b.totals, b.reason, b.version,
         coalesce((select json_agg(json_build_object('reviewId', r.id, 'subjectKind', r.subject_kind, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name),
              'organisation', case when pu.code is null then null else json_build_object('code', pu.code, 'name', pu.name) end, 'state', r.state,
              'levels', json_build_object('self', r.self_level, 'proposed', r.proposed_level, 'verified', r.verified_level, 'decided', r.decided_level), 'isHead', r.is_head) order by x.n)
            from unnest(b.subjects) with ordinality x(id, n) join app.review r on r.id = x.id
            left join app.member m on m.id = r.subject_id and r.subject_kind = 'MEMBER'
            left join app.cycle_unit su on su.cycle_id = r.cycle_id and su.organisation_id = r.subject_id
            left join app.cycle_unit pu on pu.cycle_id = r.cycle_id and pu.organisation_id = r.organisation_id), '[]') as subjects,
         coalesce((select json_agg(json_build_object('attempt', e.attempt, 'enteredAt', ${instant('e.entered_at')}, 'entry', e.totals) order by e.attempt)
            from ballot.paper_entry e where e.ballot_id = b.id and e.teller_id = $2), '[]') as "myEntries",
         (select count(*)::int from ballot.paper_entry e where e.ballot_id = b.id and e.attempt = b.attempt) as current,
         coalesce((select json_agg(json_build_object('entry', e.totals) order by e.teller_id) from ballot.paper_entry e where e.ballot_id = b.id and e.attempt = b.attempt - 1), '[]') as before,
         coalesce((select json_agg(json_build_object('reviewId', t.review_id, 'votes', t.votes, 'blank', t.blank, 'invalid', t.invalid, 'verdict', t.verdict, 'proof', t.proof)
              order by array_position(b.subjects, t.review_id)) from ballot.tally t where t.ballot_id = b.id), '[]') as tally
       from ballot.ballot b where b.meeting_id = $1 order by b.ordinal, b.round`,
      [meetingId, memberId],
    );
    return rows.map(({ current, before, ...ballot }) => {
      const [first, second] = before;
      // Only where they differ, never what either wrote.
      const recount = first && second ? compareEntries(first.entry, second.entry).map((row) => row.pointer) : null;
      return { ...ballot, entered: current, recount };
    });
  }

  private async personBallots(meetingId: string, memberId: string | null): Promise<PersonBallotView[]> {
    const rows = await this.sql.query<RawPersonBallot>(
      `select b.id, b.ordinal, b.kind, b.title, b.document, b.method, b.state, b.seats, b.rule, b.rule->'levels' as levels, b.entitled, b.counted_body as "countedBody", b.present, b.attempt,
         b.totals, b.counts, b.result, b.reason, b.version,
         coalesce((select json_agg(${personJson('m')} order by x.n) from unnest(b.persons) with ordinality x(id, n) join app.member m on m.id = x.id), '[]') as persons,
         coalesce((select json_agg(json_build_object('attempt', e.attempt, 'enteredAt', ${instant('e.entered_at')}, 'entry', e.totals) order by e.attempt)
            from ballot.person_entry e where e.ballot_id = b.id and e.teller_id = $2), '[]') as "myEntries",
         (select count(*)::int from ballot.person_entry e where e.ballot_id = b.id and e.attempt = b.attempt) as current,
         coalesce((select json_agg(json_build_object('entry', e.totals) order by e.teller_id) from ballot.person_entry e where e.ballot_id = b.id and e.attempt = b.attempt - 1), '[]') as before
       from ballot.person_ballot b where b.meeting_id = $1 order by b.ordinal`,
      [meetingId, memberId],
    );
    return rows.map(({ current, before, ...ballot }) => {
      const [first, second] = before;
      const recount = first && second ? compareEntries(first.entry, second.entry).map((row) => row.pointer) : null;
      return { ...ballot, entered: current, recount };
    });
  }

  private async minutes(meetingId: string): Promise<MinutesView | null> {
    const [row] = await this.sql.query<Omit<MinutesView, 'names'>>(
      `select n.version, n.content_hash as "contentHash", n.content, ${instant('n.drafted_at')} as "draftedAt",
         coalesce((select json_agg(json_build_object('role', s.role, 'person', ${personJson('m')}, 'signedAt', ${instant('s.signed_at')}) order by s.signed_at, s.role)
            from app.minutes_signature s join app.member m on m.id = s.member_id where s.meeting_id = n.meeting_id and s.version = n.version), '[]') as signatures
       from app.minutes n where n.meeting_id = $1 order by n.version desc limit 1`,
      [meetingId],
    );
    return row ? { ...row, names: await this.names(meetingId, idsIn(row.content)) } : null;
  }

  /** Only people of the roll, persons voted on and subjects of the agenda are named, whatever ids a text holds. */
  private async names(meetingId: string, ids: readonly string[]): Promise<MinutesView['names']> {
    const rows = await this.sql.query<{ id: string; kind: 'MEMBER' | 'REVIEW' | 'ORGANISATION'; code: string; name: string }>(
      `select m.id, 'MEMBER' as kind, m.code, m.full_name as name from app.attendance a join app.member m on m.id = a.member_id where a.meeting_id = $1 and m.id = any($2::uuid[])
       union all
       select m.id, 'MEMBER', m.code, m.full_name from app.member m where m.id = any($2::uuid[]) and exists (select from ballot.person_ballot p where p.meeting_id = $1 and m.id = any(p.persons))
       union all
       select r.id, 'REVIEW', coalesce(m.code, u.code), coalesce(m.full_name, u.name) from app.review r
         left join app.member m on m.id = r.subject_id and r.subject_kind = 'MEMBER' left join app.cycle_unit u on u.cycle_id = r.cycle_id and u.organisation_id = r.subject_id
         where r.id = any($2::uuid[]) and exists (select from ballot.ballot b where b.meeting_id = $1 and b.subjects @> array[r.id])
       union all
       select u.organisation_id, 'ORGANISATION', u.code, u.name from app.meeting g join app.cycle_unit u on u.cycle_id = g.cycle_id and u.organisation_id = any($2::uuid[]) where g.id = $1`,
      [meetingId, ids],
    );
    return Object.fromEntries(rows.map(({ id, ...named }) => [id, named]));
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids anywhere in a JSON value, keys included. */
function idsIn(value: Json): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => idsIn(item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...idsIn(key), ...idsIn(item ?? null)]);
}

import {
  type AttendanceRow,
  type AttendanceStatus,
  type MeetingChange,
  type MeetingKind,
  type MeetingRow,
  MeetingStore,
  type MinutesRow,
  type NewMeeting,
  type PersonOnDay,
  type SigningRole,
} from '@binhxet/application';
import { AppError, type Json, meetingMachine, type MeetingState, type MemberStatus } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface MeetingRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  organisation_id: string;
  body_id: string | null;
  kind: MeetingKind;
  state: MeetingState;
  step_id: string;
  workflow_id: string;
  round: number;
  held_on: string;
  place: string | null;
  chair_id: string;
  minute_taker_id: string;
  teller_ids: string[];
  summoned: number;
  present: number;
  counted: number;
  quorum: Json;
  reason: string | null;
  previous_id: string | null;
  created_at: Date;
  version: number;
}
const COLUMNS =
  "id, cycle_id, superior_id, organisation_id, body_id, kind, state, step_id, workflow_id, round, to_char(held_on, 'YYYY-MM-DD') as held_on, place, chair_id, minute_taker_id, teller_ids, summoned, present, counted, quorum, reason, previous_id, created_at, version";

const toRow = (r: MeetingRecord): MeetingRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  organisationId: r.organisation_id,
  bodyId: r.body_id,
  kind: r.kind,
  state: r.state,
  stepId: r.step_id,
  workflowId: r.workflow_id,
  round: r.round,
  heldOn: r.held_on,
  place: r.place,
  chairId: r.chair_id,
  minuteTakerId: r.minute_taker_id,
  tellerIds: r.teller_ids,
  summoned: r.summoned,
  present: r.present,
  counted: r.counted,
  quorum: r.quorum,
  reason: r.reason,
  previousId: r.previous_id,
  createdAt: r.created_at,
  version: r.version,
});

const CHANGE_COLUMNS: Readonly<Record<keyof MeetingChange, string>> = {
  heldOn: 'held_on',
  place: 'place',
  chairId: 'chair_id',
  minuteTakerId: 'minute_taker_id',
  tellerIds: 'teller_ids',
  summoned: 'summoned',
  present: 'present',
  counted: 'counted',
  quorum: 'quorum',
  reason: 'reason',
  round: 'round',
};

interface MinutesRecord {
  meeting_id: string;
  version: number;
  content: MinutesRow['content'];
  content_hash: string;
  drafted_at: Date;
  drafted_by: string | null;
}

const ROLL_COLUMNS = ['meeting_id', 'member_id', 'voter', 'excluded_clause', 'flags', 'status', 'recorded_at'];
const rollValues = (meetingId: string, row: AttendanceRow): unknown[] => [meetingId, row.memberId, row.voter, row.excludedClause, json(row.flags), row.status, row.recordedAt];

export class PgMeetingStore extends MeetingStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(meeting: NewMeeting, roll: readonly AttendanceRow[]): Promise<void> {
    await this.sql.query(
      `insert into app.meeting (id, cycle_id, superior_id, organisation_id, body_id, kind, state, step_id, workflow_id, round, held_on, place, chair_id, minute_taker_id, teller_ids, previous_id, created_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)`,
      [
        meeting.id,
        meeting.cycleId,
        meeting.superiorId,
        meeting.organisationId,
        meeting.bodyId,
        meeting.kind,
        meeting.state,
        meeting.stepId,
        meeting.workflowId,
        meeting.round,
        meeting.heldOn,
        meeting.place,
        meeting.chairId,
        meeting.minuteTakerId,
        meeting.tellerIds,
        meeting.previousId,
        meeting.createdAt,
      ],
    );
    await insertRows(this.sql, 'app.attendance', ROLL_COLUMNS, roll.map((row) => rollValues(meeting.id, row)));
  }

  get(meetingId: string): Promise<MeetingRow> {
    return this.one(meetingId, '');
  }

  lock(meetingId: string): Promise<MeetingRow> {
    return this.one(meetingId, 'for update');
  }

  private async one(meetingId: string, suffix: string): Promise<MeetingRow> {
    const [row] = await this.sql.query<MeetingRecord>(`select ${COLUMNS} from app.meeting where id = $1 ${suffix}`, [meetingId]);
    if (!row) throw new AppError('MEETING.NOT_FOUND', 'not-found', 'There is no such meeting', { meetingId });
    return toRow(row);
  }

  async openStep(cycleId: string, organisationId: string, workflowId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `select id from app.step where cycle_id = $1 and organisation_id = $2 and kind = 'MEETING' and workflow_id = $3 and state = 'OPEN' order by opened_at desc, id desc limit 1`,
      [cycleId, organisationId, workflowId],
    );
    return row?.id ?? null;
  }

  async openOf(cycleId: string, organisationIds: readonly string[]): Promise<MeetingRow[]> {
    const rows = await this.sql.query<MeetingRecord>(`select ${COLUMNS} from app.meeting where cycle_id = $1 and organisation_id = any($2::uuid[]) and state not in ('CLOSED','CANCELLED') order by id`, [cycleId, organisationIds]);
    return rows.map(toRow);
  }

  async ofStep(stepId: string): Promise<MeetingRow[]> {
    const rows = await this.sql.query<MeetingRecord>(`select ${COLUMNS} from app.meeting where step_id = $1 order by created_at desc, id desc`, [stepId]);
    return rows.map(toRow);
  }

  async countRounds(cycleId: string, organisationId: string, kind: MeetingKind): Promise<number> {
    const [row] = await this.sql.query<{ rounds: number }>('select coalesce(max(round), 0)::int as rounds from app.meeting where cycle_id = $1 and organisation_id = $2 and kind = $3', [cycleId, organisationId, kind]);
    return row?.rounds ?? 0;
  }

  async move(meeting: MeetingRow, to: MeetingState, change: MeetingChange = {}): Promise<MeetingRow> {
    meetingMachine.move(meeting.state, to);
    const params: unknown[] = [meeting.id, meeting.version, to];
    const sets = (Object.keys(change) as (keyof MeetingChange)[])
      .filter((key) => change[key] !== undefined)
      .map((key) => `, ${CHANGE_COLUMNS[key]} = $${params.push(key === 'quorum' ? json(change[key]) : change[key])}`)
      .join('');
    const [row] = await this.sql.query<MeetingRecord>(`update app.meeting set state = $3, version = version + 1${sets} where id = $1 and version = $2 returning ${COLUMNS}`, params);
    if (!row) throw new AppError('RECORD.CHANGED', 'stale', 'The meeting was moved in between', { meetingId: meeting.id, expectedVersion: meeting.version });
    return toRow(row);
  }

  async note(meeting: MeetingRow, reason: string): Promise<void> {
    const rows = await this.sql.query('update app.meeting set reason = $3, version = version + 1 where id = $1 and version = $2 returning id', [meeting.id, meeting.version, reason]);
    if (rows.length === 0) throw new AppError('RECORD.CHANGED', 'stale', 'The meeting was moved in between', { meetingId: meeting.id, expectedVersion: meeting.version });
  }

  async attendance(meetingId: string): Promise<AttendanceRow[]> {
    const rows = await this.sql.query<{ member_id: string; voter: boolean; excluded_clause: string | null; flags: AttendanceRow['flags']; status: AttendanceStatus; recorded_at: Date | null }>(
      'select member_id, voter, excluded_clause, flags, status, recorded_at from app.attendance where meeting_id = $1 order by member_id',
      [meetingId],
    );
    return rows.map((r) => ({ memberId: r.member_id, voter: r.voter, excludedClause: r.excluded_clause, flags: r.flags, status: r.status, recordedAt: r.recorded_at }));
  }

  async replaceRoll(meetingId: string, roll: readonly AttendanceRow[]): Promise<void> {
    await this.sql.query(`update app.attendance set voter = false, status = 'SUMMONED', recorded_at = null, flags = '{"gone": true}' where meeting_id = $1 and not (member_id = any($2::uuid[]))`, [
      meetingId,
      roll.map((row) => row.memberId),
    ]);
    await insertRows(
      this.sql,
      'app.attendance',
      ROLL_COLUMNS,
      roll.map((row) => rollValues(meetingId, row)),
      'on conflict (meeting_id, member_id) do update set voter = excluded.voter, excluded_clause = excluded.excluded_clause, flags = excluded.flags, status = excluded.status, recorded_at = excluded.recorded_at',
    );
  }

  async record(meetingId: string, rows: readonly { readonly memberId: string; readonly status: AttendanceStatus }[], at: Date): Promise<number> {
    const written = await this.sql.query(
      `update app.attendance a set status = r.status, recorded_at = $4 from unnest($2::uuid[], $3::text[]) as r (member_id, status)
       where a.meeting_id = $1 and a.member_id = r.member_id returning a.member_id`,
      [meetingId, rows.map((row) => row.memberId), rows.map((row) => row.status), at],
    );
    return written.length;
  }

  async people(cycleId: string, which: { readonly ids: readonly string[] } | { readonly codes: readonly string[] }, on: string): Promise<PersonOnDay[]> {
    const [column, keys] = 'ids' in which ? ['m.id = any($3::uuid[])', which.ids] : ['m.code = any($3::text[])', which.codes];
    const rows = await this.sql.query<{ id: string; code: string; status: MemberStatus; periods: string[]; unit_id: string | null }>(
      `select m.id, m.code,
         case when m.status = 'PROBATIONARY' and m.official_on is not null and m.official_on <= $2::date then 'OFFICIAL'
              when m.official_on > $2::date then 'PROBATIONARY' else m.status end as status,
         coalesce((select array_agg(distinct p.kind order by p.kind) from app.member_period p
           where p.member_id = m.id and p.from_on <= $2::date and (p.to_on is null or p.to_on >= $2::date)), '{}') as periods,
         (select r.unit_id from app.cycle_roll r where r.cycle_id = $1 and r.member_id = m.id) as unit_id
       from app.member m where ${column} order by m.code collate "C"`,
      [cycleId, on, keys],
    );
    return rows.map((r) => ({ id: r.id, code: r.code, status: r.status, periods: r.periods, unitId: r.unit_id }));
  }

  async minutes(meetingId: string): Promise<MinutesRow | null> {
    const [r] = await this.sql.query<MinutesRecord>('select meeting_id, version, content, content_hash, drafted_at, drafted_by from app.minutes where meeting_id = $1 order by version desc limit 1', [meetingId]);
    return r ? { meetingId: r.meeting_id, version: r.version, content: r.content, contentHash: r.content_hash, draftedAt: r.drafted_at, draftedBy: r.drafted_by } : null;
  }

  async insertMinutes(minutes: MinutesRow): Promise<void> {
    await this.sql.query('insert into app.minutes (meeting_id, version, content, content_hash, drafted_at, drafted_by) values ($1,$2,$3,$4,$5,$6)', [
      minutes.meetingId,
      minutes.version,
      json(minutes.content),
      minutes.contentHash,
      minutes.draftedAt,
      minutes.draftedBy,
    ]);
  }

  async sign(signature: { readonly meetingId: string; readonly version: number; readonly role: SigningRole; readonly memberId: string; readonly contentHash: string }, at: Date): Promise<boolean> {
    const rows = await this.sql.query(
      'insert into app.minutes_signature (meeting_id, version, role, member_id, content_hash, signed_at) values ($1,$2,$3,$4,$5,$6) on conflict do nothing returning role',
      [signature.meetingId, signature.version, signature.role, signature.memberId, signature.contentHash, at],
    );
    return rows.length === 1;
  }
}

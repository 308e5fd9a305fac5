import { type AttendanceRow, CycleChangeStore, type MeetingRow, type ReviewRow, type RollRow, type UnitRow } from '@binhxet/application';
import { type LegalDate } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';
import { PgCycleStore } from './cycle.store.js';
import { PgMeetingStore } from './meeting.store.js';
import { PgReviewStore } from './review.store.js';

/** States of a cycle that began with the year: its tree is taken when the review opens, with whatever has been decided by then. */
const FREEZES_LATER = ['REGISTRATION', 'MID_YEAR', 'AWAITING_REVIEW'];

export class PgCycleChangeStore extends CycleChangeStore {
  private readonly cycles: PgCycleStore;
  private readonly meetings: PgMeetingStore;
  private readonly reviews: PgReviewStore;

  constructor(private readonly sql: Sql) {
    super();
    this.cycles = new PgCycleStore(sql);
    this.meetings = new PgMeetingStore(sql);
    this.reviews = new PgReviewStore(sql);
  }

  async openCyclesWith(organisationCodes: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select c.id from app.cycle c where c.state <> 'CLOSED' and c.snapshot_hash is not null
         and exists (select from app.cycle_unit u where u.cycle_id = c.id and u.code = any($1::text[])) order by c.id for update of c`,
      [organisationCodes],
    );
    return rows.map((row) => row.id);
  }

  async freezingWith(organisationCodes: readonly string[]): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `select c.id from app.cycle c where c.state <> 'CLOSED' and c.state <> all($2::text[]) and c.snapshot_hash is null
         and exists (select from app.organisation_closure x join app.organisation o on o.id = x.descendant_id where x.ancestor_id = c.superior_id and o.code = any($1::text[])) order by c.id limit 1`,
      [organisationCodes, FREEZES_LATER],
    );
    return row?.id ?? null;
  }

  async openReviewsOf(memberId: string): Promise<ReviewRow[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select r.id from app.review r join app.cycle c on c.id = r.cycle_id
       where r.subject_kind = 'MEMBER' and r.subject_id = $1 and r.state <> 'TRANSFERRED_OUT' and c.state <> 'CLOSED' order by r.id`,
      [memberId],
    );
    return this.reviews.getMany(rows.map((row) => row.id));
  }

  async units(cycleId: string, codes: readonly string[]): Promise<Map<string, UnitRow>> {
    const wanted = new Set(codes);
    return new Map((await this.cycles.units(cycleId)).filter((unit) => wanted.has(unit.code)).map((unit) => [unit.code, unit]));
  }

  async addUnit(unit: Omit<UnitRow, 'ordinal'>, changeId: string): Promise<UnitRow> {
    const [row] = await this.sql.query<{ n: number }>('select coalesce(max(ordinal), -1) + 1 as n from app.cycle_unit where cycle_id = $1', [unit.cycleId]);
    const whole = { ...unit, ordinal: row?.n ?? 0 };
    await this.cycles.insertUnits([whole]);
    await this.sql.query('update app.cycle_unit set joined_by = $3 where cycle_id = $1 and organisation_id = $2', [unit.cycleId, unit.organisationId, changeId]);
    return whole;
  }

  async endUnit(cycleId: string, organisationId: string, changeId: string, on: LegalDate): Promise<void> {
    await this.sql.query('update app.cycle_unit set ended_by = $3, ended_on = $4 where cycle_id = $1 and organisation_id = $2', [cycleId, organisationId, changeId, on]);
  }

  async reparent(cycleId: string, organisationId: string, parentId: string, unitId: string): Promise<void> {
    const below = `with recursive below as (select $2::uuid as id union all select k.organisation_id from below b join app.cycle_unit k on k.cycle_id = $1 and k.parent_id = b.id)`;
    const old = await this.sql.query<{ unit_id: string }>('select unit_id from app.cycle_unit where cycle_id = $1 and organisation_id = $2', [cycleId, organisationId]);
    const oldUnit = old[0]?.unit_id ?? null;
    await this.sql.query('update app.cycle_unit set parent_id = $3 where cycle_id = $1 and organisation_id = $2', [cycleId, organisationId, parentId]);
    await this.sql.query(`${below} update app.cycle_unit u set unit_id = $3 from below b where u.cycle_id = $1 and u.organisation_id = b.id`, [cycleId, organisationId, unitId]);
    await this.sql.query(`${below} update app.cycle_roll r set unit_id = $3 from below b where r.cycle_id = $1 and r.organisation_id = b.id`, [cycleId, organisationId, unitId]);
    await this.sql.query(
      `${below} update app.review r set unit_id = $3, decider_id = case when r.decider_id = $4 then $3 else r.decider_id end, version = r.version + 1 from below b where r.cycle_id = $1 and r.organisation_id = b.id`,
      [cycleId, organisationId, unitId, oldUnit],
    );
  }

  async putOnRoll(row: RollRow): Promise<void> {
    await this.sql.query(
      `insert into app.cycle_roll (cycle_id, member_id, superior_id, organisation_id, unit_id, status, duty, duty_clause, flags) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)
       on conflict (cycle_id, member_id) do update set organisation_id = excluded.organisation_id, unit_id = excluded.unit_id, status = excluded.status, duty = excluded.duty, duty_clause = excluded.duty_clause, flags = excluded.flags`,
      [row.cycleId, row.memberId, row.superiorId, row.organisationId, row.unitId, row.status, row.duty, row.dutyClause, json(row.flags)],
    );
  }

  async rollRow(cycleId: string, memberId: string): Promise<RollRow | null> {
    const [row] = await this.sql.query<{ organisation_id: string }>('select organisation_id from app.cycle_roll where cycle_id = $1 and member_id = $2', [cycleId, memberId]);
    if (!row) return null;
    return (await this.cycles.roll(cycleId, row.organisation_id)).find((one) => one.memberId === memberId) ?? null;
  }

  async cellMeeting(cycleId: string, organisationId: string): Promise<MeetingRow | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `select id from app.meeting where cycle_id = $1 and organisation_id = $2 and kind = 'CELL_REVIEW' and state <> 'CANCELLED' order by created_at desc, id desc limit 1`,
      [cycleId, organisationId],
    );
    return row ? this.meetings.lock(row.id) : null;
  }

  async markGone(meetingId: string, memberId: string): Promise<void> {
    await this.sql.query(`update app.attendance set flags = flags || '{"gone": true}', voter = false where meeting_id = $1 and member_id = $2`, [meetingId, memberId]);
  }

  async addToRoll(meetingId: string, rows: readonly AttendanceRow[]): Promise<void> {
    for (const row of rows) {
      await this.sql.query(
        `insert into app.attendance (meeting_id, member_id, voter, excluded_clause, flags, status) values ($1, $2, $3, $4, $5, 'SUMMONED')
         on conflict (meeting_id, member_id) do update set voter = excluded.voter, excluded_clause = excluded.excluded_clause, flags = excluded.flags, status = 'SUMMONED'`,
        [meetingId, row.memberId, row.voter, row.excludedClause, json(row.flags)],
      );
    }
  }

  async expectOneMore(stepId: string, key: string): Promise<boolean> {
    const open = await this.sql.query(`update app.step set outstanding = outstanding + 1, total = total + 1 where id = $1 and state = 'OPEN' returning id`, [stepId]);
    if (open.length === 0) return false;
    await this.sql.query(
      `insert into app.step_expectation (step_id, key, state) values ($1, $2, 'WAITING') on conflict (step_id, key) do update set state = 'WAITING', settled_at = null, late = false`,
      [stepId, key],
    );
    return true;
  }

  async copyPaper(fromReviewId: string, toReviewId: string, handedIn: boolean): Promise<'NONE' | 'DRAFT' | 'SUBMITTED'> {
    const [row] = await this.sql.query<{ submitted: boolean }>(
      `insert into app.review_paper (review_id, form, sections, grades, self_level, saved_at, submitted_at, late)
       select $2, form, sections, grades, self_level, saved_at, case when $3 then submitted_at end, case when $3 then late else false end from app.review_paper where review_id = $1
       returning submitted_at is not null as submitted`,
      [fromReviewId, toReviewId, handedIn],
    );
    return row ? (row.submitted ? 'SUBMITTED' : 'DRAFT') : 'NONE';
  }

  async releaseOpinions(reviewId: string): Promise<void> {
    await this.sql.query(`update app.opinion set state = 'RELEASED' where review_id = $1 and state = 'REQUESTED'`, [reviewId]);
  }

  openSteps(cycleId: string, organisationId: string): Promise<{ readonly id: string; readonly kind: string; readonly refId: string | null; readonly workflowId: string }[]> {
    return this.sql.query<{ id: string; kind: string; refId: string | null; workflowId: string }>(`select id, kind, ref_id as "refId", workflow_id as "workflowId" from app.step where cycle_id = $1 and organisation_id = $2 and state = 'OPEN' order by id`, [cycleId, organisationId]);
  }

  async establishedOn(organisationId: string): Promise<LegalDate | null> {
    const [row] = await this.sql.query<{ day: string | null }>(`select to_char(min(from_on), 'YYYY-MM-DD') as day from app.organisation_version where organisation_id = $1 and superseded_at is null`, [organisationId]);
    return row?.day ?? null;
  }
}

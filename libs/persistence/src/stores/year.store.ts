import { type MidYearRow, type OpenCorrection, type RegistrationRow, YearStore } from '@binhxet/application';
import { type Json } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

export class PgYearStore extends YearStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async register(row: RegistrationRow, by: string, at: Date): Promise<void> {
    await this.sql.query(
      `insert into app.registration (cycle_id, organisation_id, superior_id, level, label, note, late, registered_by, registered_at, registered_on) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)
       on conflict (cycle_id, organisation_id) do update set level = excluded.level, label = excluded.label, note = excluded.note, late = app.registration.late or excluded.late,
         registered_by = excluded.registered_by, registered_at = excluded.registered_at, registered_on = excluded.registered_on, version = app.registration.version + 1`,
      [row.cycleId, row.organisationId, row.superiorId, row.level, row.label, row.note, row.late, by, at, row.registeredOn],
    );
  }

  registrations(cycleId: string): Promise<RegistrationRow[]> {
    return this.sql.query<RegistrationRow>(
      `select cycle_id as "cycleId", organisation_id as "organisationId", superior_id as "superiorId", level, label, note, late, to_char(registered_on, 'YYYY-MM-DD') as "registeredOn" from app.registration where cycle_id = $1`,
      [cycleId],
    );
  }

  async insertMidYear(row: MidYearRow, by: string, at: Date): Promise<void> {
    await this.sql.query(
      `insert into app.mid_year_review (cycle_id, superior_id, held_on, work_kinds, correct_before, step_id, late_ids, report, concluded_by, concluded_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [row.cycleId, row.superiorId, row.heldOn, row.workKinds, row.correctBefore, row.stepId, row.lateIds, json(row.report), by, at],
    );
  }

  async midYear(cycleId: string): Promise<MidYearRow | null> {
    const [row] = await this.sql.query<MidYearRow>(MID_YEAR, [cycleId]);
    return row ?? null;
  }

  async drivenDay(superiorId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ day: string | null }>(`select to_char(max(clock_on), 'YYYY-MM-DD') as day from app.cycle where superior_id = $1 and clock = 'DRIVEN' and closed_at is null`, [superiorId]);
    return row?.day ?? null;
  }

  openCorrections(superiorId: string): Promise<OpenCorrection[]> {
    return this.sql.query<OpenCorrection>(
      `select m.cycle_id as "cycleId", m.step_id as "stepId", m.superior_id as "superiorId", c.rating_year as year, m.work_kinds as "workKinds"
       from app.mid_year_review m join app.cycle c on c.id = m.cycle_id join app.step s on s.id = m.step_id and s.state = 'OPEN' where m.superior_id = $1 order by s.id`,
      [superiorId],
    );
  }

  async clearProvisionalUnits(cycleId: string): Promise<void> {
    await this.sql.query('delete from app.cycle_unit u using app.cycle c where c.id = u.cycle_id and c.id = $1 and c.snapshot_hash is null', [cycleId]);
  }

  async pinRules(cycleId: string, pins: Json, settings: Json, settingsHash: string, plan: Json): Promise<void> {
    await this.sql.query('update app.cycle set pins = $2, settings = $3, settings_hash = $4, plan = $5 where id = $1', [cycleId, json(pins), json(settings), settingsHash, json(plan)]);
  }
}

export const MID_YEAR = `select cycle_id as "cycleId", superior_id as "superiorId", to_char(held_on, 'YYYY-MM-DD') as "heldOn", work_kinds as "workKinds", to_char(correct_before, 'YYYY-MM-DD') as "correctBefore",
  step_id as "stepId", late_ids as "lateIds", report from app.mid_year_review where cycle_id = $1`;

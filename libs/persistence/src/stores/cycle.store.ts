import { type CycleRow, CycleStore, type RollRow, type UnitRow } from '@binhxet/application';
import { AppError, cycleMachine, type CycleState } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface CycleRecord {
  id: string;
  superior_id: string;
  period: string;
  rating_year: number;
  state: string;
  clock: 'REAL' | 'DRIVEN';
  clock_on: string | null;
  simulated: boolean;
  plan: CycleRow['plan'];
  pins: CycleRow['pins'];
  settings: CycleRow['settings'];
  settings_hash: string;
  snapshot_hash: string | null;
  opened_at: Date;
  closed_at: Date | null;
}
const CYCLE_COLUMNS =
  "id, superior_id, period, rating_year, state, clock, to_char(clock_on, 'YYYY-MM-DD') as clock_on, simulated, plan, pins, settings, settings_hash, snapshot_hash, opened_at, closed_at";

interface UnitRecord {
  cycle_id: string;
  organisation_id: string;
  superior_id: string;
  code: string;
  name: string;
  role: string;
  parent_id: string | null;
  unit_id: string | null;
  quota_group: string | null;
  has_committee: boolean;
  ordinal: number;
  workflow_id: string | null;
  workflow: string | null;
  phase: string;
}
const toUnit = (r: UnitRecord): UnitRow => ({
  cycleId: r.cycle_id,
  organisationId: r.organisation_id,
  superiorId: r.superior_id,
  code: r.code,
  name: r.name,
  role: r.role,
  parentId: r.parent_id,
  unitId: r.unit_id,
  quotaGroup: r.quota_group,
  hasCommittee: r.has_committee,
  ordinal: r.ordinal,
  workflowId: r.workflow_id,
  workflow: r.workflow,
  phase: r.phase,
});

export class PgCycleStore extends CycleStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(cycle: Omit<CycleRow, 'closedAt' | 'snapshotHash'> & { readonly openedBy: string | null }): Promise<void> {
    const rows = await this.sql.query(
      `insert into app.cycle (id, superior_id, period, rating_year, state, clock, clock_on, simulated, plan, pins, settings, settings_hash, opened_by, opened_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14) on conflict (id) do nothing returning id`,
      [
        cycle.id,
        cycle.superiorId,
        cycle.period,
        cycle.ratingYear,
        cycle.state,
        cycle.clock,
        cycle.clockOn,
        cycle.simulated,
        json(cycle.plan),
        json(cycle.pins),
        json(cycle.settings),
        cycle.settingsHash,
        cycle.openedBy,
        cycle.openedAt,
      ],
    );
    if (rows.length === 0) throw new AppError('CYCLE.EXISTS', 'conflict', 'This superior already has a cycle of this period', { cycleId: cycle.id });
  }

  async get(cycleId: string): Promise<CycleRow> {
    const [r] = await this.sql.query<CycleRecord>(`select ${CYCLE_COLUMNS} from app.cycle where id = $1`, [cycleId]);
    if (!r) throw new AppError('CYCLE.NOT_FOUND', 'not-found', 'There is no such cycle', { cycleId });
    return {
      id: r.id,
      superiorId: r.superior_id,
      period: r.period,
      ratingYear: r.rating_year,
      state: r.state,
      clock: r.clock,
      clockOn: r.clock_on,
      simulated: r.simulated,
      plan: r.plan,
      pins: r.pins,
      settings: r.settings,
      settingsHash: r.settings_hash,
      snapshotHash: r.snapshot_hash,
      openedAt: r.opened_at,
      closedAt: r.closed_at,
    };
  }

  async move(cycleId: string, from: string, to: string, at: Date): Promise<void> {
    cycleMachine.move(from as CycleState, to as CycleState);
    const rows = await this.sql.query(`update app.cycle set state = $3, closed_at = case when $3 = 'CLOSED' then $4::timestamptz else closed_at end where id = $1 and state = $2 returning id`, [
      cycleId,
      from,
      to,
      at,
    ]);
    if (rows.length === 0) throw new AppError('CYCLE.CHANGED', 'stale', 'The cycle was moved in between', { cycleId, from, to });
  }

  async setSnapshot(cycleId: string, hash: string): Promise<void> {
    await this.sql.query('update app.cycle set snapshot_hash = $2 where id = $1 and snapshot_hash is null', [cycleId, hash]);
  }

  async setClock(cycleId: string, on: string): Promise<void> {
    const rows = await this.sql.query(`update app.cycle set clock_on = $2 where id = $1 and clock = 'DRIVEN' and clock_on <= $2::date returning id`, [cycleId, on]);
    if (rows.length === 0) throw new AppError('CYCLE.CLOCK_NOT_MOVED', 'conflict', "Only a driven cycle's date can be moved, and only forward", { cycleId, on });
  }

  async insertUnits(units: readonly UnitRow[]): Promise<void> {
    await insertRows(
      this.sql,
      'app.cycle_unit',
      ['cycle_id', 'organisation_id', 'superior_id', 'code', 'name', 'role', 'parent_id', 'unit_id', 'quota_group', 'has_committee', 'ordinal', 'workflow_id', 'workflow', 'phase'],
      units.map((u) => [u.cycleId, u.organisationId, u.superiorId, u.code, u.name, u.role, u.parentId, u.unitId, u.quotaGroup, u.hasCommittee, u.ordinal, u.workflowId, u.workflow, u.phase]),
    );
  }

  async insertRoll(rows: readonly RollRow[]): Promise<void> {
    await insertRows(
      this.sql,
      'app.cycle_roll',
      ['cycle_id', 'member_id', 'superior_id', 'organisation_id', 'unit_id', 'status', 'duty', 'duty_clause', 'flags'],
      rows.map((r) => [r.cycleId, r.memberId, r.superiorId, r.organisationId, r.unitId, r.status, r.duty, r.dutyClause, json(r.flags)]),
    );
  }

  async unit(cycleId: string, organisationId: string): Promise<UnitRow> {
    const [row] = await this.list('cycle_id = $1 and organisation_id = $2', [cycleId, organisationId]);
    if (!row) throw new AppError('UNIT.NOT_FOUND', 'not-found', 'The organisation takes no part in this cycle', { cycleId, organisationId });
    return row;
  }

  async unitByCode(cycleId: string, code: string): Promise<UnitRow> {
    const [row] = await this.list('cycle_id = $1 and code = $2', [cycleId, code]);
    if (!row) throw new AppError('UNIT.NOT_FOUND', 'not-found', 'The organisation takes no part in this cycle', { cycleId, code });
    return row;
  }

  children(cycleId: string, parentId: string): Promise<UnitRow[]> {
    return this.list('cycle_id = $1 and parent_id = $2', [cycleId, parentId]);
  }

  units(cycleId: string): Promise<UnitRow[]> {
    return this.list('cycle_id = $1', [cycleId]);
  }

  async unitPage(cycleId: string, after: number | null, limit: number): Promise<UnitRow[]> {
    const rows = await this.sql.query<UnitRecord>('select * from app.cycle_unit where cycle_id = $1 and ordinal > $2 order by ordinal limit $3', [cycleId, after ?? -1, limit]);
    return rows.map(toUnit);
  }

  private async list(where: string, params: readonly unknown[]): Promise<UnitRow[]> {
    const rows = await this.sql.query<UnitRecord>(`select * from app.cycle_unit where ${where} order by ordinal`, params);
    return rows.map(toUnit);
  }

  async roll(cycleId: string, organisationId: string): Promise<RollRow[]> {
    const rows = await this.sql.query<{
      cycle_id: string;
      member_id: string;
      superior_id: string;
      organisation_id: string;
      unit_id: string;
      status: string;
      duty: string;
      duty_clause: string | null;
      flags: RollRow['flags'];
    }>('select * from app.cycle_roll where cycle_id = $1 and organisation_id = $2 order by member_id', [cycleId, organisationId]);
    return rows.map((r) => ({
      cycleId: r.cycle_id,
      memberId: r.member_id,
      superiorId: r.superior_id,
      organisationId: r.organisation_id,
      unitId: r.unit_id,
      status: r.status,
      duty: r.duty,
      dutyClause: r.duty_clause,
      flags: r.flags,
    }));
  }

  async countRoll(cycleId: string): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>('select count(*)::int as n from app.cycle_roll where cycle_id = $1', [cycleId]);
    return row?.n ?? 0;
  }

  async setPhase(cycleId: string, organisationId: string, workflow: string, workflowId: string, phase: string, at: Date): Promise<void> {
    await this.sql.query(`update app.cycle_unit set workflow = $3, workflow_id = $4, phase = $5, phase_at = $6 where cycle_id = $1 and organisation_id = $2`, [
      cycleId,
      organisationId,
      workflow,
      workflowId,
      phase,
      at,
    ]);
  }

  async workflowsDue(cycleId: string, until: Date): Promise<string[]> {
    const rows = await this.sql.query<{ workflow_id: string }>(
      `select distinct workflow_id from app.step
       where cycle_id = $1 and state = 'OPEN'
         and (close_at <= $2 or exists (select from unnest(remind_at[reminded + 1:] || escalate_at[escalated + 1:]) as t (at) where t.at <= $2))
       union
       select 'appeal:' || id from app.appeal_case
       where cycle_id = $1 and closed_at is null
         and ((evidence_closed_at is null and evidence_until <= $2) or exists (select from unnest(remind_at[reminded + 1:] || escalate_at[escalated + 1:]) as t (at) where t.at <= $2))
       order by workflow_id`,
      [cycleId, until],
    );
    return rows.map((row) => row.workflow_id);
  }
}

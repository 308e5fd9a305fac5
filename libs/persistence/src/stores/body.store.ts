import { type BodyRow, BodyStore, type BodyWorkflow } from '@binhxet/application';
import { insertRows, type Sql } from '../sql.js';

interface BodyRecord {
  workflow_id: string;
  cycle_id: string;
  superior_id: string;
  organisation_id: string;
  workflow: BodyWorkflow;
  ref_id: string | null;
  phase: string;
  phase_at: Date;
}

const COLUMNS = ['workflow_id', 'cycle_id', 'superior_id', 'organisation_id', 'workflow', 'ref_id', 'phase', 'phase_at'];
const values = (row: BodyRow): unknown[] => [row.workflowId, row.cycleId, row.superiorId, row.organisationId, row.workflow, row.refId, row.phase, row.phaseAt];

const toRow = (r: BodyRecord): BodyRow => ({
  workflowId: r.workflow_id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  organisationId: r.organisation_id,
  workflow: r.workflow,
  refId: r.ref_id,
  phase: r.phase,
  phaseAt: r.phase_at,
});

export class PgBodyStore extends BodyStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async register(bodies: readonly BodyRow[]): Promise<string[]> {
    if (bodies.length === 0) return [];
    const before = await this.sql.query<{ id: string }>('select workflow_id as id from app.cycle_body where workflow_id = any($1::text[])', [bodies.map((body) => body.workflowId)]);
    const known = new Set(before.map((row) => row.id));
    const fresh = bodies.filter((body) => !known.has(body.workflowId));
    await insertRows(this.sql, 'app.cycle_body', COLUMNS, fresh.map(values), 'on conflict (workflow_id) do nothing');
    return fresh.map((body) => body.workflowId);
  }

  async setPhase(body: BodyRow): Promise<void> {
    await insertRows(
      this.sql,
      'app.cycle_body',
      COLUMNS,
      [values(body)],
      `on conflict (workflow_id) do update set phase = excluded.phase, phase_at = case when app.cycle_body.phase = excluded.phase then app.cycle_body.phase_at else excluded.phase_at end`,
    );
  }

  async ofOrganisations(cycleId: string, organisationIds: readonly string[]): Promise<BodyRow[]> {
    const rows = await this.sql.query<BodyRecord>('select * from app.cycle_body where cycle_id = $1 and organisation_id = any($2::uuid[]) order by workflow_id', [cycleId, organisationIds]);
    return rows.map(toRow);
  }

  async ofCycle(cycleId: string): Promise<BodyRow[]> {
    const rows = await this.sql.query<BodyRecord>('select * from app.cycle_body where cycle_id = $1 order by workflow_id', [cycleId]);
    return rows.map(toRow);
  }
}

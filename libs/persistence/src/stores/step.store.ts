import { type NewStep, type Settled, type StepRow, StepStore } from '@binhxet/application';
import { type CloseCause, type StepKind, type StepRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { insertRows, type Sql } from '../sql.js';

interface StepRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  organisation_id: string;
  kind: StepKind;
  ref_id: string | null;
  round: number;
  state: 'OPEN' | 'CLOSED';
  outstanding: number;
  total: number;
  due_at: Date | null;
  close_at: Date | null;
  remind_at: Date[];
  escalate_at: Date[];
  workflow_id: string;
  close_cause: CloseCause | null;
}

const toRow = (r: StepRecord): StepRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  organisationId: r.organisation_id,
  kind: r.kind,
  refId: r.ref_id,
  round: r.round,
  state: r.state,
  outstanding: r.outstanding,
  total: r.total,
  dueAt: r.due_at,
  closeAt: r.close_at,
  remindAt: r.remind_at,
  escalateAt: r.escalate_at,
  workflowId: r.workflow_id,
  closeCause: r.close_cause,
});

export class PgStepStore extends StepStore {
  /** @param beforeSettle what must be written before the step's row is locked (the ledger entries) */
  constructor(
    private readonly sql: Sql,
    private readonly beforeSettle: () => Promise<void> = async () => undefined,
  ) {
    super();
  }

  async insert(step: NewStep): Promise<void> {
    await this.sql.query(
      `insert into app.step (id, cycle_id, superior_id, organisation_id, kind, ref_id, round, state, outstanding, total, due_at, close_at, remind_at, escalate_at, workflow_id, opened_at)
       values ($1,$2,$3,$4,$5,$6,$7,'OPEN',$8,$8,$9,$10,$11,$12,$13,$14)`,
      [step.id, step.cycleId, step.superiorId, step.organisationId, step.kind, step.refId, step.round, step.keys.length, step.dueAt, step.closeAt, step.remindAt, step.escalateAt, step.workflowId, step.openedAt],
    );
    await insertRows(this.sql, 'app.step_expectation', ['step_id', 'key', 'state'], step.keys.map((key) => [step.id, key, 'WAITING']));
  }

  async get(stepId: string): Promise<StepRow> {
    const [row] = await this.sql.query<StepRecord>('select * from app.step where id = $1', [stepId]);
    if (!row) throw new AppError('STEP.NOT_FOUND', 'not-found', 'There is no such step', { stepId });
    return toRow(row);
  }

  async find(cycleId: string, organisationId: string, kind: StepKind, refId: string | null = null, workflowId: string | null = null): Promise<StepRow | null> {
    const [row] = await this.sql.query<StepRecord>(
      `select * from app.step where cycle_id = $1 and organisation_id = $2 and kind = $3 and ref_id is not distinct from $4 and state = 'OPEN'
         and ($5::text is null or workflow_id = $5) order by round desc limit 1`,
      [cycleId, organisationId, kind, refId, workflowId],
    );
    return row ? toRow(row) : null;
  }

  async openOf(cycleId: string, organisationIds: readonly string[]): Promise<StepRow[]> {
    const rows = await this.sql.query<StepRecord>(`select * from app.step where cycle_id = $1 and organisation_id = any($2::uuid[]) and state = 'OPEN' order by id`, [cycleId, organisationIds]);
    return rows.map(toRow);
  }

  async latest(cycleId: string, organisationId: string, kind: StepKind): Promise<StepRow | null> {
    const [row] = await this.sql.query<StepRecord>('select * from app.step where cycle_id = $1 and organisation_id = $2 and kind = $3 order by round desc, opened_at desc limit 1', [
      cycleId,
      organisationId,
      kind,
    ]);
    return row ? toRow(row) : null;
  }

  refOf(step: StepRow): StepRef {
    return {
      stepId: step.id,
      kind: step.kind,
      ...(step.refId ? { refId: step.refId } : {}),
      outstanding: step.outstanding,
      dueAt: step.dueAt?.toISOString() ?? null,
      closeAt: step.closeAt?.toISOString() ?? null,
      remindAt: step.remindAt.map((at) => at.toISOString()),
      escalateAt: step.escalateAt.map((at) => at.toISOString()),
    };
  }

  async markDone(stepId: string, key: string, at: Date, late: boolean): Promise<boolean> {
    const rows = await this.sql.query(`update app.step_expectation set state = 'DONE', settled_at = $3, late = $4 where step_id = $1 and key = $2 and state = 'WAITING' returning key`, [stepId, key, at, late]);
    return rows.length === 1;
  }

  async markReleased(stepId: string, key: string, at: Date): Promise<boolean> {
    const rows = await this.sql.query(`update app.step_expectation set state = 'RELEASED', settled_at = $3 where step_id = $1 and key = $2 and state = 'WAITING' returning key`, [stepId, key, at]);
    return rows.length === 1;
  }

  async putBack(stepId: string, key: string): Promise<void> {
    const rows = await this.sql.query(`update app.step_expectation set state = 'WAITING', settled_at = null, late = false where step_id = $1 and key = $2 and state <> 'WAITING' returning key`, [stepId, key]);
    if (rows.length === 0) return;
    const open = await this.sql.query(`update app.step set outstanding = outstanding + 1 where id = $1 and state = 'OPEN' returning id`, [stepId]);
    if (open.length === 0) throw stepClosed(stepId);
  }

  async waitingKeys(stepId: string): Promise<string[]> {
    const rows = await this.sql.query<{ key: string }>(`select key from app.step_expectation where step_id = $1 and state = 'WAITING' order by key`, [stepId]);
    return rows.map((row) => row.key);
  }

  async settle(stepId: string, n: number): Promise<Settled> {
    await this.beforeSettle();
    const [row] = await this.sql.query<{ outstanding: number; workflow_id: string; due_at: Date | null }>(
      `update app.step set outstanding = outstanding - $2 where id = $1 and state = 'OPEN' returning outstanding, workflow_id, due_at`,
      [stepId, n],
    );
    if (!row) throw stepClosed(stepId);
    return { outstanding: row.outstanding, workflowId: row.workflow_id, dueAt: row.due_at };
  }

  async close(stepId: string, cause: CloseCause, at: Date): Promise<StepRow | null> {
    const [row] = await this.sql.query<StepRecord>(
      `update app.step set state = 'CLOSED', closed_at = $2, close_cause = $3 where id = $1 and state = 'OPEN' ${cause === 'ALL_IN' ? 'and outstanding = 0' : ''} returning *`,
      [stepId, at, cause],
    );
    return row ? toRow(row) : null;
  }

  async reopen(stepId: string, keys: readonly string[], times: Pick<NewStep, 'dueAt' | 'closeAt' | 'remindAt' | 'escalateAt'>): Promise<StepRow> {
    const back = await this.sql.query(`update app.step_expectation set state = 'WAITING', settled_at = null where step_id = $1 and key = any($2::uuid[]) and state <> 'WAITING' returning key`, [stepId, keys]);
    const [row] = await this.sql.query<StepRecord>(
      `update app.step set state = 'OPEN', closed_at = null, close_cause = null, outstanding = outstanding + $2, due_at = $3, close_at = $4, remind_at = $5, escalate_at = $6, reminded = 0, escalated = 0
       where id = $1 returning *`,
      [stepId, back.length, times.dueAt, times.closeAt, times.remindAt, times.escalateAt],
    );
    if (!row) throw new AppError('STEP.NOT_FOUND', 'not-found', 'There is no such step', { stepId });
    return toRow(row);
  }

  async countReminder(stepId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean> {
    const rows = await this.sql.query(`update app.step set ${which} = $2 where id = $1 and state = 'OPEN' and ${which} < $2 returning id`, [stepId, nth]);
    return rows.length === 1;
  }
}

function stepClosed(stepId: string): AppError {
  return new AppError('STEP.CLOSED', 'conflict', 'The step is closed: nothing more is accepted', { stepId });
}

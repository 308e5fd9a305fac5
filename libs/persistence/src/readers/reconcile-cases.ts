import { type CaseFacts, caseStep, type CycleRow, startOfDay } from '@binhxet/application';
import { appealWorkflowId, type CommandOutcome, reevaluationWorkflowId, type StepRef } from '@binhxet/contracts';
import { type Sql } from '../sql.js';

/** Requests whose answer a repeated one still gets, for each case. */
const HANDLED_KEPT = 100;

interface CaseRecord {
  id: string;
  kind: CaseFacts['workflow'];
  state: string;
  authority_id: string;
  authority_code: string;
  year: number | null;
  pack_id: string | null;
  evidence_until: Date | null;
  evidence_closed: boolean;
  due_at: Date | null;
  remind_at: Date[];
  escalate_at: Date[];
  reminded: number;
  escalated: number;
}

const APPEALS = `select c.id, 'appeal' as kind, c.cycle_id, c.state, c.authority_id, o.code as authority_code, null::int as year, null::text as pack_id, c.evidence_until,
    c.evidence_closed_at is not null as evidence_closed, c.due_at, c.remind_at, c.escalate_at, c.reminded, c.escalated
  from app.appeal_case c join app.organisation o on o.id = c.authority_id`;
const REEVALUATIONS = `select c.id, 'reevaluation' as kind, c.cycle_id, c.state, c.authority_id, o.code as authority_code, c.year, c.pack_id, null::timestamptz as evidence_until,
    false as evidence_closed, c.due_at, c.remind_at, c.escalate_at, c.reminded, c.escalated
  from app.reevaluation_case c join app.organisation o on o.id = c.authority_id`;

/** Appeals and re-evaluations as their workflows should stand. */
export class PgCaseFacts {
  constructor(private readonly sql: Sql) {}

  async ofCycle(cycle: CycleRow): Promise<CaseFacts[]> {
    return this.factsOf(await this.sql.query<CaseRecord>(`select * from (${APPEALS} union all ${REEVALUATIONS}) k where k.cycle_id = $1 order by k.id`, [cycle.id]), cycle);
  }

  /** Open ones of years that were not run here. */
  async ofNoCycle(): Promise<CaseFacts[]> {
    return this.factsOf(await this.sql.query<CaseRecord>(`select * from (${REEVALUATIONS}) k where k.cycle_id is null and k.state <> 'CLOSED' order by k.id`), null);
  }

  async cyclesWithOpenOnes(): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select distinct cycle_id as id from (select cycle_id, state from app.appeal_case union all select cycle_id, state from app.reevaluation_case) k where cycle_id is not null and state <> 'CLOSED' order by 1`,
    );
    return rows.map(({ id }) => id);
  }

  private async factsOf(rows: readonly CaseRecord[], cycle: CycleRow | null): Promise<CaseFacts[]> {
    const idOf = (row: CaseRecord): string => (row.kind === 'appeal' ? appealWorkflowId(row.id) : reevaluationWorkflowId(row.id));
    const handled = await this.handled(rows.map(idOf));
    return rows.map((row): CaseFacts => {
      const at = { id: row.id, dueAt: row.due_at, remindAt: row.remind_at, escalateAt: row.escalate_at, evidenceUntil: row.evidence_until, evidenceClosed: row.evidence_closed };
      const steps = row.kind === 'appeal' ? [caseStep(at, 'APPEAL_EVIDENCE'), caseStep(at, 'APPEAL')] : [caseStep(at, 'REEVALUATION')];
      const year = row.year ?? cycle?.ratingYear ?? 0;
      // The days of a re-evaluation are those on which people act now, not those of its year.
      const clock = row.kind === 'appeal' && cycle ? cycle.clock : 'REAL';
      return {
        workflow: row.kind,
        input: { cycleId: cycle?.id ?? `${row.authority_code}.${year}`, orgId: row.authority_id, orgCode: row.authority_code, year, clock, caseId: row.id },
        packId: row.pack_id,
        state: row.state,
        steps: steps.filter((step): step is StepRef => step !== null),
        reminded: row.reminded,
        escalated: row.escalated,
        clockUntil: clock === 'DRIVEN' && cycle?.clockOn ? startOfDay(cycle.clockOn).toISOString() : null,
        handled: handled.get(idOf(row)) ?? [],
      };
    });
  }

  private async handled(workflowIds: readonly string[]): Promise<Map<string, CommandOutcome[]>> {
    const rows = await this.sql.query<{ workflow_id: string; outcome: CommandOutcome }>(
      `select workflow_id, outcome from (
         select workflow_id, outcome, done_at, row_number() over (partition by workflow_id order by done_at desc) as nth from app.command where workflow_id = any($1) and outcome is not null) c
       where nth <= $2 order by done_at`,
      [workflowIds, HANDLED_KEPT],
    );
    const byWorkflow = new Map<string, CommandOutcome[]>();
    for (const { workflow_id, outcome } of rows) byWorkflow.set(workflow_id, [...(byWorkflow.get(workflow_id) ?? []), outcome]);
    return byWorkflow;
  }
}

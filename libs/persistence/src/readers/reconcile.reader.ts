import { type BodyFacts, type BodyRow, caseEnded, type CaseFacts, type CycleFacts, type CycleRow, ENDED_PHASES, ReconcileReader, startOfDay, type StepFact, type UnitRow } from '@binhxet/application';
import { type CommandOutcome, type StepKind } from '@binhxet/contracts';
import { type Sql } from '../sql.js';
import { PgCaseFacts } from './reconcile-cases.js';
import { PgBodyStore } from '../stores/body.store.js';
import { PgCommendationStore } from '../stores/commendation.store.js';
import { PgCycleStore } from '../stores/cycle.store.js';

/** Requests whose answer a repeated one still gets, for each body. */
const HANDLED_KEPT = 100;
/** Where a late review's subject has gone on from it. */
const HANDED_OVER = ['PROPOSED', 'VERIFIED', 'DECIDED', 'NOTIFIED', 'NOT_RATED', 'CLOSED'];

interface StepRecord {
  id: string;
  kind: StepKind;
  ref_id: string | null;
  state: 'OPEN' | 'CLOSED';
  outstanding: number;
  due_at: Date | null;
  close_at: Date | null;
  remind_at: Date[];
  escalate_at: Date[];
  reminded: number;
  escalated: number;
  workflow_id: string;
  opened_at: Date;
  closed_at: Date | null;
}

export class PgReconcileReader extends ReconcileReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async openCycles(): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select id from app.cycle c where state <> 'CLOSED'
         or exists (select from app.cycle_body b where b.cycle_id = c.id and b.workflow = 'commendation' and not (b.phase = any($1)))
       order by opened_at, id`,
      [ENDED_PHASES],
    );
    return rows.map((row) => row.id);
  }

  async ofCycle(cycleId: string): Promise<CycleFacts> {
    const cycles = new PgCycleStore(this.sql);
    const cycle = await cycles.get(cycleId);
    const units = new Map((await cycles.units(cycleId)).map((unit) => [unit.organisationId, unit]));
    const bodies = await new PgBodyStore(this.sql).ofCycle(cycleId);
    const [steps, submissions, decided, members, handled] = await Promise.all([this.steps(cycleId), this.submissions(cycleId), this.decided(cycleId), this.members(cycleId, bodies), this.handled(cycleId)]);
    const openCases = await new PgCommendationStore(this.sql).openCount(cycleId);
    const clockUntil = cycle.clock === 'DRIVEN' && cycle.clockOn ? startOfDay(cycle.clockOn).toISOString() : null;
    const known = new Set(bodies.map((body) => body.refId));
    const factsOf = (body: BodyRow): BodyFacts => {
      const unit = units.get(body.organisationId);
      const grassrootsCell = body.workflow === 'cellReview' && unit?.role === 'GRASSROOTS_CELL';
      return {
        body,
        steps: steps.get(body.workflowId) ?? [],
        // A grassroots cell's meeting hands over to its own committee without a submission; the one there is, is the committee's.
        submission: grassrootsCell ? null : (submissions.get(body.organisationId) ?? null),
        decided: unit !== undefined && isDecided(body, unit, decided),
        grassrootsCell,
        absent: members.filter((member) => member.state === 'WAITING_ABSENT' && member.organisationId === body.organisationId && !known.has(member.id)).map((member) => member.id),
        settled: body.workflow === 'lateReview' ? members.some((member) => member.id === body.refId && HANDED_OVER.includes(member.state)) : openCases === 0,
        clockUntil,
        handled: handled.get(body.workflowId) ?? [],
      };
    };
    const commends = [...steps.values()].some((ofOne) => ofOne.some((step) => step.kind === 'COMMENDATION'));
    // The commendation begins once the cycle waits for it: until then the cycle starts it.
    return { cycle, units, bodies: bodies.filter((body) => body.workflow !== 'commendation' || commends || ENDED_PHASES.includes(body.phase)).map(factsOf), cases: await new PgCaseFacts(this.sql).ofCycle(cycle) };
  }

  async otherCases(): Promise<readonly { readonly cycle: CycleRow | null; readonly facts: CaseFacts }[]> {
    const cycles = new PgCycleStore(this.sql);
    const cases = new PgCaseFacts(this.sql);
    const open = new Set(await this.openCycles());
    const closed = (await cases.cyclesWithOpenOnes()).filter((id) => !open.has(id));
    const found: { cycle: CycleRow | null; facts: CaseFacts }[] = (await cases.ofNoCycle()).map((facts) => ({ cycle: null, facts }));
    for (const id of closed) {
      const cycle = await cycles.get(id);
      found.push(...(await cases.ofCycle(cycle)).filter((facts) => !caseEnded(facts)).map((facts) => ({ cycle, facts })));
    }
    return found;
  }

  private async steps(cycleId: string): Promise<Map<string, StepFact[]>> {
    const rows = await this.sql.query<StepRecord>('select * from app.step where cycle_id = $1 order by opened_at, id', [cycleId]);
    return grouped(rows, (row) => row.workflow_id, (row): StepFact => ({
      ref: {
        stepId: row.id,
        kind: row.kind,
        ...(row.ref_id ? { refId: row.ref_id } : {}),
        outstanding: row.outstanding,
        dueAt: row.due_at?.toISOString() ?? null,
        closeAt: row.close_at?.toISOString() ?? null,
        remindAt: row.remind_at.map((at) => at.toISOString()),
        escalateAt: row.escalate_at.map((at) => at.toISOString()),
      },
      kind: row.kind,
      open: row.state === 'OPEN',
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      reminded: row.reminded,
      escalated: row.escalated,
    }));
  }

  private async submissions(cycleId: string): Promise<Map<string, { state: string; submittedAt: Date }>> {
    const rows = await this.sql.query<{ organisation_id: string; state: string; submitted_at: Date }>(
      'select distinct on (organisation_id) organisation_id, state, submitted_at from app.submission where cycle_id = $1 order by organisation_id, round desc',
      [cycleId],
    );
    return new Map(rows.map((row) => [row.organisation_id, { state: row.state, submittedAt: row.submitted_at }]));
  }

  /** `kind organisation` of every decision issued. */
  private async decided(cycleId: string): Promise<Set<string>> {
    const rows = await this.sql.query<{ kind: string; organisation_id: string }>('select distinct kind, organisation_id from app.decision where cycle_id = $1', [cycleId]);
    return new Set(rows.map((row) => `${row.kind} ${row.organisation_id}`));
  }

  private async members(cycleId: string, bodies: readonly BodyRow[]): Promise<{ readonly id: string; readonly state: string; readonly organisationId: string }[]> {
    const late = bodies.flatMap((body) => (body.refId ? [body.refId] : []));
    return this.sql.query(`select id, state, organisation_id as "organisationId" from app.review where cycle_id = $1 and subject_kind = 'MEMBER' and (state = 'WAITING_ABSENT' or id = any($2::uuid[]))`, [cycleId, late]);
  }

  private async handled(cycleId: string): Promise<Map<string, CommandOutcome[]>> {
    const rows = await this.sql.query<{ workflow_id: string; outcome: CommandOutcome }>(
      `select workflow_id, outcome from (
         select workflow_id, outcome, done_at, row_number() over (partition by workflow_id order by done_at desc) as nth from app.command where cycle_id = $1 and outcome is not null) c
       where nth <= $2 order by done_at`,
      [cycleId, HANDLED_KEPT],
    );
    return grouped(rows, (row) => row.workflow_id, (row) => row.outcome);
  }
}

/** Whose decision ends a body's part: the grassroots organisation's for what lies below it, the superior's for the organisation. */
function isDecided(body: BodyRow, unit: UnitRow, decided: ReadonlySet<string>): boolean {
  const proposes = body.workflow === 'cellReview' || unit.role === 'SUBCOMMITTEE_ORG';
  return proposes ? decided.has(`MEMBERS_AND_UNITS ${unit.unitId ?? ''}`) : decided.has(`ORGANISATIONS ${unit.superiorId}`);
}

function grouped<R, T>(rows: readonly R[], keyOf: (row: R) => string, valueOf: (row: R) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(valueOf(row));
    else groups.set(keyOf(row), [valueOf(row)]);
  }
  return groups;
}

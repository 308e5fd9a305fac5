import { type SubmissionRow, SubmissionStore } from '@binhxet/application';
import { AppError, submissionMachine, type SubmissionState } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

interface SubmissionRecord {
  id: string;
  cycle_id: string;
  organisation_id: string;
  to_organisation_id: string;
  round: number;
  state: string;
  summary: SubmissionRow['summary'];
}

export class PgSubmissionStore extends SubmissionStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async latest(cycleId: string, organisationId: string): Promise<SubmissionRow | null> {
    const [r] = await this.sql.query<SubmissionRecord>('select * from app.submission where cycle_id = $1 and organisation_id = $2 order by round desc limit 1', [cycleId, organisationId]);
    return r ? { id: r.id, cycleId: r.cycle_id, organisationId: r.organisation_id, toOrganisationId: r.to_organisation_id, round: r.round, state: r.state, summary: r.summary } : null;
  }

  async insert(submission: SubmissionRow & { readonly superiorId: string; readonly submittedBy: string | null }, at: Date): Promise<void> {
    await this.sql.query(
      `insert into app.submission (id, cycle_id, superior_id, organisation_id, to_organisation_id, round, state, summary, submitted_at, submitted_by) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [submission.id, submission.cycleId, submission.superiorId, submission.organisationId, submission.toOrganisationId, submission.round, submission.state, json(submission.summary), at, submission.submittedBy],
    );
  }

  async move(id: string, from: string, to: string, returned?: { readonly reason: string; readonly at: Date }): Promise<void> {
    submissionMachine.move(from as SubmissionState, to as SubmissionState);
    const rows = await this.sql.query(`update app.submission set state = $3, returned_reason = coalesce($4, returned_reason), returned_at = coalesce($5, returned_at) where id = $1 and state = $2 returning id`, [
      id,
      from,
      to,
      returned?.reason ?? null,
      returned?.at ?? null,
    ]);
    if (rows.length === 0) throw new AppError('SUBMISSION.CHANGED', 'stale', 'The submission was moved in between', { from, to });
  }
}

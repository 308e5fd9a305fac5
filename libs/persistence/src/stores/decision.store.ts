import { type DecisionKind, type DecisionLine, type DecisionRow, DecisionStore } from '@binhxet/application';
import { AppError, type Level, type NonLevelState } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface DecisionRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  organisation_id: string;
  kind: DecisionKind;
  number: string;
  decided_on: string;
  meeting_id: string | null;
  quota: DecisionRow['quota'];
  reason: string | null;
  document: string | null;
  content_hash: string;
  issued_by: string | null;
  issued_at: Date;
}
const COLUMNS =
  "id, cycle_id, superior_id, organisation_id, kind, number, to_char(decided_on, 'YYYY-MM-DD') as decided_on, meeting_id, quota, reason, document, content_hash, issued_by, issued_at";

const toRow = (r: DecisionRecord): DecisionRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  organisationId: r.organisation_id,
  kind: r.kind,
  number: r.number,
  decidedOn: r.decided_on,
  meetingId: r.meeting_id,
  quota: r.quota,
  reason: r.reason,
  document: r.document,
  contentHash: r.content_hash,
  issuedBy: r.issued_by,
  issuedAt: r.issued_at,
});

export class PgDecisionStore extends DecisionStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(decision: DecisionRow, lines: readonly DecisionLine[]): Promise<void> {
    const rows = await this.sql.query(
      `insert into app.decision (id, cycle_id, superior_id, organisation_id, kind, number, decided_on, meeting_id, quota, reason, document, content_hash, issued_by, issued_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14) on conflict (cycle_id, organisation_id, number) do nothing returning id`,
      [
        decision.id,
        decision.cycleId,
        decision.superiorId,
        decision.organisationId,
        decision.kind,
        decision.number,
        decision.decidedOn,
        decision.meetingId,
        json(decision.quota),
        decision.reason,
        decision.document,
        decision.contentHash,
        decision.issuedBy,
        decision.issuedAt,
      ],
    );
    if (rows.length === 0) throw new AppError('DECISION.NUMBER_TAKEN', 'conflict', 'This number belongs to another decision of the body', { number: decision.number });
    await insertRows(
      this.sql,
      'app.decision_line',
      ['decision_id', 'ordinal', 'review_id', 'case_id', 'level', 'non_level', 'verdict', 'reason'],
      lines.map((line, index) => [decision.id, index + 1, line.reviewId, line.caseId, line.level, line.nonLevel, line.verdict, line.reason]),
    );
  }

  async get(decisionId: string): Promise<DecisionRow> {
    const [row] = await this.sql.query<DecisionRecord>(`select ${COLUMNS} from app.decision where id = $1`, [decisionId]);
    if (!row) throw new AppError('DECISION.NOT_FOUND', 'not-found', 'There is no such decision', { decisionId });
    return toRow(row);
  }

  async lines(decisionId: string): Promise<DecisionLine[]> {
    const rows = await this.sql.query<{ review_id: string | null; case_id: string | null; level: Level | null; non_level: NonLevelState | null; verdict: Level | null; reason: string | null }>(
      'select review_id, case_id, level, non_level, verdict, reason from app.decision_line where decision_id = $1 order by ordinal',
      [decisionId],
    );
    return rows.map((r) => ({ reviewId: r.review_id, caseId: r.case_id, level: r.level, nonLevel: r.non_level, verdict: r.verdict, reason: r.reason }));
  }

  async ofOrganisation(cycleId: string, organisationId: string, kind?: DecisionKind): Promise<DecisionRow[]> {
    const rows = await this.sql.query<DecisionRecord>(
      `select ${COLUMNS} from app.decision where cycle_id = $1 and organisation_id = $2 and ($3::text is null or kind = $3) order by issued_at desc, id desc`,
      [cycleId, organisationId, kind ?? null],
    );
    return rows.map(toRow);
  }

  async latestOn(reviewId: string): Promise<DecisionRow | null> {
    const [row] = await this.sql.query<DecisionRecord>(
      `select ${COLUMNS} from app.decision where id in (select decision_id from app.decision_line where review_id = $1) order by issued_at desc, id desc limit 1`,
      [reviewId],
    );
    return row ? toRow(row) : null;
  }

  async organisationsWith(cycleId: string, kind: DecisionKind): Promise<string[]> {
    const rows = await this.sql.query<{ organisation_id: string }>('select distinct organisation_id from app.decision where cycle_id = $1 and kind = $2', [cycleId, kind]);
    return rows.map((row) => row.organisation_id);
  }
}

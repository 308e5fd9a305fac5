import { CaseFile, type Ids, LedgerTrail, type NewCaseAct, type NewEvidence } from '@binhxet/application';
import { type Sql } from '../sql.js';

export class PgCaseFile extends CaseFile {
  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
  ) {
    super();
  }

  async addEvidence(evidence: NewEvidence): Promise<void> {
    await this.sql.query('insert into app.case_evidence (id, case_id, given_by, member_id, body, document, given_at) values ($1,$2,$3,$4,$5,$6,$7)', [
      evidence.id,
      evidence.caseId,
      evidence.givenBy,
      evidence.memberId,
      evidence.body,
      evidence.document,
      evidence.givenAt,
    ]);
  }

  async addAct(act: NewCaseAct): Promise<void> {
    await this.sql.query(
      'insert into app.case_act (id, case_id, act, state_before, state_after, acted_by, reason, document, acted_on, ledger_entry, acted_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)',
      [this.ids.next(), act.caseId, act.act, act.before, act.after, act.by, act.reason, act.document, act.on, act.ledgerEntry, act.at],
    );
  }

  async givers(caseId: string): Promise<{ accountId: string; memberId: string | null }[]> {
    return this.sql.query('select distinct given_by as "accountId", member_id as "memberId" from app.case_evidence where case_id = $1', [caseId]);
  }
}

/** By the ids inside the payloads: rare acts, few entries of these types in one cycle. */
export class PgLedgerTrail extends LedgerTrail {
  constructor(private readonly sql: Sql) {
    super();
  }

  ofDecision(cycleId: string, decisionId: string): Promise<string | null> {
    return this.newest(`e.type = 'decision.issued' and e.cycle = $1 and (p.payload::jsonb)->>'decision' = $2`, [cycleId, decisionId]);
  }

  async ofImportedResult(historyId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `select e.id from ledger.ledger_entry e, app.rating_history h
       where h.id = $1 and e.type = 'import.recorded' order by abs(extract(epoch from e.recorded_at - h.recorded_at)), e.id limit 1`,
      [historyId],
    );
    return row?.id ?? null;
  }

  ofCommendation(cycleId: string, caseId: string): Promise<string | null> {
    return this.newest(
      `e.type in ('commendation.derived','commendation.advanced','commendation.decided','commendation.revoked') and e.cycle = $1
         and (p.payload::jsonb)->'cases' @> jsonb_build_array(jsonb_build_object('case', $2::text))`,
      [cycleId, caseId],
    );
  }

  async lostItsYear(cycleId: string, caseId: string): Promise<boolean> {
    const entry = await this.ofCommendation(cycleId, caseId);
    const rows = await this.sql.query(`select 1 from ledger.ledger_payload where entry_id = $1 and (payload::jsonb)->>'because' is not null`, [entry]);
    return rows.length > 0;
  }

  private async newest(where: string, params: readonly unknown[]): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `select e.id from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where ${where} order by e.recorded_at desc, e.id desc limit 1`,
      params,
    );
    return row?.id ?? null;
  }
}

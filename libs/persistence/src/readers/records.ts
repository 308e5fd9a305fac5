import { type LedgerRecord, type RecordedCase, Records, type RecordView, type RecordedResult, type TallyRow } from '@binhxet/application';
import { type Json, type Level } from '@binhxet/domain';
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { type Sql } from '../sql.js';
import { PgBallotStore } from '../stores/ballot.store.js';
import { PgCommendationStore } from '../stores/commendation.store.js';
import { PgCycleStore } from '../stores/cycle.store.js';
import { PgDecisionStore } from '../stores/decision.store.js';
import { PgHistoryStore } from '../stores/history.store.js';
import { PgLineage } from '../stores/lineage.store.js';
import { PgOrganisationStore } from '../stores/organisation.store.js';
import { PgPersonBallotStore } from '../stores/person-ballot.store.js';
import { PgReviewStore } from '../stores/review.store.js';

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Reads one snapshot on one connection; the transaction is read only, whatever the role may do. */
export class PgRecords extends Records {
  constructor(private readonly source: DataSource) {
    super();
  }

  async cycleIds(): Promise<readonly string[]> {
    return ((await this.source.query('select id from app.cycle order by rating_year, id')) as { id: string }[]).map(({ id }) => id);
  }

  async read<T>(cycleId: string, work: (view: RecordView) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      await client.query('begin isolation level repeatable read read only');
      try {
        return await work(viewOf({ query: async (text, params) => (await client.query(text, params ? [...params] : undefined)).rows }, cycleId));
      } finally {
        await client.query('rollback');
      }
    } finally {
      await runner.release();
    }
  }
}

function viewOf(sql: Sql, cycleId: string): RecordView {
  const ballots = new PgBallotStore(sql);
  return {
    tx: { cycles: new PgCycleStore(sql), organisations: new PgOrganisationStore(sql), reviews: new PgReviewStore(sql), history: new PgHistoryStore(sql), lineage: new PgLineage(sql), ballots, decisions: new PgDecisionStore(sql), commendations: new PgCommendationStore(sql), personBallots: new PgPersonBallotStore(sql) },
    async count(types) {
      const [row] = await sql.query<{ n: number }>('select count(*)::int as n from ledger.ledger_entry where cycle = $1 and type = any($2)', [cycleId, types]);
      return row?.n ?? 0;
    },
    entries: (types) => entries(sql, cycleId, types),
    async tallies(ballotIds) {
      const found = new Map<string, TallyRow[]>();
      for (const id of ballotIds) found.set(id, await ballots.tally(id));
      return found;
    },
    async talliedBallots() {
      const rows = await sql.query<{ id: string }>('select b.id from ballot.ballot b where b.cycle_id = $1 and exists (select 1 from ballot.tally t where t.ballot_id = b.id) order by b.id', [cycleId]);
      return rows.map(({ id }) => id);
    },
    results: () => results(sql, cycleId),
    cases: () =>
      sql.query<RecordedCase>(
        `select id, 'APPEAL' as kind, review_id as "reviewId", decision_id as "decisionId", old_level as "oldLevel", new_level as "newLevel", quota, null::jsonb as proof
         from app.appeal_case where cycle_id = $1
         union all
         select id, 'REEVALUATION', review_id, decision_id, old_level, new_level, quota, proof from app.reevaluation_case where cycle_id = $1 order by id`,
        [cycleId],
      ),
    async reviewOf(kind, subjectId) {
      const [row] = await sql.query<{ id: string }>('select id from app.review where cycle_id = $1 and subject_kind = $2 and subject_id = $3', [cycleId, kind, subjectId]);
      return row?.id ?? null;
    },
    async decisionIds() {
      return (await sql.query<{ id: string }>('select id from app.decision where cycle_id = $1 order by id', [cycleId])).map(({ id }) => id);
    },
  };
}

/** Ids are made in the order of writing and grow within a transaction: they order entries of the same instant. */
async function* entries(sql: Sql, cycleId: string, types: readonly string[]): AsyncGenerator<readonly LedgerRecord[]> {
  let after: [string, string] = ['-infinity', FIRST];
  for (;;) {
    const rows = await sql.query<{ id: string; type: string; at: string; payload: string | null }>(
      `select e.id, e.type, e.recorded_at::text as at, p.payload from ledger.ledger_entry e left join ledger.ledger_payload p on p.entry_id = e.id
       where e.cycle = $1 and e.type = any($2) and (e.recorded_at, e.id) > ($3::timestamptz, $4::uuid) order by e.recorded_at, e.id limit ${PAGE}`,
      [cycleId, types, ...after],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = [last.at, last.id];
    yield rows.map(({ id, type, payload }) => ({ id, type, payload: payload === null ? null : (JSON.parse(payload) as { [key: string]: Json }) }));
    if (rows.length < PAGE) return;
  }
}

async function* results(sql: Sql, cycleId: string): AsyncGenerator<readonly RecordedResult[]> {
  let after = FIRST;
  for (;;) {
    const rows = await sql.query<Omit<RecordedResult, 'historyLevel'> & { recorded: boolean; historyLevel: Level | null }>(
      `select r.id as "reviewId", r.subject_kind as "subjectKind", r.state, r.decided_level as "decidedLevel", r.non_level as "nonLevel", r.ceiling, r.proof, h.id is not null as recorded, h.level as "historyLevel",
         coalesce(o.rows, '[]') as superseded
       from app.review r left join app.rating_history h on h.review_id = r.id and h.cycle_id = r.cycle_id and h.state = 'VALID'
       left join (
         select review_id, jsonb_agg(jsonb_build_object('state', state, 'level', level) order by recorded_at, id) as rows
         from app.rating_history where cycle_id = $1 and state <> 'VALID' group by review_id) o on o.review_id = r.id
       where r.cycle_id = $1 and r.id > $2::uuid order by r.id limit ${PAGE}`,
      [cycleId, after],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.reviewId;
    yield rows.map(({ recorded, historyLevel, ...row }) => ({ ...row, ...(recorded && { historyLevel }) }));
    if (rows.length < PAGE) return;
  }
}

import { type Clock, type Ids, type Tx, UnitOfWork } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { type ClientBase, type Pool } from 'pg';
import { type DataSource } from 'typeorm';
import { PgAccountStore } from './access/account.store.js';
import { isStalePlan, PreparedNames } from './prepared.js';
import { type Sql } from './sql.js';
import { PgAppealStore } from './stores/appeal.store.js';
import { PgBallotStore } from './stores/ballot.store.js';
import { PgBodyStore } from './stores/body.store.js';
import { PgCaseFile, PgLedgerTrail } from './stores/case-file.store.js';
import { PgCommandStore } from './stores/command.store.js';
import { PgCommendationVoteStore } from './stores/commendation-vote.store.js';
import { PgCommendationStore } from './stores/commendation.store.js';
import { PgCycleChangeStore } from './stores/cycle-change.store.js';
import { PgCycleStore } from './stores/cycle.store.js';
import { PgDecisionStore } from './stores/decision.store.js';
import { PgHistoryStore } from './stores/history.store.js';
import { PgImportStore } from './stores/import.store.js';
import { PgLedger } from './stores/ledger.store.js';
import { PgLineage } from './stores/lineage.store.js';
import { PgMeetingStore } from './stores/meeting.store.js';
import { PgOrganisationStore } from './stores/organisation.store.js';
import { PgOutbox } from './stores/outbox.store.js';
import { PgPersonBallotStore } from './stores/person-ballot.store.js';
import { PgReadinessStore } from './stores/readiness.store.js';
import { PgReevaluationStore } from './stores/reevaluation.store.js';
import { PgReviewStore } from './stores/review.store.js';
import { PgStagingStore } from './stores/staging.store.js';
import { PgRuleFileStore } from './stores/rule-file.store.js';
import { PgStepStore } from './stores/step.store.js';
import { PgSubmissionStore } from './stores/submission.store.js';
import { PgTargetStore } from './stores/target.store.js';
import { PgTaskStore } from './stores/task.store.js';
import { PgWorkRecordStore } from './stores/work-record.store.js';
import { PgYearStore } from './stores/year.store.js';
import { PgPeopleStore } from './stores/people.store.js';
import { PgTreeStore } from './stores/tree.store.js';

/** Serialization failure and deadlock: the same work succeeds in a fresh transaction. */
const RETRY = new Set(['40001', '40P01']);
/** Connection lost, server starting or shutting down. */
const AWAY = /^(08|57P0[123]|53300|ECONN|EPIPE|ETIMEDOUT)/;
const ATTEMPTS = 5;
const PREPARED = new PreparedNames();

export class PgUnitOfWork extends UnitOfWork {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (isStalePlan(error)) PREPARED.renew();
        if (attempt < ATTEMPTS && (RETRY.has(sqlState(error)) || isStalePlan(error))) continue;
        throw AWAY.test(sqlState(error)) ? new AppError('DATABASE.UNAVAILABLE', 'unavailable', 'The database does not answer') : error;
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      // The driver's own connection: on this path the query runner would only add its own bookkeeping to every statement.
      const client = (await runner.connect()) as ClientBase;
      await client.query('begin');
      try {
        const sql = onConnection(client);
        const outbox = new PgOutbox(sql, this.ids);
        const ledger = new PgLedger(sql, this.ids, this.clock);
        const result = await work({
          accounts: new PgAccountStore(sql),
          organisations: new PgOrganisationStore(sql),
          cycles: new PgCycleStore(sql),
          bodies: new PgBodyStore(sql),
          cycleChanges: new PgCycleChangeStore(sql),
          steps: new PgStepStore(sql, () => ledger.flush()),
          tasks: new PgTaskStore(sql, this.ids),
          reviews: new PgReviewStore(sql),
          submissions: new PgSubmissionStore(sql),
          meetings: new PgMeetingStore(sql),
          ballots: new PgBallotStore(sql),
          decisions: new PgDecisionStore(sql),
          commendations: new PgCommendationStore(sql),
          history: new PgHistoryStore(sql),
          lineage: new PgLineage(sql),
          commendationVotes: new PgCommendationVoteStore(sql),
          personBallots: new PgPersonBallotStore(sql),
          appeals: new PgAppealStore(sql),
          reevaluations: new PgReevaluationStore(sql),
          caseFile: new PgCaseFile(sql, this.ids),
          trail: new PgLedgerTrail(sql),
          commands: new PgCommandStore(sql),
          targets: new PgTargetStore(sql),
          workRecords: new PgWorkRecordStore(sql),
          years: new PgYearStore(sql),
          readiness: new PgReadinessStore(sql),
          imports: new PgImportStore(sql, this.ids, this.clock),
          staging: new PgStagingStore(sql),
          tree: new PgTreeStore(sql),
          people: new PgPeopleStore(sql, this.ids),
          ruleFiles: new PgRuleFileStore(sql),
          outbox,
          ledger,
        });
        await ledger.flush();
        await outbox.flush();
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined); // the connection may be gone: then it is rolled back already
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** SQL inside the transaction of this connection; each text is prepared once. */
export function onConnection(client: ClientBase): Sql {
  return { query: async (text, params) => (await client.query({ name: PREPARED.of(text), text, values: params as unknown[] })).rows as never };
}

/** SQL on any connection of the pool: reads, planned for their values. */
export function onPool(source: DataSource): Sql {
  return poolSql(source, () => undefined);
}

/** SQL on any connection of the pool for the few texts that run with every request, of whatever length: each is prepared once. */
export function onPoolPrepared(source: DataSource): Sql {
  return poolSql(source, (text) => PREPARED.of(text, Number.POSITIVE_INFINITY));
}

function poolSql(source: DataSource, nameOf: (text: string) => string | undefined): Sql {
  const pool = (source.driver as unknown as { readonly master: Pool }).master;
  const send = async (text: string, params: readonly unknown[] | undefined) => (await pool.query({ name: nameOf(text), text, values: params as unknown[] })).rows as never;
  return {
    query: async (text, params) => {
      try {
        return await send(text, params);
      } catch (error) {
        if (isStalePlan(error)) {
          PREPARED.renew();
          return send(text, params);
        }
        throw AWAY.test(sqlState(error)) ? new AppError('DATABASE.UNAVAILABLE', 'unavailable', 'The database does not answer') : error;
      }
    },
  };
}

function sqlState(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code ?? (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : /Connection terminated|connection timeout/i.test(String((error as Error | null)?.message)) ? '08006' : '';
}

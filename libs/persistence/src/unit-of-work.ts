import { type Clock, type Ids, type Tx, UnitOfWork } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { type DataSource, type QueryRunner } from 'typeorm';
import { PgAccountStore } from './access/account.store.js';
import { type Sql } from './sql.js';
import { PgBallotStore } from './stores/ballot.store.js';
import { PgCommandStore } from './stores/command.store.js';
import { PgCommendationStore } from './stores/commendation.store.js';
import { PgCycleStore } from './stores/cycle.store.js';
import { PgDecisionStore } from './stores/decision.store.js';
import { PgHistoryStore } from './stores/history.store.js';
import { PgImportStore } from './stores/import.store.js';
import { PgLedger } from './stores/ledger.store.js';
import { PgMeetingStore } from './stores/meeting.store.js';
import { PgOrganisationStore } from './stores/organisation.store.js';
import { PgOutbox } from './stores/outbox.store.js';
import { PgReviewStore } from './stores/review.store.js';
import { PgStepStore } from './stores/step.store.js';
import { PgSubmissionStore } from './stores/submission.store.js';
import { PgTaskStore } from './stores/task.store.js';

/** Serialization failure and deadlock: the same work succeeds in a fresh transaction. */
const RETRY = new Set(['40001', '40P01']);
/** Connection lost, server starting or shutting down. */
const AWAY = /^(08|57P0[123]|53300|ECONN|EPIPE|ETIMEDOUT)/;
const ATTEMPTS = 5;

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
        if (attempt < ATTEMPTS && RETRY.has(sqlState(error))) continue;
        throw AWAY.test(sqlState(error)) ? new AppError('DATABASE.UNAVAILABLE', 'unavailable', 'The database does not answer') : error;
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.query('begin');
      try {
        const sql = onConnection(runner);
        const outbox = new PgOutbox(sql, this.ids);
        const ledger = new PgLedger(sql, this.ids, this.clock);
        const result = await work({
          accounts: new PgAccountStore(sql),
          organisations: new PgOrganisationStore(sql),
          cycles: new PgCycleStore(sql),
          steps: new PgStepStore(sql, () => ledger.flush()),
          tasks: new PgTaskStore(sql, this.ids),
          reviews: new PgReviewStore(sql),
          submissions: new PgSubmissionStore(sql),
          meetings: new PgMeetingStore(sql),
          ballots: new PgBallotStore(sql),
          decisions: new PgDecisionStore(sql),
          commendations: new PgCommendationStore(sql),
          history: new PgHistoryStore(sql),
          commands: new PgCommandStore(sql),
          imports: new PgImportStore(sql, this.ids),
          outbox,
          ledger,
        });
        await ledger.flush();
        await outbox.flush();
        await runner.query('commit');
        return result;
      } catch (error) {
        await runner.query('rollback').catch(() => undefined); // the connection may be gone: then it is rolled back already
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** SQL inside the transaction of this connection. */
export function onConnection(runner: QueryRunner): Sql {
  return { query: async (text, params) => rowsOf(await runner.query(text, params as unknown[])) as never };
}

/** SQL on any connection of the pool: reads only. */
export function onPool(source: DataSource): Sql {
  return {
    query: async (text, params) => {
      try {
        return rowsOf(await source.query(text, params as unknown[])) as never;
      } catch (error) {
        throw AWAY.test(sqlState(error)) ? new AppError('DATABASE.UNAVAILABLE', 'unavailable', 'The database does not answer') : error;
      }
    },
  };
}

/** TypeORM gives `[rows, count]` for UPDATE and DELETE, rows for everything else. */
function rowsOf(result: unknown): unknown[] {
  if (!Array.isArray(result)) return [];
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? (result[0] as unknown[]) : (result as unknown[]);
}

function sqlState(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code ?? (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : /Connection terminated|connection timeout/i.test(String((error as Error | null)?.message)) ? '08006' : '';
}

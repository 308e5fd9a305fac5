import { type AccountStore } from './account.store.js';
import { type BallotStore } from './ballot.store.js';
import { type CommandStore } from './command.store.js';
import { type CommendationStore } from './commendation.store.js';
import { type CycleStore } from './cycle.store.js';
import { type DecisionStore } from './decision.store.js';
import { type HistoryStore } from './history.store.js';
import { type ImportStore } from './import.store.js';
import { type LedgerPort } from './ledger.port.js';
import { type MeetingStore } from './meeting.store.js';
import { type OrganisationStore } from './organisation.store.js';
import { type OutboxPort } from './outbox.port.js';
import { type ReviewStore } from './review.store.js';
import { type RuleFileStore } from './rule-file.store.js';
import { type StepStore } from './step.store.js';
import { type SubmissionStore } from './submission.store.js';
import { type TaskStore } from './task.store.js';

/** Everything one transaction may write. Stores exist only here, so that a write outside a transaction does not compile. */
export interface Tx {
  readonly accounts: AccountStore;
  readonly organisations: OrganisationStore;
  readonly cycles: CycleStore;
  readonly steps: StepStore;
  readonly tasks: TaskStore;
  readonly reviews: ReviewStore;
  readonly submissions: SubmissionStore;
  readonly meetings: MeetingStore;
  readonly ballots: BallotStore;
  readonly decisions: DecisionStore;
  readonly commendations: CommendationStore;
  readonly history: HistoryStore;
  readonly commands: CommandStore;
  readonly imports: ImportStore;
  readonly ruleFiles: RuleFileStore;
  readonly outbox: OutboxPort;
  readonly ledger: LedgerPort;
}

/**
 * One PostgreSQL transaction: resolves = committed, throws = rolled back. Ledger entries and outbox rows are written by the same
 * transaction. Serialization failures and deadlocks are retried with a fresh transaction, so `work` has no other effect.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

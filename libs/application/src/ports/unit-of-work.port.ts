import { type AccountStore } from './account.store.js';
import { type AppealStore } from './appeal.store.js';
import { type BallotStore } from './ballot.store.js';
import { type BodyStore } from './body.store.js';
import { type CaseFile, type LedgerTrail } from './case-file.store.js';
import { type CommandStore } from './command.store.js';
import { type CommendationVoteStore } from './commendation-vote.store.js';
import { type CommendationStore } from './commendation.store.js';
import { type CycleChangeStore } from './cycle-change.store.js';
import { type CycleStore } from './cycle.store.js';
import { type DecisionStore } from './decision.store.js';
import { type HistoryStore } from './history.store.js';
import { type ImportStore } from './import.store.js';
import { type LedgerPort } from './ledger.port.js';
import { type LineageStore } from './lineage.store.js';
import { type MeetingStore } from './meeting.store.js';
import { type OrganisationStore } from './organisation.store.js';
import { type OutboxPort } from './outbox.port.js';
import { type PersonBallotStore } from './person-ballot.store.js';
import { type ReadinessStore } from './readiness.store.js';
import { type ReevaluationStore } from './reevaluation.store.js';
import { type ReviewStore } from './review.store.js';
import { type StagingStore } from './staging.store.js';
import { type RuleFileStore } from './rule-file.store.js';
import { type StepStore } from './step.store.js';
import { type SubmissionStore } from './submission.store.js';
import { type TargetStore } from './target.store.js';
import { type TaskStore } from './task.store.js';
import { type WorkRecordStore } from './work-record.store.js';
import { type YearStore } from './year.store.js';
import { type PeopleStore } from './people.store.js';
import { type TreeStore } from './tree.store.js';

/** Everything one transaction may write. Stores exist only here, so that a write outside a transaction does not compile. */
export interface Tx {
  readonly accounts: AccountStore;
  readonly organisations: OrganisationStore;
  readonly cycles: CycleStore;
  readonly bodies: BodyStore;
  readonly cycleChanges: CycleChangeStore;
  readonly steps: StepStore;
  readonly tasks: TaskStore;
  readonly reviews: ReviewStore;
  readonly submissions: SubmissionStore;
  readonly meetings: MeetingStore;
  readonly ballots: BallotStore;
  readonly decisions: DecisionStore;
  readonly commendations: CommendationStore;
  readonly history: HistoryStore;
  readonly lineage: LineageStore;
  readonly commendationVotes: CommendationVoteStore;
  readonly personBallots: PersonBallotStore;
  readonly appeals: AppealStore;
  readonly reevaluations: ReevaluationStore;
  readonly caseFile: CaseFile;
  readonly trail: LedgerTrail;
  readonly commands: CommandStore;
  readonly imports: ImportStore;
  readonly targets: TargetStore;
  readonly workRecords: WorkRecordStore;
  readonly years: YearStore;
  readonly readiness: ReadinessStore;
  readonly staging: StagingStore;
  readonly tree: TreeStore;
  readonly people: PeopleStore;
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

import { type Json, type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
import { type TallyRow } from './ballot.store.js';
import { type Tx } from './unit-of-work.port.js';

/** One entry of the log with its payload; null once it was erased. */
export interface LedgerRecord {
  readonly id: string;
  readonly type: string;
  readonly payload: { readonly [key: string]: Json } | null;
}

/** What is stored as the result of one subject. */
export interface RecordedResult {
  readonly reviewId: string;
  readonly state: string;
  readonly subjectKind: SubjectKind;
  readonly decidedLevel: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly ceiling: Level | null;
  readonly proof: Json;
  /** Of the subject's valid history row of this cycle, first or put in the place of another; undefined: none yet. */
  readonly historyLevel?: Level | null;
  /** Its history rows that another one took the place of, oldest first. */
  readonly superseded: readonly SupersededResult[];
}

/** A result of a year that is kept and counts no more. */
export interface SupersededResult {
  readonly [key: string]: Json;
  /** CORRECTED on an appeal, CANCELLED by a re-evaluation. */
  readonly state: 'CORRECTED' | 'CANCELLED';
  readonly level: Level | null;
}

/** What is stored as the outcome of an appeal or a re-evaluation. */
export interface RecordedCase {
  readonly id: string;
  readonly kind: 'APPEAL' | 'REEVALUATION';
  readonly reviewId: string | null;
  /** null: not decided yet. */
  readonly decisionId: string | null;
  readonly oldLevel: Level | null;
  readonly newLevel: Level | null;
  readonly quota: Json;
  /** Derivation of a re-evaluated level; null for an appeal, whose level is derived with its review. */
  readonly proof: Json;
}

/** A cycle as it stands at one moment: nothing that happens meanwhile is seen, nothing can be written. */
export interface RecordView {
  readonly tx: Pick<Tx, 'cycles' | 'organisations' | 'reviews' | 'history' | 'lineage' | 'ballots' | 'decisions' | 'commendations' | 'personBallots'>;
  /** Entries of these types. */
  count(types: readonly string[]): Promise<number>;
  /** The same in the order they were written, in pages. */
  entries(types: readonly string[]): AsyncIterable<readonly LedgerRecord[]>;
  /** Tallies of these ballots, by ballot. */
  tallies(ballotIds: readonly string[]): Promise<ReadonlyMap<string, readonly TallyRow[]>>;
  /** Ids of all ballots with a tally. */
  talliedBallots(): Promise<readonly string[]>;
  /** Results of all subjects, in pages by id. */
  results(): AsyncIterable<readonly RecordedResult[]>;
  /** Appeals and re-evaluations of results of this cycle. */
  cases(): Promise<readonly RecordedCase[]>;
  /** Review of a subject; null: it has none here. */
  reviewOf(kind: SubjectKind, subjectId: string): Promise<string | null>;
  /** Ids of all decisions. */
  decisionIds(): Promise<readonly string[]>;
}

export abstract class Records {
  /** Every cycle there is, oldest first. */
  abstract cycleIds(): Promise<readonly string[]>;
  /** @throws AppError CYCLE.NOT_FOUND (not-found) */
  abstract read<T>(cycleId: string, work: (view: RecordView) => Promise<T>): Promise<T>;
}

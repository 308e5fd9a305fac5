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
  readonly subjectKind: SubjectKind;
  readonly decidedLevel: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly ceiling: Level | null;
  readonly proof: Json;
  /** Of the subject's history row that this cycle wrote; undefined: none yet. */
  readonly historyLevel?: Level | null;
}

/** A cycle as it stands at one moment: nothing that happens meanwhile is seen, nothing can be written. */
export interface RecordView {
  readonly tx: Pick<Tx, 'cycles' | 'organisations' | 'reviews' | 'history' | 'lineage' | 'ballots' | 'decisions' | 'commendations'>;
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
  /** Ids of all decisions. */
  decisionIds(): Promise<readonly string[]>;
}

export abstract class Records {
  /** Every cycle there is, oldest first. */
  abstract cycleIds(): Promise<readonly string[]>;
  /** @throws AppError CYCLE.NOT_FOUND (not-found) */
  abstract read<T>(cycleId: string, work: (view: RecordView) => Promise<T>): Promise<T>;
}

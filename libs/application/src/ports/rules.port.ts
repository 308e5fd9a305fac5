import {
  type CalendarTable,
  type CompiledGate,
  type CommendationRules,
  type DocumentFormat,
  type LevelEquivalence,
  type MoneyRules,
  type RatingPack,
  type RuleFilePin,
  type SettingsFile,
  type VotingRules,
} from '@binhxet/domain';
import { type CycleRow } from './cycle.store.js';

/** Everything a cycle is ruled by, resolved from its pins: the same bytes for as long as the cycle lives. */
export interface RuleBook {
  /** False while a cycle that was opened early waits for the pack of its year; then `rating` and what hangs on it throw PACK.NOT_PINNED. */
  readonly ratingIsPinned: boolean;
  readonly rating: RatingPack;
  /** Gates of the rating pack, ready to be asked. */
  readonly gates: readonly CompiledGate[];
  readonly voting: VotingRules;
  readonly commendation: CommendationRules;
  readonly money: MoneyRules;
  readonly equivalence: LevelEquivalence;
  readonly documents: DocumentFormat;
  readonly calendars: CalendarTable;
  readonly settings: SettingsFile;
}

/** Ids named at the opening; what is left out is chosen by rating year and date. */
export interface RuleChoice {
  readonly rating?: string;
  readonly voting?: string;
  readonly commendation?: string;
  readonly money?: string;
  readonly documents?: string;
}

export abstract class Rules {
  /** @throws AppError PACK.NOT_FOUND when a pinned file is not installed with that hash */
  abstract forCycle(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'> & { readonly settingsHash?: string }): RuleBook;
  /**
   * @param on date the cycle opens on: chooses voting, commendation, money and document rules in force
   * @param quarter 1 … 4 where the cycle is a quarter
   * @throws AppError PACK.NOT_FOUND; PACK.PERIOD_OTHER (conflict): a year's pack for a quarter or the reverse; PACK.HISTORY_ONLY (conflict): labels of past years cannot open a cycle; CALENDAR.YEAR_UNKNOWN
   */
  abstract choose(ratingYear: number, on: string, choice: RuleChoice, quarter?: number | null): readonly RuleFilePin[];
  /**
   * What a cycle is pinned to that opens before the rules of its year are known: calendars and the equivalence of levels.
   * @throws AppError CALENDAR.YEAR_UNKNOWN (conflict)
   */
  abstract chooseOpen(ratingYear: number): readonly RuleFilePin[];
  /**
   * Rating pack of a year that no cycle here was opened for, with its gates: the pack the result was recorded under.
   * @throws AppError PACK.NOT_FOUND (not-found)
   */
  abstract ofYear(packId: string): Pick<RuleBook, 'rating' | 'gates'>;
  /** Takes in what was published since; cheap where nothing was. @returns whether there was anything new */
  refresh(): Promise<boolean> {
    return Promise.resolve(false);
  }
  /**
   * The cycle's rules with another rating pack in place of its own, under the cycle's settings.
   * @throws AppError PACK.NOT_FOUND; PACK.HISTORY_ONLY (conflict)
   */
  abstract trial(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'>, packId: string): RuleBook;
  /** Name of the pack's labels for past years. */
  abstract ratingPack(id: string): RatingPack;
}

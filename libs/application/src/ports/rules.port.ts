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
  abstract forCycle(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'>): RuleBook;
  /**
   * @param on date the cycle opens on: chooses voting, commendation, money and document rules in force
   * @throws AppError PACK.NOT_FOUND; PACK.HISTORY_ONLY (conflict): labels of past years cannot open a cycle; CALENDAR.YEAR_UNKNOWN
   */
  abstract choose(ratingYear: number, on: string, choice: RuleChoice): readonly RuleFilePin[];
  /**
   * The cycle's rules with another rating pack in place of its own, under the cycle's settings.
   * @throws AppError PACK.NOT_FOUND; PACK.HISTORY_ONLY (conflict)
   */
  abstract trial(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'>, packId: string): RuleBook;
  /** Name of the pack's labels for past years. */
  abstract ratingPack(id: string): RatingPack;
}

import { type Level } from '@binhxet/domain';

/** A simulated member and what the data are to lead to. */
export interface Person {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly cell: string;
  /** Official members vote. */
  readonly official: boolean;
  /** false: the pack exempts the person, so that there is neither paper nor level. */
  readonly rated: boolean;
  readonly admittedOn: string;
  readonly officialOn: string | null;
  readonly joinedOn: string;
  level: Level;
  /** Counts in the votes of the cell's meeting. */
  excluded: boolean;
  head: boolean;
  /** Does not come to the cell's meeting. */
  absent: boolean;
  /** Reviewed after the cell's meeting: absent, or without a paper in time. */
  late: boolean;
  /** Reviewed not at all: ends the year without a rating. */
  never: boolean;
}

/** Names are obviously generated. */
export const memberName = (number: number, unit: string): string =>
  `Đảng viên ${String(number).padStart(4, '0')}-${unit}`;
export const memberCode = (number: number): string => `M${String(number).padStart(4, '0')}`;

/** A date of a year as text. */
export const day = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

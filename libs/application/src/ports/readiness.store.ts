import { type ReadinessCode } from '@binhxet/domain';

/** Objects with one kind of defect; at most a hundred codes, the full number beside them. */
export interface DataDefect {
  readonly code: ReadinessCode;
  readonly count: number;
  readonly where: readonly string[];
}

export abstract class ReadinessStore {
  /**
   * Defects of tree, people and past results below a superior on a day.
   * @param chainYears how many rating years in a row an award may look at
   * @param civil whether the pack asks for the civil rating
   */
  abstract defects(superiorId: string, on: string, year: number, smallestSitting: number, chainYears: number, civil: boolean): Promise<DataDefect[]>;
}

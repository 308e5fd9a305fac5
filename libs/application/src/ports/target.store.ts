import { type Level, type NonLevelState, type OrgRole, type Target, type TargetMapping } from '@binhxet/domain';

export interface ResolutionRow {
  readonly id: string;
  readonly superiorId: string;
  readonly number: string;
  readonly title: string;
  readonly adoptedOn: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly document: string | null;
  /** The resolution this one corrects, and why. */
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly targets: readonly Target[];
}

export interface StoredMapping extends TargetMapping {
  readonly id: string;
  readonly reason: string;
  readonly document: string | null;
}

/** Subjects of one rating year that came out alike. `level` and `nonLevel` both null: not decided yet (a running cycle). */
export interface ResultGroup {
  readonly subject: 'ORGANISATION' | 'MEMBER';
  /** Role of the grassroots organisation; null for members. */
  readonly role: OrgRole | null;
  readonly packId: string | null;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly outstanding: boolean;
  readonly count: number;
}

/** Resolutions with their targets, and mappings of old labels. Nothing is changed: a correction replaces. */
export abstract class TargetStore {
  /** @throws AppError RESOLUTION.EXISTS (conflict): the superior has one with this number in force */
  abstract insert(resolution: ResolutionRow, recordedBy: string, at: Date): Promise<void>;
  /** In force → superseded. @returns false when it is not in force or not the superior's */
  abstract supersede(id: string, superiorId: string, at: Date): Promise<boolean>;
  /** In force, oldest first, with targets in their order. */
  abstract resolutions(superiorId: string): Promise<ResolutionRow[]>;
  abstract mappings(superiorId: string): Promise<StoredMapping[]>;
  /** Replaces the mapping of the same label and ladder. */
  abstract map(superiorId: string, mapping: StoredMapping, by: string, at: Date): Promise<void>;
  /** Results of a past year out of the history, grassroots organisations and members as the tree stood at the end of that year. */
  abstract pastResults(superiorId: string, year: number): Promise<ResultGroup[]>;
  /** Results of a cycle whose reviews exist, by its own pack. */
  abstract cycleResults(cycleId: string, packId: string): Promise<ResultGroup[]>;
  /** Newest number that others reported under each key in a period. */
  abstract figures(superiorId: string, from: string, to: string): Promise<Map<string, number>>;
}

import { type Json, type Level, type WorkKind } from '@binhxet/domain';

export interface RegistrationRow {
  readonly cycleId: string;
  readonly organisationId: string;
  readonly superiorId: string;
  readonly level: Level;
  readonly label: string | null;
  readonly note: string | null;
  readonly late: boolean;
  readonly registeredOn: string;
}

export interface MidYearRow {
  readonly cycleId: string;
  readonly superiorId: string;
  readonly heldOn: string;
  readonly workKinds: readonly WorkKind[];
  readonly correctBefore: string;
  readonly stepId: string | null;
  readonly lateIds: readonly string[];
  readonly report: Json;
}

/** A corrective step that still waits. */
export interface OpenCorrection {
  readonly cycleId: string;
  readonly stepId: string;
  readonly superiorId: string;
  readonly year: number;
  readonly workKinds: readonly WorkKind[];
}

/** Early phases of a cycle: registrations and the mid-year conclusion. */
export abstract class YearStore {
  /** Registers or changes what was registered while the step is open. */
  abstract register(row: RegistrationRow, by: string, at: Date): Promise<void>;
  abstract registrations(cycleId: string): Promise<RegistrationRow[]>;
  abstract insertMidYear(row: MidYearRow, by: string, at: Date): Promise<void>;
  abstract midYear(cycleId: string): Promise<MidYearRow | null>;
  /** Latest date of the superior's open cycles whose clock is driven; null: none. */
  abstract drivenDay(superiorId: string): Promise<string | null>;
  abstract openCorrections(superiorId: string): Promise<OpenCorrection[]>;
  /** Puts the tree of a cycle opened early in, instead of what is there. */
  abstract clearProvisionalUnits(cycleId: string): Promise<void>;
  /** Pins rules, settings and plan of a cycle that was opened early. */
  abstract pinRules(cycleId: string, pins: Json, settings: Json, settingsHash: string, plan: Json): Promise<void>;
}

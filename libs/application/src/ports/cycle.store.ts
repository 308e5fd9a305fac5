import { type Json } from '@binhxet/domain';

export interface CycleRow {
  readonly id: string;
  readonly superiorId: string;
  readonly period: string;
  readonly ratingYear: number;
  readonly state: string;
  readonly clock: 'REAL' | 'DRIVEN';
  /** DRIVEN: the cycle's date, `YYYY-MM-DD`. */
  readonly clockOn: string | null;
  readonly simulated: boolean;
  readonly plan: CyclePlan;
  readonly pins: readonly { readonly id: string; readonly version: number | string; readonly sha256: string }[];
  readonly settings: { readonly [key: string]: Json };
  readonly settingsHash: string;
  readonly snapshotHash: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Last day (Asia/Ho_Chi_Minh, included) of each kind of step; null: no deadline. Keys: see `PLAN_KEYS`. */
export type CyclePlan = { readonly [key in PlanKey]?: string | null };
export const PLAN_KEYS = ['selfReview', 'cellMeeting', 'cellSubmission', 'unitSitting', 'unitDossier', 'verification', 'classification', 'heads', 'commendation', 'registration', 'midYear'] as const;
export type PlanKey = (typeof PLAN_KEYS)[number];

export interface UnitRow {
  readonly cycleId: string;
  readonly organisationId: string;
  readonly superiorId: string;
  readonly code: string;
  readonly name: string;
  readonly role: string;
  readonly parentId: string | null;
  readonly unitId: string | null;
  readonly quotaGroup: string | null;
  readonly hasCommittee: boolean;
  readonly ordinal: number;
  readonly workflowId: string | null;
  readonly workflow: string | null;
  readonly phase: string;
}
export interface RollRow {
  readonly cycleId: string;
  readonly memberId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly status: string;
  readonly duty: string;
  readonly dutyClause: string | null;
  readonly flags: { readonly [key: string]: Json };
}

export abstract class CycleStore {
  /** @throws CYCLE.EXISTS (conflict) */
  abstract insert(cycle: Omit<CycleRow, 'closedAt' | 'snapshotHash'> & { readonly openedBy: string | null }): Promise<void>;
  abstract get(cycleId: string): Promise<CycleRow>;
  abstract move(cycleId: string, from: string, to: string, at: Date): Promise<void>;
  abstract setSnapshot(cycleId: string, hash: string): Promise<void>;
  abstract setClock(cycleId: string, on: string): Promise<void>;
  abstract insertUnits(units: readonly UnitRow[]): Promise<void>;
  abstract insertRoll(rows: readonly RollRow[]): Promise<void>;
  abstract unit(cycleId: string, organisationId: string): Promise<UnitRow>;
  abstract unitByCode(cycleId: string, code: string): Promise<UnitRow>;
  /** Direct children in official order. */
  abstract children(cycleId: string, parentId: string): Promise<UnitRow[]>;
  abstract units(cycleId: string): Promise<UnitRow[]>;
  /** The next `limit` units in official order. @param after ordinal of the last one known; null: from the first */
  abstract unitPage(cycleId: string, after: number | null, limit: number): Promise<UnitRow[]>;
  abstract roll(cycleId: string, organisationId: string): Promise<RollRow[]>;
  abstract countRoll(cycleId: string): Promise<number>;
  abstract setPhase(cycleId: string, organisationId: string, workflow: string, workflowId: string, phase: string, at: Date): Promise<void>;
  /** Workflow ids with an open step whose reminder, due, close or escalation instant is at or before `until`. */
  abstract workflowsDue(cycleId: string, until: Date): Promise<string[]>;
}

import { type Json } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';

export interface CycleSummary {
  readonly id: string;
  readonly superior: OrganisationName;
  readonly period: string;
  readonly ratingYear: number;
  readonly state: string;
  readonly clock: 'REAL' | 'DRIVEN';
  /** DRIVEN: its date. */
  readonly clockOn: string | null;
  /** The cycle's date, whatever the clock. */
  readonly today: string;
  /** Generated data: every page and paper says so. */
  readonly simulated: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

export interface CycleView extends CycleSummary {
  readonly superiorId: string;
  readonly plan: { readonly [key: string]: string | null };
  readonly pins: readonly { readonly id: string; readonly version: number | string; readonly sha256: string }[];
  readonly settings: { readonly [key: string]: Json };
  readonly settingsHash: string;
  readonly snapshotHash: string | null;
  readonly units: number;
  readonly members: number;
  /** Units by phase. */
  readonly phases: { readonly [phase: string]: number };
  /** Reviews by subject kind and state. */
  readonly reviews: { readonly [subjectKind: string]: { readonly [state: string]: number } };
}

export interface StepView {
  readonly id: string;
  readonly kind: string;
  readonly refId: string | null;
  readonly round: number;
  readonly state: 'OPEN' | 'CLOSED';
  readonly outstanding: number;
  readonly total: number;
  readonly dueAt: string | null;
  readonly closeAt: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closeCause: string | null;
  readonly overdue: boolean;
}

export interface ProgressRow extends OrganisationName {
  readonly organisationId: string;
  readonly role: string;
  readonly parentCode: string | null;
  readonly unitCode: string | null;
  readonly workflow: string | null;
  readonly phase: string;
  readonly phaseAt: string | null;
  /** Newest round of each kind; steps of single ballots and meetings left out. */
  readonly steps: readonly StepView[];
  /** Members of the subtree: reviews, papers handed in, results decided (non-level states included). */
  readonly members: { readonly total: number; readonly submitted: number; readonly decided: number };
  /** Due instant of the most late open step. */
  readonly lateSince: string | null;
}

/** Where one body stands, as little as somebody needs who follows a cycle closely. */
export interface BodyStand {
  readonly code: string;
  readonly workflow: string | null;
  readonly phase: string;
  /** Open steps, oldest first; those of single ballots and meetings included. */
  readonly open: readonly { readonly id: string; readonly kind: string; readonly outstanding: number }[];
}

export interface ProgressFilter {
  readonly phase?: string;
  readonly parentId?: string;
  readonly lateOnly?: boolean;
  readonly role?: string;
}

export interface StepTotal {
  readonly kind: string;
  readonly done: number;
  readonly total: number;
  readonly open: number;
  readonly late: number;
}

export abstract class CycleReader {
  /** Cycles that touch any of these organisations or lie below the roots; null: all. Newest first. */
  abstract list(scope: { readonly organisationIds: readonly string[]; readonly rootIds: readonly string[] } | null, page: PageRequest, now: Date): Promise<Page<CycleSummary>>;
  abstract byId(cycleId: string, now: Date): Promise<CycleView | null>;
  /** Superior of a cycle, for access checks. */
  abstract superiorOf(cycleId: string): Promise<string | null>;
  /** Is the organisation in the cycle's frozen tree? */
  abstract takesPart(cycleId: string, organisationId: string): Promise<boolean>;
  /** Most late first, then official order. @param rootIds only units in these subtrees (frozen tree); null: all */
  abstract progress(cycleId: string, rootIds: readonly string[] | null, filter: ProgressFilter, page: PageRequest, now: Date): Promise<Page<ProgressRow>>;
  /** Every body in official order. @param rootIds only units in these subtrees (frozen tree); null: all */
  abstract stands(cycleId: string, rootIds: readonly string[] | null): Promise<BodyStand[]>;
  abstract stepTotals(cycleId: string, rootIds: readonly string[] | null, now: Date): Promise<StepTotal[]>;
}

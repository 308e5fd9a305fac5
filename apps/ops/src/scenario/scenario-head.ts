import { type CyclePlan } from '@binhxet/application';
import { type Label } from '@binhxet/messages';

/** `scenario.yaml`, as `schemas/scenario.schema.json` describes it. */
export interface ScenarioHead {
  readonly format: 'binhxet-scenario/1';
  readonly name: string;
  readonly title: Label;
  readonly simulated: boolean;
  readonly generated?: { readonly by: string; readonly seed: number; readonly what?: readonly string[] };
  readonly seed: number;
  readonly superior: string;
  readonly years: readonly [ScenarioYear];
}

export interface ScenarioYear {
  readonly period: string;
  readonly clock: { readonly mode: 'DRIVEN'; readonly from: string; readonly until: string };
  /** A cycle that begins with the year: what happens before its review. */
  readonly early?: EarlyPlan;
  readonly packs: {
    readonly rating: string;
    readonly voting?: string;
    readonly commendation?: string;
    readonly money?: string;
    readonly documents?: string;
  };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly plan: CyclePlan;
}

export interface EarlyPlan {
  readonly midYear?: { readonly heldOn: string; readonly workKinds: readonly string[]; readonly correctBefore: string; readonly note?: string };
  /** Day on which the review opens; absent: the run ends with the early months. */
  readonly reviewFrom?: string;
}

/** `targets.yaml`: bodies of the requests, as the server takes them. */
export interface TargetsFile {
  readonly resolutions: readonly (Readonly<Record<string, unknown>> & { readonly number: string })[];
  readonly mappings?: readonly (Readonly<Record<string, unknown>> & { readonly on?: string })[];
}

/** `expected.yaml`, as `schemas/expected.schema.json` describes it. */
export interface ExpectedFile {
  readonly source?: string;
  readonly results: readonly ExpectedResult[];
}

export interface ExpectedResult {
  readonly year: number;
  readonly key: string;
  readonly label?: string;
  readonly target?: Target;
  readonly published?: Published;
  readonly expected?: {
    readonly k?: number;
    readonly n?: number;
    readonly subjects?: readonly string[];
    readonly absent?: readonly string[];
    /** Verdict of a target of the folder. */
    readonly verdict?: 'EXCEEDED' | 'MET' | 'NOT_MET' | 'AT_RISK' | 'NOT_COMPARABLE' | null;
  };
  readonly note?: string;
}

export interface Target {
  readonly operator: '>' | '>=' | '=' | '<=' | 'between' | 'none';
  /** Decimal as text. */
  readonly value: string;
  readonly upTo?: string;
  readonly unit: 'PERCENT' | 'COUNT';
  readonly text?: string;
}

export interface Published {
  readonly text: string;
  readonly k?: number;
  readonly n?: number;
  /** Decimal as text: its digits are the precision. */
  readonly percent?: string;
  readonly over?: boolean;
  readonly nearly?: number;
  readonly subjects?: readonly string[];
}

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
  /** Recorded before the first year; `key` stands in the keys of its figures. */
  readonly resolutions?: readonly {
    readonly key: string;
    readonly resolution: Readonly<Record<string, unknown>> & { readonly number: string };
  }[];
  readonly mappings?: readonly Readonly<Record<string, unknown>>[];
  /** The earliest first. */
  readonly years: readonly [ScenarioYear, ...ScenarioYear[]];
}

export interface ScenarioYear {
  readonly period: string;
  readonly clock: { readonly mode: 'DRIVEN'; readonly from: string; readonly until: string };
  readonly packs: {
    readonly rating: string;
    readonly voting?: string;
    readonly commendation?: string;
    readonly money?: string;
    readonly documents?: string;
  };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly plan: CyclePlan;
  /** The cycle begins with the year: organisations register the level they aim at; the review opens on the first day of the clock. */
  readonly registration?: { readonly from: string; readonly dueOn: string };
  /** The cycle begins with the year: mid-year review first, then the review on the first day of the clock. */
  readonly midYear?: {
    readonly from: string;
    readonly heldOn: string;
    readonly workKinds: readonly string[];
    readonly correctBefore: string;
    readonly note?: string;
  };
  /** The same results under other choices of a quota, asked after the last act. */
  readonly questions?: readonly {
    readonly key: string;
    readonly organisation: string;
    readonly question: Readonly<Record<string, unknown>>;
  }[];
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
    /** Of a target that the system judges by itself. */
    readonly verdict?: string;
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

export const ratingYearOf = (year: Pick<ScenarioYear, 'period'>): number => Number(year.period.slice(0, 4));

/** First day of the cycle of a year: that of its clock, or the day on which it is opened early. */
export const openingDayOf = ({
  registration,
  midYear,
  clock,
}: Pick<ScenarioYear, 'registration' | 'midYear' | 'clock'>): string =>
  registration?.from ?? midYear?.from ?? clock.from;

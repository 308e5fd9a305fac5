/** One number of the bench with the number it is to hold. */
export interface Figure {
  /** stable name, `section.what` */
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly reached: number;
  readonly unit: string;
  /** what architecture section 8 asks for; absent: only reported */
  readonly hold?: { readonly operator: '>=' | '<=' | '<'; readonly value: number };
  /** what it was computed from: medians of the rounds, samples, sizes */
  readonly from: Readonly<Record<string, number | string | readonly number[] | Readonly<Record<string, number>>>>;
}

export function holds({ reached, hold }: Figure): boolean | null {
  if (!hold) return null;
  return hold.operator === '>=' ? reached >= hold.value : hold.operator === '<' ? reached < hold.value : reached <= hold.value;
}

/** @param values at least one, any order */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Nearest rank.
 * @param p 0 … 1
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

/** Three significant digits: a bench knows no more. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** A dated interval, last day included; null = still running. Dates are `YYYY-MM-DD`, so they compare as text. */
export interface Interval {
  readonly from: string;
  readonly to: string | null;
}

export function overlap(one: Interval, other: Interval): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** Calls back with every interval that overlaps an earlier one of the same key, and that earlier one. */
export function eachOverlap<T extends Interval>(
  items: readonly T[],
  keyOf: (item: T) => string,
  found: (later: T, earlier: T) => void,
): void {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const earlier = byKey.get(key);
    if (!earlier) byKey.set(key, [item]);
    else {
      const clash = earlier.find((other) => overlap(other, item));
      if (clash) found(item, clash);
      earlier.push(item);
    }
  }
}

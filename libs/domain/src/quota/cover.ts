/** Items that stand in exactly the same demands; items are numbers, the smaller the sooner they are taken. */
export interface Pool {
  /** Positions in the list of demands, ascending. */
  readonly demands: readonly number[];
  readonly items: readonly number[];
}

export interface Cover {
  /** Items taken, by pool, ascending. */
  readonly picks: readonly (readonly number[])[];
  /** Whether no smaller cover exists; false only when the search was cut off. */
  readonly smallest: boolean;
}

/** Steps of the search for demands that overlap without one holding the other. */
const SEARCH_STEPS = 200_000;

/**
 * Fewest items so that every demand has at least so many of its own.
 * @param needs by demand, whole, never more than its items
 */
export function cover(pools: readonly Pool[], needs: readonly number[]): Cover {
  const nested = nesting(pools, needs.length);
  return nested ? coverNested(pools, needs, nested) : coverCrossing(pools, needs);
}

/**
 * Order of the demands with every inner one before those that hold it; null when two overlap otherwise.
 * Pools by demand: two demands share a pool or nothing, so looking at each pool's own demands is enough.
 */
function nesting(pools: readonly Pool[], demands: number): number[] | null {
  const size = new Array<number>(demands).fill(0);
  for (const pool of pools) for (const demand of pool.demands) size[demand]! += pool.items.length;
  const inner = (a: number, b: number): number => size[a]! - size[b]! || a - b;
  const parent = new Map<number, number>();
  for (const pool of pools) {
    const chain = [...pool.demands].sort(inner);
    for (let i = 0; i < chain.length; i += 1) {
      const next = chain[i + 1] ?? -1;
      const known = parent.get(chain[i]!);
      if (known !== undefined && known !== next) return null;
      parent.set(chain[i]!, next);
    }
  }
  return Array.from({ length: demands }, (_, demand) => demand).sort(inner);
}

/** Inner demands first, each taking what it still lacks from its own items: what an inner one takes serves the outer ones too. */
function coverNested(pools: readonly Pool[], needs: readonly number[], order: readonly number[]): Cover {
  const poolOf = new Map<number, number[]>();
  pools.forEach((pool, index) => {
    for (const demand of pool.demands) {
      const known = poolOf.get(demand);
      if (known) known.push(index);
      else poolOf.set(demand, [index]);
    }
  });
  const taken = pools.map(() => [] as number[]);
  const next = pools.map(() => 0);
  for (const demand of order) {
    const own = poolOf.get(demand) ?? [];
    let missing = needs[demand]! - own.reduce((sum, pool) => sum + taken[pool]!.length, 0);
    const free = missing > 0 ? own.flatMap((pool) => pools[pool]!.items.slice(next[pool], next[pool]! + missing).map((item) => ({ item, pool }))) : [];
    free.sort((a, b) => a.item - b.item);
    for (const { item, pool } of free) {
      if (missing === 0) break;
      taken[pool]!.push(item);
      next[pool]! += 1;
      missing -= 1;
    }
  }
  return { picks: taken, smallest: true };
}

/** Branch and bound over how many each pool gives; entangled demands are few in practice. */
function coverCrossing(pools: readonly Pool[], needs: readonly number[]): Cover {
  const order = pools.map((_, index) => index).sort((a, b) => pools[b]!.demands.length - pools[a]!.demands.length || pools[a]!.items[0]! - pools[b]!.items[0]!);
  const left = [...needs];
  /** Items that pools still to come may give to each demand. */
  const supply = needs.map(() => 0);
  for (const pool of pools) for (const demand of pool.demands) supply[demand]! += pool.items.length;
  const counts = pools.map(() => 0);
  let best = greedy(pools, needs);
  let bestSize = best.reduce((sum, count) => sum + count, 0);
  let steps = 0;

  const search = (at: number, used: number): void => {
    if ((steps += 1) > SEARCH_STEPS) return;
    if (used + atLeast(pools, order, at, left) >= bestSize) return;
    if (at === order.length) {
      best = [...counts];
      bestSize = used;
      return;
    }
    const index = order[at]!;
    const { demands, items } = pools[index]!;
    const most = Math.min(items.length, Math.max(...demands.map((demand) => left[demand]!), 0));
    for (const demand of demands) supply[demand]! -= items.length;
    for (let count = most; count >= 0; count -= 1) {
      if (demands.some((demand) => left[demand]! - count > supply[demand]!)) break; // the others cannot make up for fewer
      for (const demand of demands) left[demand]! -= count;
      counts[index] = count;
      search(at + 1, used + count);
      for (const demand of demands) left[demand]! += count;
    }
    counts[index] = 0;
    for (const demand of demands) supply[demand]! += items.length;
  };
  search(0, 0);
  return { picks: best.map((count, index) => pools[index]!.items.slice(0, count)), smallest: steps <= SEARCH_STEPS };
}

/** Lower bound: demands that share no pool still to come cannot share an item. */
function atLeast(pools: readonly Pool[], order: readonly number[], at: number, left: readonly number[]): number {
  const meets = left.map(() => new Set<number>());
  for (let i = at; i < order.length; i += 1) {
    const { demands } = pools[order[i]!]!;
    for (const one of demands) for (const other of demands) meets[one]!.add(other);
  }
  const open = left.map((_, demand) => demand).filter((demand) => left[demand]! > 0).sort((a, b) => left[b]! - left[a]!);
  const counted: number[] = [];
  let sum = 0;
  for (const demand of open) {
    if (counted.some((other) => meets[demand]!.has(other))) continue;
    counted.push(demand);
    sum += left[demand]!;
  }
  return sum;
}

/** A cover to beat: always from the pool that serves most open demands. */
function greedy(pools: readonly Pool[], needs: readonly number[]): number[] {
  const left = [...needs];
  const counts = pools.map(() => 0);
  for (;;) {
    let chosen = -1;
    let serves = 0;
    pools.forEach(({ demands, items }, index) => {
      if (counts[index]! >= items.length) return;
      const open = demands.filter((demand) => left[demand]! > 0).length;
      if (open > serves) [chosen, serves] = [index, open];
    });
    if (chosen < 0) return counts;
    counts[chosen]! += 1;
    for (const demand of pools[chosen]!.demands) left[demand]! -= 1;
  }
}

/** Where the time of a run goes: people at work, looks at how far the engine is, pauses between two looks. */
export type Part = 'acting' | 'looking' | 'waiting';

export interface RouteTime {
  /** method and path, ids replaced */
  readonly route: string;
  readonly requests: number;
  /** sum over all requests: several may be under way at a time */
  readonly ms: number;
}

/** Adds up elapsed time by part. */
export class Stopwatch {
  private readonly sums: Record<Part, number> = { acting: 0, looking: 0, waiting: 0 };

  async measure<T>(part: Part, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.sums[part] += performance.now() - began;
    }
  }

  /** Whole milliseconds. */
  get times(): Readonly<Record<Part, number>> {
    return {
      acting: Math.round(this.sums.acting),
      looking: Math.round(this.sums.looking),
      waiting: Math.round(this.sums.waiting),
    };
  }
}

/** Adds up requests by route. */
export class RouteTimes {
  private readonly sums = new Map<string, { requests: number; ms: number }>();

  add(method: string, path: string, ms: number): void {
    const route = `${method} ${routeOf(path)}`;
    const sum = this.sums.get(route) ?? { requests: 0, ms: 0 };
    sum.requests += 1;
    sum.ms += ms;
    this.sums.set(route, sum);
  }

  /** Those that took most, most first. */
  slowest(most: number): RouteTime[] {
    return [...this.sums]
      .map(([route, { requests, ms }]) => ({ route, requests, ms: Math.round(ms) }))
      .sort((one, other) => other.ms - one.ms)
      .slice(0, most);
  }
}

const NOUNS_WITH_ID = /\/(cycles|units)\/[^/?]+/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** `/cycles/K.2023/units/A-1?limit=3` → `/cycles/:id/units/:id` */
export function routeOf(path: string): string {
  return path.split('?', 1)[0]!.replace(NOUNS_WITH_ID, '/$1/:id').replace(UUID, ':id');
}

import { type Sql } from '@binhxet/persistence';

/** Injection token of SQL on any connection of the pool, for readers. */
export abstract class ReadSql implements Sql {
  abstract query<T extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

/** Injection token of SQL for the few texts that run with every request: each is prepared and planned once for each connection. */
export abstract class PlannedSql implements Sql {
  abstract query<T extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

import { type Sql } from '@binhxet/persistence';

/** Injection token of SQL on any connection of the pool, for readers. */
export abstract class ReadSql implements Sql {
  abstract query<T extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

/** Parameterised SQL on one connection (inside a transaction) or a pool (readers). */
export interface Sql {
  query<T extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

const MAX_PARAMS = 60_000;

/** Inserts rows in as few statements as the protocol allows. Column names come from code, never from input. */
export async function insertRows(sql: Sql, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[], suffix = ''): Promise<void> {
  const page = Math.max(1, Math.floor(MAX_PARAMS / columns.length));
  for (let start = 0; start < rows.length; start += page) {
    const slice = rows.slice(start, start + page);
    const params: unknown[] = [];
    const tuples = slice.map((row) => `(${row.map((value) => `$${params.push(value)}`).join(',')})`);
    await sql.query(`insert into ${table} (${columns.join(',')}) values ${tuples.join(',')} ${suffix}`, params);
  }
}

/** jsonb parameters are sent as text: a JavaScript array would become a PostgreSQL array. */
export const json = (value: unknown): string => JSON.stringify(value ?? null);

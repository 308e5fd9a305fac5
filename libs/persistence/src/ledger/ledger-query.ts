import { hash } from 'node:crypto';
import { type Sha256 } from '@binhxet/domain';

/** Runs one statement on the caller's connection or transaction and gives its rows: `(sql, values) => manager.query(sql, values)`. */
export type LedgerQuery = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

/** One call into OpenSSL; no hash object, which would cost three times as much for inputs this short. */
export const sha256: Sha256 = (data) => hash('sha256', data, 'buffer');

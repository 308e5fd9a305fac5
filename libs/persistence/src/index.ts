export * from './data-source.js';
export * from './ledger/index.js';
export * from './migrate-database.js';
export * from './migrations/index.js';
export * from './sql.js';
export * from './unit-of-work.js';

export * from './append-ledger.js';
export * from './erase-payload.js';
export * from './export-ledger.js';
export { type Integrated } from './ledger-integration.js';
export * from './ledger-integrator.js';
export * from './ledger-key.js';
export { type LedgerQuery } from './ledger-query.js';
export * from './ledger.reader.js';
export * from './role-guard.js';

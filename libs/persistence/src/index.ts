export * from './migrate-database.js';
export * from './migrations/index.js';

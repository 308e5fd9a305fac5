export * from './test-database.js';
export * from './test-temporal.js';
export * from './test-stack.js';

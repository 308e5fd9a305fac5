export * from './engine-connection.js';
export * from './engine-failures.js';
export * from './temporal-engine.js';
export * from './temporal-repair.js';

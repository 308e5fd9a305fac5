export * from './canonical-json.js';
export * from './checkpoint.js';
export * from './entry.js';
export * from './merkle.js';
export * from './registry.js';
export * from './tiles.js';

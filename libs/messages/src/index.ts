export * from './states.js';
export * from './import-faults.js';
export * from './launcher.js';
export * from './mail.js';
export * from './errors.js';
export * from './figures.js';
export * from './bench.js';
export * from './demo.js';

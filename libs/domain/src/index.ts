export * from './shared/app-error.js';
export * from './shared/state-machine.js';

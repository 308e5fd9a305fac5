export * from './allowed-action.js';
export * from './case-actions.js';
export * from './cycle-actions.js';
export * from './meeting-actions.js';
export * from './review-actions.js';
export * from './task-actions.js';
export * from './unit-actions.js';

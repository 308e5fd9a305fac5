export * from './activities.js';
export * from './inputs.js';
export * from './messages.js';
export * from './search-attributes.js';
export * from './steps.js';
export * from './workflow-ids.js';

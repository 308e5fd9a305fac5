/** What a page can use: no Node built-ins, no import of the server's code. The command is `@binhxet/verify/cli`. */
export * from './core/bytes.js';
export * from './core/canonical.js';
export { EVENT_TYPES } from './core/event-types.js';
export * from './core/findings.js';
export * from './core/leaf.js';
export * from './core/merkle.js';
export * from './core/note.js';
export * from './core/opening.js';
export * from './core/references.js';
export * from './core/sha256.js';

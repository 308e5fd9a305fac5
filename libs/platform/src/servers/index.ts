export * from './bounded-log.js';
export * from './ports.js';
export * from './postgres-binaries.js';
export * from './postgres-server.js';
export * from './process-table.js';
export * from './secret-store.js';
export * from './unprivileged-user.js';

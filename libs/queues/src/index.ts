export * from './bull-queues.js';
export * from './inline-queue.js';

import { createRequire } from 'node:module';

/**
 * Replay of JSON histories throws "type must be a Type" when the workspace and the SDK use two copies of protobufjs. The root depends on
 * it directly so that npm lifts one; an update may undo that silently.
 */
describe('protobufjs', () => {
  it.each(['@temporalio/proto', '@temporalio/common', '@temporalio/worker'])('is one copy for the workspace and %s', (dependent) => {
    const ours = createRequire(import.meta.url).resolve('protobufjs');
    const theirs = createRequire(createRequire(import.meta.url).resolve(dependent)).resolve('protobufjs');
    expect(theirs).toBe(ours);
  });
});

// Records the histories that tests/replay runs against every later version of the workflows: once a release, by hand.
// A file of the last release is never replaced: name the new one after its shape, or remove the old when no such workflow can be running.
import { bin, root, run } from './workspace.mjs';

const patterns = process.argv.slice(2);
const code = await run(bin('jest'), ['--config', 'tests/jest.config.mjs', ...(patterns.length > 0 ? patterns : ['tests/workflow'])], {
  cwd: root,
  env: { ...process.env, BX_TIER: 'workflow', BX_RECORD_HISTORIES: 'true', TZ: 'UTC', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
});
process.exitCode = code;

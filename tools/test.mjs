// `npm test`: installs what is missing, runs every tier that needs no special machine, ends with "N passed, N failed".
// `npm test -- unit medium` runs the named tiers only.
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, build, childEnv, ensureDependencies, root, run } from './workspace.mjs';

const TIERS = ['unit', 'architecture', 'medium', 'workflow', 'replay', 'e2e'];
/** Long runs under disturbance: by name only, on a machine with nothing else to do. */
const BY_NAME = ['soak'];
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => ![...TIERS, ...BY_NAME].includes(name));
if (unknown.length > 0) {
  console.error(`Unknown tier: ${unknown.join(', ')}. Known: ${[...TIERS, ...BY_NAME].join(', ')}.`);
  process.exit(2);
}
const tiers = wanted.length > 0 ? wanted : TIERS;

await ensureDependencies();
if (tiers.some((tier) => tier !== 'unit' && tier !== 'architecture')) await build();

const results = mkdtempSync(path.join(os.tmpdir(), 'binhxet-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;
for (const tier of tiers) {
  console.log(`\n=== ${tier} ===`);
  const file = path.join(results, `${tier}.json`);
  const config = tier === 'unit' ? 'jest.config.mjs' : 'tests/jest.config.mjs';
  const code = await run(bin('jest'), ['--config', config, '--json', '--outputFile', file, '--passWithNoTests'], {
    cwd: root,
    env: { ...childEnv, BX_TIER: tier, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  passed += report?.numPassedTests ?? 0;
  // A suite that does not load has no tests of its own to count; it is a failure all the same.
  const broken = report?.numRuntimeErrorTestSuites ?? 0;
  const here = (report?.numFailedTests ?? 0) + broken;
  failed += here > 0 ? here : code === 0 ? 0 : 1;
  skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
}
rmSync(results, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

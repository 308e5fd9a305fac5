// Runs apps/ops in this very process, so that Ctrl-C and other signals reach it and nobody in between.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureDependencies, root } from './workspace.mjs';

/** @param {string[]} args command of apps/ops and its options */
export async function runOps(args) {
  const started = performance.now();
  await ensureDependencies();
  const slow = setTimeout(() => console.log('Đang dịch chương trình · Building (once; up to two minutes) …'), 3_000);
  await build();
  clearTimeout(slow);
  if (performance.now() - started > 3_000)
    console.log(`Đã dịch xong · Built (${Math.round((performance.now() - started) / 1000)} s)`);
  const main = path.join(root, 'apps', 'ops', 'dist', 'main.js');
  process.argv = [process.argv[0], main, ...args];
  await import(pathToFileURL(main).href);
}

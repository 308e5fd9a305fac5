// Prints what each kind of page loads, gzip, kB = 1000 bytes, and fails above its limit. Needs a built apps/web/dist.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../apps/web/dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
const page = (file) => `src/features/${file}.tsx`;

const LIMITS = [
  ['inbox', null, 230],
  ['result', page('result/results-page'), 230],
  ['self-review', page('review/review-page'), 250],
  ['unit overview', page('unit/unit-page'), 310],
  ['meeting room', page('meeting/meeting-page'), 310],
  ['decision board', page('decision/board-page'), 520],
  ['progress', page('cycle/progress-page'), 520],
  ['tree', page('organisation/tree-page'), 520],
  ['import', page('import/import-page'), 520],
  ['tree change', page('organisation/change-page'), 520],
  ['work records', page('records/records-page'), 520],
  ['resolutions', page('resolution/resolutions-page'), 520],
  ['simulation', page('simulation/simulation-page'), 520],
  ['level chart', page('simulation/level-chart'), 520],
  ['chart alone', page('cycle/step-chart'), 520],
];

function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`not in the build: ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

let over = 0;
for (const [name, key, limit] of LIMITS) {
  const files = filesOf('index.html');
  if (key) filesOf(key, files);
  const kB = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length, 0) / 1000;
  if (kB > limit) over++;
  console.log(`${name.padEnd(16)} ${kB.toFixed(1).padStart(7)} kB of ${limit}${kB > limit ? '  OVER' : ''}`);
}
process.exitCode = over > 0 ? 1 : 0;

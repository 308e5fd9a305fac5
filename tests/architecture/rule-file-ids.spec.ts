import { loadRulePacks } from '@binhxet/rule-packs';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'tests', 'data', '.git', '.nx', '.cache', '.binhxet']);

/** Ids that are words of the code as well: the kind of the equivalence map, and the example settings. */
const WORDS = new Set(['settings', 'level-equivalence']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sources(file);
    return /\.(ts|tsx|mts|mjs)$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

describe('rule files', () => {
  it('are named nowhere in code: a new rule is a new file', () => {
    const ids = loadRulePacks()
      .files.filter(({ content }) => !WORDS.has(content.kind))
      .map(({ content }) => content.id);
    expect(ids.length).toBeGreaterThan(30);
    const named = new RegExp(`(?<![A-Za-z0-9_])(${ids.join('|')})(?![A-Za-z0-9_])`);
    const files = sources(ROOT);
    expect(files.length).toBeGreaterThan(400);
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => (named.test(line) ? [`${path.relative(ROOT, file)}:${at + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

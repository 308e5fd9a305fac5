import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES, FIELD_CODES, STATE_MACHINES } from '@binhxet/domain';

// Codes built from a template (state machines) are checked apart, below.
const ROOTS = ['libs', 'apps', 'workflows', 'tools'];
const SKIPPED = new Set(['node_modules', 'dist', 'web', '.nx', '.cache', '.binhxet']);
const RAISED = /new AppError\(\s*['"]([A-Z0-9_]+\.[A-Z0-9_]+)['"],\s*['"]([a-z-]+)['"]/g;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|mts|mjs)$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

const raised = ROOTS.flatMap((root) => sources(root)).flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(RAISED)].map(([, code, kind]) => ({ path, code: code!, kind: kind! })),
);

describe('error codes', () => {
  it('are found in the source at all', () => {
    expect(raised.length).toBeGreaterThan(0);
  });

  it('are registered with the kind they are raised with', () => {
    const registry: Readonly<Record<string, string>> = ERROR_CODES;
    const strays = raised.filter(({ code, kind }) => registry[code] !== kind);
    expect(strays).toEqual([]);
  });

  it('include the refusal of every state machine', () => {
    const refusals = Object.values(STATE_MACHINES).map((machine) => `${machine.noun}.ILLEGAL_MOVE`);
    expect(Object.keys(ERROR_CODES)).toEqual(expect.arrayContaining(refusals));
  });

  it('stand in alphabetical order', () => {
    const codes = Object.keys(ERROR_CODES);
    expect(codes).toEqual([...codes].sort());
  });
});

describe('field codes of the rules', () => {
  const FIELD = /['"]((?:PACK|ROLL|TALLY)\.[A-Z_]+)['"]/g;
  const used = sources('libs/domain')
    .concat(sources('libs/rule-packs'))
    .filter((path) => !path.includes('registries'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(FIELD)].map(([, code]) => code!))
    .filter((code) => !(code in ERROR_CODES));

  it('are registered, and every registered one is used', () => {
    expect([...new Set(used)].sort()).toEqual([...FIELD_CODES]);
  });
});

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mini = path.join(root, 'apps/ops/scenarios/mini');

interface Result {
  readonly results: readonly {
    readonly key: string;
    readonly reached: { readonly k?: number; readonly n?: number };
    readonly agrees: boolean | null;
  }[];
  readonly commended: readonly { readonly code: string; readonly awardId: string }[];
  readonly ledger: { readonly size: number } | null;
  readonly exitCode: number;
}

/** `npm run cycle` on servers of its own. */
async function cycle(
  folder: string,
  place: string,
): Promise<{ readonly code: number | null; readonly output: string; readonly result: Result | null }> {
  const json = path.join(place, 'result.json');
  rmSync(json, { force: true });
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'apps/ops/dist/main.js'),
      'cycle',
      '--input',
      folder,
      '--json',
      json,
      '--data',
      path.join(place, 'data'),
      '--drop',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  let result: Result | null = null;
  try {
    result = JSON.parse(readFileSync(json, 'utf8')) as Result;
  } catch {
    // a run that did not come to its end writes nothing
  }
  return { code, output, result };
}

describe('a year on real servers', () => {
  let place: string;
  let folder: string;
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'binhxet-cycle-'));
    folder = path.join(place, 'scenario');
    cpSync(mini, folder, { recursive: true });
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(path.join(folder, name), change(readFileSync(path.join(folder, name), 'utf8')));

  it('comes to the same figures when nothing is expected', async () => {
    rmSync(path.join(folder, 'expected.yaml'));
    const { code, output, result } = await cycle(folder, place);
    expect([code, output]).toEqual([0, expect.any(String)]);
    expect(result!.results.every((row) => row.agrees === null)).toBe(true);
    const reached = Object.fromEntries(result!.results.map((row) => [row.key, row.reached]));
    // By hand from the votes of the folder: 19 members, one below good, two at the top; one of them five years running.
    expect(reached).toMatchObject({
      'organisations.goodOrBetter': { k: 2, n: 2 },
      'members.goodOrBetter': { k: 18, n: 19 },
      'members.level1': { k: 2, n: 19 },
      'members.level4': { k: 0, n: 19 },
      'commendation.MEMBER_FIVE_YEARS': { k: 1 },
    });
    expect(result!.commended).toHaveLength(1);
    expect(result!.ledger!.size).toBeGreaterThan(200);
  });

  it('comes to another figure, and another exit code, when one mark is flipped', async () => {
    // Two of three rate the member good; one of the two says otherwise now.
    edit('marks.csv', (text) => `${text}DB01,COMMITTEE_DECISION,M0006,M0002,3\n`);
    const { code, result } = await cycle(folder, place);
    expect(code).toBe(1);
    expect(result!.exitCode).toBe(1);
    expect(result!.results.find((row) => row.key === 'members.goodOrBetter')).toMatchObject({
      reached: { k: 17, n: 19 },
      agrees: false,
    });
  });

  it('refuses a bad folder before anything is started', async () => {
    edit('members.csv', (text) => text.replace('OFFICIAL', 'KING'));
    const { code, output, result } = await cycle(folder, place);
    expect(code).toBe(2);
    expect(result).toBeNull();
    expect(output).toContain('members.csv, dòng 2, cột status');
  });
});

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '@binhxet/platform/servers';
import { type TestStack } from '@binhxet/testing';

const OPS = path.join(repositoryRoot, 'apps', 'ops', 'dist', 'main.js');

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** What a run writes with `--json`, as far as these tests look at it. */
export interface RunResult {
  readonly results: readonly { readonly key: string; readonly agrees: boolean | null }[];
  readonly refusals: readonly unknown[];
  readonly commended: readonly unknown[];
  readonly fiveYear: readonly unknown[];
  readonly cycles: readonly { readonly id: string; readonly state: string }[];
  readonly ledger: { readonly size: number; readonly checkpoint: string; readonly verifierKey: string } | null;
  readonly timings: Readonly<Record<string, number>>;
}

/** One command of `ops` as a process of its own, with what it printed. @param env added to the environment */
export function ops(args: readonly string[], env: Readonly<Record<string, string>> = {}, timeoutMs = 120_000): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', OPS, ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A one-time code of an administrator of the stack, as `ops admin` prints it. */
export async function administratorCode(stack: TestStack): Promise<string> {
  const { code, output } = await ops(['admin'], { BX_DATABASE_URL: stack.database.urls.bx_api });
  const issued = output.trim().split(/\s+/).at(-1);
  if (code !== 0 || issued === undefined) throw new Error(`ops admin ended with ${code}:\n${output}`);
  return issued;
}

/**
 * Runs a shipped scenario against a stack that runs, in a process of its own.
 * @param name of the scenario
 * @returns how it ended, and its results where it wrote them
 */
export async function runScenarioOn(stack: TestStack, name: string, timeoutMs = 600_000): Promise<Finished & { readonly result: RunResult | undefined }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-e2e-'));
  const file = path.join(folder, 'result.json');
  try {
    const env = { BX_ADMIN_CODE: await administratorCode(stack) };
    const finished = await ops(['cycle', '--scenario', name, '--server', stack.urls.web, '--json', file], env, timeoutMs);
    return { ...finished, result: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunResult) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What has to be the same however the run was disturbed: figures, refusals, commended, five-year list. */
export function figuresOf({ results, refusals, commended, fiveYear, cycles }: RunResult): object {
  return { results, refusals, commended, fiveYear, states: cycles.map(({ id, state }) => ({ id, state })) };
}

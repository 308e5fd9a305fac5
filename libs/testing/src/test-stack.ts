import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeCluster, repositoryRoot, type DatabaseRole } from '@binhxet/platform/servers';

export type StackPart = 'api' | 'worker' | 'jobs' | 'postgres' | 'temporal';

export interface TestStackOptions {
  /** folder of the installation; without it a fresh one, deleted by `stop()` */
  readonly dataDir?: string;
  /** folder with the built processes, default the repository's own */
  readonly appsDir?: string;
  /** added to the launcher's environment */
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** builds the demo in the background, as `npm start` does; default not */
  readonly demo?: boolean;
}

/** What the launcher tells once everything serves. */
interface StackFacts {
  readonly urls: {
    readonly web: string;
    readonly api: string;
    readonly docs: string;
    readonly ledger: string;
    readonly temporalUi?: string;
  };
  readonly database: { readonly superuserUrl: string; readonly urls: Readonly<Record<DatabaseRole, string>> };
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly dataDir: string;
  readonly pids: Readonly<Partial<Record<StackPart, number>>>;
}

/** All processes as `npm start` starts them, on free ports, to be disturbed. */
export interface TestStack extends StackFacts {
  readonly launcherPid: number;
  /** sends a signal and waits for the end; the launcher takes it as wanted */
  kill(part: StackPart, signal?: NodeJS.Signals): Promise<void>;
  /** starts a part again at the same address, stopping it first when it runs; @returns its process id */
  restart(part: StackPart): Promise<number>;
  /** orderly stop of everything; @returns exit code of the launcher */
  stop(): Promise<number | null>;
  /** resolves when the launcher has ended, by itself or not */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

/**
 * Starts the built launcher (`apps/ops/dist`) on a folder. When the test process dies the launcher notices and stops everything.
 * @throws Error with the launcher's output when it ends before everything serves
 */
export async function startTestStack(options: TestStackOptions = {}): Promise<TestStack> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'binhxet-stack-'));
  chmodSync(dataDir, 0o711); // PostgreSQL may run as another account and has to pass
  const args = [
    'start',
    '--data',
    dataDir,
    '--port',
    String(options.port ?? 0),
    ...(options.demo ? [] : ['--no-demo']),
    ...(options.appsDir ? ['--apps', options.appsDir] : []),
  ];
  const launcher = fork(path.join(repositoryRoot, 'apps', 'ops', 'dist', 'main.js'), args, {
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  for (const stream of [launcher.stdout, launcher.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    launcher.once('close', (code) => resolve({ code, output })),
  );
  const facts = await Promise.race([firstMessage(launcher), ended]);
  if (!('urls' in facts)) throw new Error(`The launcher ended with ${facts.code}:\n${facts.output}`);
  const ask = asker(launcher);
  return {
    ...facts,
    launcherPid: launcher.pid ?? 0,
    ended,
    kill: async (part, signal = 'SIGKILL') => void (await ask({ do: 'kill', part, signal })),
    restart: (part) => ask({ do: 'restart', part }),
    async stop() {
      if (launcher.connected) launcher.send({ id: 0, do: 'stop' });
      const { code } = await ended;
      if (options.dataDir === undefined) {
        removeCluster(path.join(dataDir, 'pg'));
        rmSync(dataDir, { recursive: true, force: true });
      }
      return code;
    },
  };
}

function firstMessage(launcher: ChildProcess): Promise<StackFacts> {
  return new Promise((resolve) => launcher.once('message', (message) => resolve(message as StackFacts)));
}

/** Requests get numbers, so that answers find their way back. */
function asker(launcher: ChildProcess) {
  let last = 0;
  const waiting = new Map<number, (answer: { readonly pid?: number; readonly error?: string }) => void>();
  launcher.on('message', (message) => {
    const answer = message as { readonly id: number; readonly pid?: number; readonly error?: string };
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  launcher.once('close', () => {
    for (const answer of waiting.values()) answer({ error: 'The launcher ended.' });
  });
  return (request: object): Promise<number> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ pid, error }) => (error === undefined ? resolve(pid ?? 0) : reject(new Error(error))));
      launcher.send({ id, ...request });
    });
}

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SEARCH_ATTRIBUTES } from '@binhxet/contracts';
import {
  isAlive,
  repositoryRoot,
  resolveBinary,
  startTemporal,
  TEMPORAL,
  TEMPORAL_TEST_SERVER,
  waitForExit,
  Watchdog,
  type TemporalServer,
} from '@binhxet/platform/servers';

describe('Temporal', () => {
  let folder: string;
  let server: TemporalServer | undefined;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-temporal-'));
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = async (extra: Record<string, 'Keyword'> = {}) => {
    const { path: binary } = await resolveBinary(TEMPORAL);
    server = await startTemporal({
      binary,
      dataDir: path.join(folder, 'data'),
      logFile: path.join(folder, 'temporal.log'),
      namespace: 'binhxet',
      searchAttributes: { ...SEARCH_ATTRIBUTES, ...extra },
    });
    const ask = (...args: string[]) =>
      execFileSync(binary, [...args, '--address', server?.address ?? '', '-n', 'binhxet', '-o', 'json'], {
        encoding: 'utf8',
      });
    return { server, ask };
  };

  it('finds both programs in the pinned version', async () => {
    const [cli, testServer] = await Promise.all([resolveBinary(TEMPORAL), resolveBinary(TEMPORAL_TEST_SERVER)]);
    expect(execFileSync(cli.path, ['--version'], { encoding: 'utf8' })).toContain('1.9.1 (Server 1.32.0, UI 2.54.1)');
    expect(testServer.path).toContain('temporal-test-server');
  }, 900_000);

  it('keeps workflows over a kill, shows its UI, has our attributes and keeps closed workflows for years', async () => {
    const first = await start();
    first.ask(
      'workflow',
      'start',
      '--type',
      'probe',
      '--task-queue',
      'none',
      '--workflow-id',
      'probe:1',
      '--search-attribute',
      'BxCycle="BD.2023"',
    );
    const namespace = JSON.parse(first.ask('operator', 'namespace', 'describe')) as {
      config: { workflowExecutionRetentionTtl: string };
    };
    expect(namespace.config.workflowExecutionRetentionTtl).toBe(`${3653 * 24 * 3600}s`);
    expect((await fetch(first.server.uiUrl)).status).toBe(200);
    first.server.kill('SIGKILL');
    await first.server.exited;
    // A later version brings one more attribute to the same database file.
    const second = await start({ BxLater: 'Keyword' });
    const described = JSON.parse(second.ask('workflow', 'describe', '-w', 'probe:1')) as {
      workflowExecutionInfo: { status: string; searchAttributes: { indexedFields: Record<string, unknown> } };
    };
    expect(described.workflowExecutionInfo.status).toBe('WORKFLOW_EXECUTION_STATUS_RUNNING');
    expect(Object.keys(described.workflowExecutionInfo.searchAttributes.indexedFields)).toContain('BxCycle');
    const attributes = second.ask('operator', 'search-attribute', 'list');
    for (const name of [...Object.keys(SEARCH_ATTRIBUTES), 'BxLater']) expect(attributes).toContain(name);
  });

  it('takes over from a server whose launcher was killed', async () => {
    const first = await start();
    const second = await start();
    expect(isAlive(first.server.pid)).toBe(false);
    expect(second.server.pid).not.toBe(first.server.pid);
  });

  it('says why when it cannot start', async () => {
    const log = path.join(folder, 'broken.log');
    const broken = startTemporal({
      binary: process.execPath,
      dataDir: path.join(folder, 'broken'),
      logFile: log,
      namespace: 'binhxet',
      searchAttributes: {},
    });
    await expect(broken).rejects.toThrow('ended while starting');
    expect(readFileSync(log, 'utf8')).not.toBe('');
  });
});

describe('Watchdog', () => {
  it('stops what it guards when its program is gone, and nothing that was released', async () => {
    const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const [guarded, released] = [idle(), idle()];
    try {
      const watchdog = Watchdog.start();
      watchdog.guard(guarded.pid ?? 0, 'SIGTERM');
      watchdog.guard(released.pid ?? 0, 'SIGTERM');
      watchdog.release(released.pid ?? 0);
      await watchdog.close(); // closes the same pipe that the end of this process would close
      expect(await waitForExit(guarded.pid ?? 0, 5_000)).toBe(true);
      expect(isAlive(released.pid ?? 0)).toBe(true);
    } finally {
      released.kill('SIGKILL');
      guarded.kill('SIGKILL');
    }
  });
});

describe('ops temporal setup', () => {
  it('makes namespace, retention and attributes on a server of somebody else, repeatedly', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-temporal-'));
    const { path: binary } = await resolveBinary(TEMPORAL);
    const server = await startTemporal({
      binary,
      dataDir: path.join(folder, 'data'),
      logFile: path.join(folder, 'temporal.log'),
      namespace: 'other',
      searchAttributes: {},
    });
    try {
      const setup = () =>
        execFileSync(
          process.execPath,
          [path.join(repositoryRoot, 'apps', 'ops', 'dist', 'main.js'), 'temporal', 'setup', '--retention-days', '400'],
          {
            encoding: 'utf8',
            env: { PATH: process.env['PATH'], BX_TEMPORAL_ADDRESS: server.address, BX_TEMPORAL_NAMESPACE: 'binhxet' },
          },
        );
      expect(setup()).toContain(`${Object.keys(SEARCH_ATTRIBUTES).length} search attributes added`);
      expect(setup()).toContain('0 search attributes added');
      const described = execFileSync(
        binary,
        ['operator', 'namespace', 'describe', '-n', 'binhxet', '--address', server.address, '-o', 'json'],
        { encoding: 'utf8' },
      );
      expect(described).toContain(`${400 * 86_400}s`);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

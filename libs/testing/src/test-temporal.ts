import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { SEARCH_ATTRIBUTES } from '@binhxet/contracts';
import {
  resolveBinary,
  startTemporal,
  TEMPORAL,
  TEMPORAL_TEST_SERVER,
  Watchdog,
  type TemporalServer,
} from '@binhxet/platform/servers';

/** A Temporal server of one's own, real, with our search attributes. */
export interface TestTemporal {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl: string;
  readonly server: TemporalServer;
  /** ends the server as a crash would and starts it again on the same data and ports */
  restart(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real development server on a fresh database file. It is stopped even when the test process is killed.
 * @returns the server; call `stop()` when done
 */
export async function startTestTemporal(): Promise<TestTemporal> {
  const { path: binary } = await resolveBinary(TEMPORAL);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-temporal-'));
  const watchdog = Watchdog.start();
  const start = async (ports: { readonly port?: number; readonly uiPort?: number }) => {
    const started = await startTemporal({
      binary,
      dataDir: path.join(folder, 'data'),
      logFile: path.join(folder, 'temporal.log'),
      namespace: 'binhxet',
      searchAttributes: SEARCH_ATTRIBUTES,
      ...ports,
    });
    watchdog.guard(started.pid, 'SIGTERM');
    return started;
  };
  let server = await start({});
  return {
    address: server.address,
    namespace: server.namespace,
    uiUrl: server.uiUrl,
    get server() {
      return server;
    },
    async restart(signal = 'SIGKILL') {
      server.kill(signal);
      await server.exited;
      server = await start(server);
    },
    async stop() {
      await server.stop();
      await watchdog.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a server that skips time, with our search attributes. Drive it with `env.sleep`, take the time from `env.currentTimeMs()`, and use
 * one environment a test: awaiting a result jumps past every deadline.
 * @returns the environment of the SDK; call `teardown()` when done
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const { path: binary } = await resolveBinary(TEMPORAL_TEST_SERVER);
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: binary } },
  });
  try {
    await env.connection.operatorService.addSearchAttributes({
      namespace: env.namespace ?? 'default',
      searchAttributes: encodedAttributes(),
    });
  } catch (error) {
    await env.teardown();
    throw error;
  }
  return env;
}

/** Numbers of the server's own list of types. */
const TYPE_NUMBERS = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

function encodedAttributes(): Record<string, number> {
  return Object.fromEntries(Object.entries(SEARCH_ATTRIBUTES).map(([name, kind]) => [name, TYPE_NUMBERS[kind]]));
}

import { launcherText, type Label, type LauncherMessage } from '@binhxet/messages';
import { freePort, RETENTION_DAYS, Watchdog, type DatabaseRole, type FileLock } from '@binhxet/platform/servers';
import {
  migrateInstallation,
  startInstallationDatabase,
  type InstallationDatabase,
} from '../servers/installation-database.js';
import { prepareNamespace } from '../servers/prepare-namespace.js';
import { startInstallationTemporal, type InstallationTemporal } from '../servers/installation-temporal.js';
import { type LaunchError } from '../launch-error.js';
import {
  appEnvironment,
  APP_NAMES,
  appProgram,
  STOP_ORDER,
  type AppName,
  type AppSurroundings,
} from './app-processes.js';
import { SupervisedChild } from './child-process.js';
import { DataFolder } from './data-folder.js';
import { childPart, serverPart, type Part, type PartHandle } from './part.js';
import { explainFailure, requireDiskSpace, requirePort } from './preflight.js';

export type StackPart = AppName | 'postgres' | 'temporal';

export interface StackOptions {
  /** folder of the installation; an earlier one goes on where it stopped */
  readonly dataDir: string;
  /** port of the web page; without it a free one, the same as last time while free */
  readonly webPort?: number;
  /** address to listen on, default loopback */
  readonly host?: string;
  readonly production?: boolean;
  /** a Temporal server to use instead of our own: neither started nor stopped here */
  readonly temporal?: InstallationTemporal;
  /** told each step and each line of what takes long */
  readonly onStep?: (label: Label) => void;
  readonly onProgress?: (line: string) => void;
  /** told when a part ends that nobody stopped; the stack itself goes on */
  readonly onFailure?: (failure: LaunchError) => void;
  /** gives up a start that is under way; whatever had started is stopped */
  readonly signal?: AbortSignal;
  /** environment to take the passed-on variables from, default the launcher's own */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** which of our processes to start, default all */
  readonly apps?: readonly AppName[];
  /** folder with the built processes, `<name>/dist/main.js`; default: `apps` of the repository */
  readonly appsDir?: string;
}

/**
 * Starts everything an installation needs and keeps an eye on it: PostgreSQL, schema, Temporal, worker, jobs, api.
 * @throws LaunchError for what the person at the terminal can mend; whatever had started is stopped again
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = new DataFolder(options.dataDir);
  const stack = new Stack(folder, folder.lock(), options);
  const giveUp = () => void stack.stop();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  try {
    await stack.start();
    options.signal?.throwIfAborted();
    return stack;
  } catch (error) {
    await stack.stop();
    throw explainFailure(error, folder.root);
  } finally {
    options.signal?.removeEventListener('abort', giveUp);
  }
}

/** A running installation. */
export class Stack {
  private readonly watchdog = Watchdog.start();
  private readonly parts = new Map<StackPart, Part>();
  private readonly wanted = new Set<Part>();
  private db: InstallationDatabase | undefined;
  private engine: InstallationTemporal | undefined;
  private webPort = 0;
  private starting: Promise<void> = Promise.resolve();
  private stopping: Promise<void> | undefined;

  constructor(
    readonly folder: DataFolder,
    private readonly held: FileLock,
    private readonly options: StackOptions,
  ) {}

  get urls() {
    const web = `http://${this.options.host && this.options.host !== '127.0.0.1' ? this.options.host : 'localhost'}:${this.webPort}`;
    return {
      web,
      api: `${web}/api/v1`,
      docs: `${web}/api/docs`,
      ledger: `${web}/ledger`,
      temporalUi: this.engine?.uiUrl,
    };
  }
  /** Connection URLs by role, and the superuser's: for the launcher, scenario runner and tests only. */
  get database(): { readonly superuserUrl: string; readonly urls: Readonly<Record<DatabaseRole, string>> } {
    return started(this.db);
  }
  get temporal(): { readonly address: string; readonly namespace: string } {
    return started(this.engine);
  }
  get api(): PartHandle {
    return this.handle('api');
  }
  get worker(): PartHandle {
    return this.handle('worker');
  }
  get jobs(): PartHandle {
    return this.handle('jobs');
  }
  get postgresServer(): PartHandle {
    return this.handle('postgres');
  }
  get temporalServer(): PartHandle {
    return this.handle('temporal');
  }

  has(name: StackPart): boolean {
    return this.parts.has(name);
  }

  start(): Promise<void> {
    this.starting = this.startAll();
    return this.starting;
  }

  private async startAll(): Promise<void> {
    await requireDiskSpace(this.folder.root);
    await this.folder.stopLeftovers();
    const { ports = {} } = this.folder.readState();
    this.webPort = await this.choosePort(ports.web);
    const [database, temporal] = await Promise.allSettled([
      this.startDatabase(ports.postgres),
      this.startEngine({ port: ports.temporal, uiPort: ports.temporalUi }),
    ]);
    for (const result of [database, temporal]) if (result.status === 'rejected') throw result.reason;
    this.options.signal?.throwIfAborted();
    this.rememberPorts();
    this.step('startingApps');
    await Promise.all((this.options.apps ?? APP_NAMES).map((name) => this.startApp(name)));
  }

  /**
   * Starts a part again at the same address, stopping it first when it still runs.
   * @throws LaunchError when it does not come up
   */
  async restart(name: StackPart): Promise<void> {
    const part = this.parts.get(name);
    if (part) await this.end(part);
    const { ports = {} } = this.folder.readState();
    if (name === 'postgres') await this.startPostgres(ports.postgres);
    else if (name === 'temporal') await this.startEngine({ port: ports.temporal, uiPort: ports.temporalUi });
    else await this.startApp(name);
    this.rememberPorts();
  }

  /** Stops everything that was started here, and only that: api, jobs, worker, Temporal, PostgreSQL. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    await this.stopParts();
    // A start that was given up may still be bringing a part up; looking for a program can take longer than anybody wants to wait.
    await Promise.race([
      this.starting.catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 20_000).unref()),
    ]);
    await this.stopParts();
    await this.watchdog.close();
    this.held.release();
  }

  private async stopParts(): Promise<void> {
    for (const name of [...STOP_ORDER, 'temporal', 'postgres'] as const) {
      const part = this.parts.get(name);
      if (part) await this.end(part);
    }
  }

  private async end(part: Part): Promise<void> {
    this.wanted.add(part);
    if (part.running) await part.stop();
    this.watchdog.release(part.pid);
  }

  private async choosePort(remembered: number | undefined): Promise<number> {
    const host = this.options.host ?? '127.0.0.1';
    if (this.options.webPort !== undefined) {
      await requirePort(this.options.webPort, host);
      return this.options.webPort;
    }
    return remembered === undefined ? freePort() : requirePort(remembered, host).then(() => remembered, freePort);
  }

  private async startDatabase(port: number | undefined): Promise<void> {
    const database = await this.startPostgres(port);
    this.step('migrating');
    await migrateInstallation(this.folder, database);
  }

  private async startPostgres(port: number | undefined): Promise<InstallationDatabase> {
    this.step('startingPostgres');
    const database = await startInstallationDatabase(this.folder, port);
    this.db = database;
    this.adopt('postgres', serverPart('PostgreSQL', database.server), 'SIGINT');
    return database;
  }

  private async startEngine(ports: { readonly port?: number; readonly uiPort?: number }): Promise<void> {
    if (this.options.temporal) {
      this.engine = this.options.temporal;
      this.step('usingTemporal', { address: this.engine.address });
      await prepareNamespace({
        address: this.engine.address,
        namespace: this.engine.namespace,
        retentionDays: RETENTION_DAYS,
      });
      return;
    }
    this.step('startingTemporal');
    const engine = await startInstallationTemporal(this.folder, ports, this.options.onProgress ?? (() => undefined));
    this.engine = engine;
    this.adopt('temporal', serverPart('Temporal', engine.server), 'SIGTERM');
  }

  private async startApp(name: AppName): Promise<void> {
    const around: AppSurroundings = {
      databaseUrls: started(this.db).urls,
      temporal: started(this.engine),
      host: this.options.host ?? '127.0.0.1',
      webPort: this.webPort,
      publicUrl: this.urls.web,
      ledgerKeyFile: this.folder.ledgerKey,
      production: this.options.production ?? false,
    };
    const child = new SupervisedChild({
      name,
      program: appProgram(name, this.options.appsDir),
      env: appEnvironment(name, around, this.options.env ?? process.env),
      logFile: this.folder.log(name),
      ...(name === 'api' ? { healthUrl: `http://${around.host}:${this.webPort}/health/ready` } : {}),
    });
    this.adopt(name, childPart(child), 'SIGTERM');
    await child.ready();
  }

  private adopt(name: StackPart, part: Part, signal: NodeJS.Signals): void {
    this.parts.set(name, part);
    this.watchdog.guard(part.pid, signal);
    // PostgreSQL and Temporal find their own leftovers, by the notes in their folders.
    if (name !== 'postgres' && name !== 'temporal') this.folder.recordProcess(name, part.pid);
    void part.ended.then(async () => {
      this.watchdog.release(part.pid);
      if (!this.wanted.has(part) && !this.stopping) this.options.onFailure?.(await part.failure());
    });
  }

  /** A kill through a handle is wanted: it is not reported as a failure. */
  private handle(name: StackPart): PartHandle {
    const part = started(this.parts.get(name));
    return {
      pid: part.pid,
      get running() {
        return part.running;
      },
      logFile: part.logFile,
      ended: part.ended,
      kill: (signal) => {
        this.wanted.add(part);
        part.kill(signal);
      },
    };
  }

  private rememberPorts(): void {
    const server = this.engine?.server;
    this.folder.writeState({
      ports: {
        web: this.webPort,
        ...(this.db ? { postgres: this.db.server.port } : {}),
        ...(server ? { temporal: server.port, temporalUi: server.uiPort } : {}),
      },
    });
  }

  private step(key: LauncherMessage, values: Readonly<Record<string, string | number>> = {}): void {
    this.options.onStep?.(launcherText(key, values));
  }
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('This part of the stack was not started.');
  return value;
}

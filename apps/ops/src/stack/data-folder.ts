import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  processIdentity,
  removeCluster,
  SecretStore,
  stopLeftoverPostgres,
  stopLeftoverTemporal,
  stopProcess,
  tryLock,
  type FileLock,
} from '@binhxet/platform/servers';
import { LaunchError } from '../launch-error.js';
import { writePrivateFile } from './private-file.js';

/** What is remembered between starts, so that addresses stay the same. */
export interface InstallationState {
  readonly ports?: Readonly<Partial<Record<'postgres' | 'temporal' | 'temporalUi' | 'web', number>>>;
}

type Recorded = Readonly<Record<string, { readonly pid: number; readonly identity: string }>>;

/** Everything one installation keeps on disk: clusters, keys, secrets, logs. */
export class DataFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = path.resolve(root);
    mkdirSync(this.root, { recursive: true });
    mkdirSync(path.join(this.root, 'keys'), { recursive: true, mode: 0o700 });
  }

  get postgres(): string {
    return path.join(this.root, 'pg');
  }
  get temporal(): string {
    return path.join(this.root, 'temporal');
  }
  /** Signing key of the ledger: made by the process that signs, never stored anywhere else. */
  get ledgerKey(): string {
    return path.join(this.root, 'keys', 'ledger');
  }
  get demoLogins(): string {
    return path.join(this.root, 'demo-logins.json');
  }
  /** How far the demo has been built. */
  get demoState(): string {
    return path.join(this.root, 'demo-state.json');
  }
  log(name: string): string {
    return path.join(this.root, 'logs', `${name}.log`);
  }
  secrets(): SecretStore {
    return new SecretStore(path.join(this.root, 'secrets.json'));
  }

  /**
   * Makes this process the only launcher on the folder.
   * @throws LaunchError alreadyRunning
   */
  lock(): FileLock {
    const held = tryLock(path.join(this.root, 'launcher.lock'));
    if ('heldBy' in held) throw new LaunchError('alreadyRunning', { folder: this.root, pid: held.heldBy });
    return held;
  }

  readState(): InstallationState {
    return this.readJson<InstallationState>('state.json') ?? {};
  }
  writeState(state: InstallationState): void {
    this.writeJson('state.json', state);
  }

  /** Notes a process we started, so that a later start finds it if we are killed. */
  recordProcess(name: string, pid: number): void {
    const known = this.readJson<Recorded>('processes.json') ?? {};
    this.writeJson('processes.json', { ...known, [name]: { pid, identity: processIdentity(pid) ?? '' } });
  }

  /** Stops what a killed launcher left running on this folder, last started first. PostgreSQL and Temporal look after their own. */
  async stopLeftovers(): Promise<void> {
    for (const { pid, identity } of Object.values(this.readJson<Recorded>('processes.json') ?? {}).reverse()) {
      if (processIdentity(pid) === identity) await stopProcess(pid, 'SIGTERM', 10_000);
    }
    this.writeJson('processes.json', {});
  }

  /** Stops a PostgreSQL and a Temporal that a killed launcher left running. */
  async stopServers(): Promise<void> {
    await stopLeftoverPostgres(this.postgres);
    await stopLeftoverTemporal(this.temporal);
  }

  /** Deletes everything. Nothing may run on it. */
  remove(): void {
    removeCluster(this.postgres);
    rmSync(this.root, { recursive: true, force: true });
  }

  private readJson<T>(name: string): T | undefined {
    const file = path.join(this.root, name);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
  }
  private writeJson(name: string, value: unknown): void {
    writePrivateFile(path.join(this.root, name), value);
  }
}

import { Client, Connection } from '@temporalio/client';

export interface EngineConnectionOptions {
  /** host:port of the frontend */
  readonly address: string;
  readonly namespace: string;
}

/**
 * A client that connects on first use and again after every loss, so that a process starts and contributions go on while the engine
 * is away.
 */
export class EngineConnection {
  private opened: { readonly connection: Connection; readonly client: Client } | undefined;

  constructor(private readonly options: EngineConnectionOptions) {}

  private open(): { readonly connection: Connection; readonly client: Client } {
    this.opened ??= this.create();
    return this.opened;
  }

  private create(): { readonly connection: Connection; readonly client: Client } {
    const connection = Connection.lazy({
      address: this.options.address,
      // The engine adapter retries by itself, within the caller's time; two layers would multiply.
      interceptors: [],
      // The default waits up to two minutes before it looks for a server again.
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 2_000 },
    });
    return { connection, client: new Client({ connection, namespace: this.options.namespace }) };
  }

  get client(): Client {
    return this.open().client;
  }

  /**
   * Runs calls that must be answered within `ms`.
   * @param ms milliseconds from now
   */
  within<T>(ms: number, work: (client: Client) => Promise<T>): Promise<T> {
    const { connection, client } = this.open();
    return connection.withDeadline(Date.now() + Math.max(1, ms), () => work(client));
  }

  /** @throws a gRPC error when the server does not answer */
  async ping(ms: number): Promise<void> {
    const { connection } = this.open();
    await connection.withDeadline(Date.now() + ms, () => connection.workflowService.getSystemInfo({}));
  }

  async close(): Promise<void> {
    await this.opened?.connection.close();
    this.opened = undefined;
  }
}

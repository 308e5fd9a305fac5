import os from 'node:os';

export interface PostgresTuning {
  /** false only for throw-away test clusters: a power failure would lose them */
  readonly durable: boolean;
  /** most connections at once */
  readonly maxConnections?: number;
}

const MiB = 1024 * 1024;
const mebibytes = (bytes: number) => `${Math.floor(bytes / MiB)}MB`;

/**
 * Server settings for a small machine (2 cores, 24 GiB) that also runs everything else.
 * What is logged matters most: values of rows appear in error messages, their details and in statements, so nothing of these is written;
 * the processes log SQLSTATE and constraint themselves.
 * @returns `name=value` pairs for `postgres -c`
 */
export function postgresSettings(tuning: PostgresTuning): readonly string[] {
  const memory = os.totalmem();
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // Loopback TCP only: a socket path below a deep folder would pass the 107 bytes that the system allows.
    unix_socket_directories: '',
    max_connections: String(tuning.maxConnections ?? 200),
    shared_buffers: mebibytes(Math.min(memory / 8, 1024 * MiB)),
    effective_cache_size: mebibytes(memory / 2),
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '1',
    wal_level: 'replica',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    wal_compression: 'pglz',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '15s',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    // `on` would leave the start waiting for a line on standard error that never comes.
    logging_collector: 'off',
    fsync: tuning.durable ? 'on' : 'off',
    synchronous_commit: tuning.durable ? 'on' : 'off',
    full_page_writes: tuning.durable ? 'on' : 'off',
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}

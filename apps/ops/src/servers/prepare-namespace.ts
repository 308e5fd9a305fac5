import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { SEARCH_ATTRIBUTES } from '@binhxet/contracts';

/** Numbers of the server's own list of types. */
const TYPE_NUMBERS = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

export interface NamespaceOptions {
  /** host:port of the frontend */
  readonly address: string;
  readonly namespace: string;
  /** how long closed workflows stay visible, days */
  readonly retentionDays: number;
}

/**
 * Makes a Temporal server fit for us: the namespace with its retention, and our search attributes. Repeatable.
 * @returns names of the attributes that were added now
 */
export async function prepareNamespace(options: NamespaceOptions): Promise<readonly string[]> {
  const connection = await Connection.connect({ address: options.address, connectTimeout: '10s' });
  try {
    await ensureNamespace(connection, options);
    return await addMissingAttributes(connection, options.namespace);
  } finally {
    await connection.close();
  }
}

async function ensureNamespace(connection: Connection, { namespace, retentionDays }: NamespaceOptions): Promise<void> {
  const workflowExecutionRetentionTtl = msToTs(retentionDays * 86_400_000);
  const missing = await connection.workflowService.describeNamespace({ namespace }).then(
    () => false,
    (error: { code?: number }) => {
      if (error.code === NOT_FOUND) return true;
      throw error;
    },
  );
  if (missing) {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: workflowExecutionRetentionTtl })
      .catch((error: { code?: number }) => {
        if (error.code !== ALREADY_EXISTS) throw error; // another start was faster
      });
    await untilKnown(connection, namespace);
  }
  await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
}

/** The server's parts learn of a new namespace within some seconds. */
async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      await connection.operatorService.listSearchAttributes({ namespace });
      return;
    } catch (error) {
      if (Date.now() > end || (error as { code?: number }).code !== NOT_FOUND) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function addMissingAttributes(connection: Connection, namespace: string): Promise<readonly string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return [];
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, kind]) => [name, TYPE_NUMBERS[kind]])),
  });
  return missing.map(([name]) => name);
}

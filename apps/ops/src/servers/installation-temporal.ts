import { SEARCH_ATTRIBUTES } from '@binhxet/contracts';
import { resolveBinary, startTemporal, TEMPORAL, type TemporalServer } from '@binhxet/platform/servers';
import { type DataFolder } from '../stack/data-folder.js';

export const NAMESPACE = 'binhxet';

/** A Temporal frontend to work with: ours, or one whose address was given. */
export interface InstallationTemporal {
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl?: string;
  /** absent when the address was given: such a server is neither started nor stopped here */
  readonly server?: TemporalServer;
}

/**
 * Finds the Temporal program and starts it on a data folder.
 * @param ports ports of the last start, kept while free
 * @param onProgress told one line for what takes long
 */
export async function startInstallationTemporal(
  folder: DataFolder,
  ports: { readonly port?: number; readonly uiPort?: number },
  onProgress: (line: string) => void,
): Promise<InstallationTemporal & { readonly server: TemporalServer }> {
  const { path: binary } = await resolveBinary(TEMPORAL, { onProgress });
  const server = await startTemporal({
    binary,
    dataDir: folder.temporal,
    logFile: folder.log('temporal'),
    namespace: NAMESPACE,
    searchAttributes: SEARCH_ATTRIBUTES,
    ...ports,
  });
  return { address: server.address, namespace: server.namespace, uiUrl: server.uiUrl, server };
}

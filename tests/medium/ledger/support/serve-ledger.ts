import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { parseTilePath } from '@binhxet/domain';
import { type LedgerReader } from '@binhxet/persistence';

/** Serves a ledger under `/ledger/` as the API does, on a free loopback port. */
export async function serveLedger(reader: LedgerReader): Promise<{ url: string; close: () => Promise<void> }> {
  const answer = async (path: string): Promise<Uint8Array | string | null> => {
    if (path === 'checkpoint') return (await reader.head())?.checkpoint ?? null;
    if (path === 'key') return (await reader.head())?.verifierKey ?? null;
    const tile = parseTilePath(path);
    if (!tile) return null;
    return tile.level === 'entries' ? reader.readEntries(tile.index, tile.width) : reader.readTile(tile.level, tile.index, tile.width);
  };
  const server: Server = createServer((request, response) => {
    answer(request.url!.replace(/^\/ledger\//, '')).then(
      (body) => response.writeHead(body === null ? 404 : 200).end(body === null ? '' : body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ledger`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

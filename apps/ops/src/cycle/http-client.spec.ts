import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { HttpClient, Refused, Unreachable } from './http-client.js';

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

describe('HttpClient', () => {
  let server: Server | undefined;
  const keys: (string | undefined)[] = [];
  const serve = async (handler: Handler, patienceMs?: number) => {
    let nth = 0;
    server = createServer((request, response) => {
      keys.push(request.headers['idempotency-key'] as string | undefined);
      request.resume().on('end', () => handler(request, response, ++nth));
    });
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    return new HttpClient(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      4,
      new AbortController().signal,
      patienceMs,
    );
  };
  beforeEach(() => void (keys.length = 0));
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  });

  it('repeats with the same key while the server is away or still at it', async () => {
    const client = await serve((request, response, nth) => {
      if (nth === 1) return void request.socket.destroy();
      if (nth === 2)
        return void response
          .writeHead(503, { 'content-type': 'application/problem+json' })
          .end('{"code":"ENGINE.UNAVAILABLE"}');
      if (nth === 3) return void response.writeHead(409).end('{"code":"REQUEST.IN_PROGRESS"}');
      response.writeHead(200, { etag: '"v1"' }).end('{"ok":true}');
    });
    const answer = await client.call({ method: 'POST', path: '/x', body: {} });
    expect(answer).toMatchObject({ status: 200, body: { ok: true }, etag: '"v1"' });
    expect(new Set(keys).size).toBe(1);
    expect(client.stats).toEqual({ requests: 4, repeated: 3 });
    client.close();
  });

  it('says at once what was refused, and gives up on a server that stays away', async () => {
    const refusing = await serve((_request, response) =>
      response.writeHead(409).end('{"code":"STEP.CLOSED","facts":{"step":"s"}}'),
    );
    await expect(refusing.call({ method: 'PUT', path: '/x' })).rejects.toMatchObject({
      code: 'STEP.CLOSED',
      status: 409,
      facts: { step: 's' },
    });
    expect(keys).toHaveLength(1);
    refusing.close();
    server!.closeAllConnections();
    await new Promise((resolve) => server!.close(resolve));
    const gone = await serve((request) => void request.socket.destroy(), 200);
    await expect(gone.call({ method: 'GET', path: '/x' })).rejects.toThrow(Unreachable);
    gone.close();
  });

  it('does not hide an error of the server', async () => {
    const client = await serve((_request, response) => response.writeHead(500).end('{"code":"INTERNAL.ERROR"}'));
    await expect(client.call({ method: 'GET', path: '/x' })).rejects.toThrow(Refused);
    client.close();
  });
});

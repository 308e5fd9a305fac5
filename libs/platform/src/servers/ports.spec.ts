import { createServer, type Server } from 'node:net';
import { freePort, isPortFree, pickPort } from './ports.js';

const listenOn = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('ports', () => {
  it('are free and below those of outgoing connections', async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    for (const port of ports) expect(port).toBeLessThan(32_768);
    const [port] = ports;
    const server = await listenOn(port!);
    expect(await isPortFree(port!)).toBe(false);
    const other = await pickPort(port);
    expect(other).not.toBe(port);
    await new Promise((resolve) => server.close(resolve));
    expect(await pickPort(port)).toBe(port);
  });
});

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Tells whether a TCP port can be listened on.
 * @param port 1..65535
 * @param host address to listen on, default loopback
 */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the ports that systems hand out to outgoing connections: one of those would take the port before its server listens. */
const LOWEST = 20_000;
const HIGHEST = 31_999;
const TRIES = 100;

/** @returns a TCP port of the loopback address that was free a moment ago. @throws Error when none was found */
export async function freePort(): Promise<number> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} in ${TRIES} tries`);
}

/**
 * The port used last time while it is free, else another one: addresses stay the same between starts, and never block one.
 * @param remembered port of an earlier start
 */
export async function pickPort(remembered?: number): Promise<number> {
  return remembered !== undefined && (await isPortFree(remembered)) ? remembered : freePort();
}

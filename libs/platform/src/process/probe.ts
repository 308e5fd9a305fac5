import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type HealthRegistry } from '../observability/health.js';
import { type Metrics } from '../observability/metrics.js';

/** Health and metrics of a process without pages. @returns the listening server and its port */
export async function startProbe(options: {
  readonly host: string;
  readonly port: number;
  readonly health: HealthRegistry;
  readonly metrics: Metrics;
}): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', options).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function answer(
  url: string,
  { health, metrics }: { readonly health: HealthRegistry; readonly metrics: Metrics },
): Promise<{ status: number; type: string; body: string }> {
  switch (url.split('?')[0]) {
    case '/health/live':
      return { status: 200, type: 'application/json', body: '{"status":"up"}' };
    case '/health/ready': {
      const report = await health.report();
      return { status: report.status === 'down' ? 503 : 200, type: 'application/json', body: JSON.stringify(report) };
    }
    case '/metrics':
      return { status: 200, type: metrics.registry.contentType, body: await metrics.registry.metrics() };
    default:
      return { status: 404, type: 'application/json', body: '{}' };
  }
}

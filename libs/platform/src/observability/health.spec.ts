import { HealthRegistry } from './health.js';
import { Metrics } from './metrics.js';
import { withDeadline } from './deadline.js';

describe('HealthRegistry', () => {
  it('is down for a required part, degraded for an optional one', async () => {
    const health = new HealthRegistry();
    health.register('database', () => Promise.resolve());
    expect((await health.report()).status).toBe('up');
    health.register('engine', () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })), {
      required: false,
    });
    const degraded = await health.report();
    expect(degraded.status).toBe('degraded');
    expect(degraded.checks['engine']).toMatchObject({ status: 'down', code: 'ECONNREFUSED' });
    health.register('silent', () => new Promise(() => undefined));
    const down = await health.report(20);
    expect(down.status).toBe('down');
    expect(down.checks['silent']).toMatchObject({ status: 'down', code: 'DEADLINE.EXCEEDED' });
  });
});

describe('withDeadline', () => {
  it('aborts the work when the time is up', async () => {
    let aborted = false;
    const work = withDeadline(
      (signal) =>
        new Promise<void>(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
      10,
    );
    await expect(work).rejects.toMatchObject({ code: 'DEADLINE.EXCEEDED', kind: 'unavailable' });
    expect(aborted).toBe(true);
  });

  it('passes results and refusals through', async () => {
    await expect(withDeadline(() => Promise.resolve(7), 1_000)).resolves.toBe(7);
    await expect(withDeadline(() => Promise.reject(new Error('own')), 1_000)).rejects.toThrow('own');
  });
});

describe('Metrics', () => {
  it('prints series with the name of the process', async () => {
    const metrics = new Metrics('jobs');
    metrics
      .counter({ name: 'relayed_total', help: 'Outbox rows delivered', labels: ['kind'] })
      .inc({ kind: 'signal' }, 3);
    metrics.histogram({ name: 'relay_seconds', help: 'Time of a batch' }, [0.1, 1]).observe(0.5);
    const { body, contentType } = await metrics.scrape();
    expect(contentType).toContain('text/plain');
    expect(body).toContain('relayed_total{kind="signal",app="jobs"} 3');
    expect(body).toContain('relay_seconds_bucket{le="1",app="jobs"} 1');
  });
});

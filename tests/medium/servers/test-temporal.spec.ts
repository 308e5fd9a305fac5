import { Connection } from '@temporalio/client';
import { startTestTemporal, startTimeSkipping } from '@binhxet/testing';
import { isAlive } from '@binhxet/platform/servers';

describe('Temporal for tests', () => {
  it('restarts at the same address after a crash and is gone after the stop', async () => {
    const temporal = await startTestTemporal();
    try {
      const before = temporal.server.pid;
      await temporal.restart();
      expect(temporal.server.pid).not.toBe(before);
      const connection = await Connection.connect({ address: temporal.address });
      const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: temporal.namespace });
      expect(namespaceInfo?.name).toBe('binhxet');
      await connection.close();
    } finally {
      await temporal.stop();
    }
    expect(isAlive(temporal.server.pid)).toBe(false);
  });

  it('skips time', async () => {
    const env = await startTimeSkipping();
    try {
      const before = await env.currentTimeMs();
      const real = Date.now();
      await env.sleep('365 days');
      expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(365 * 86_400_000);
      expect(Date.now() - real).toBeLessThan(60_000);
    } finally {
      await env.teardown();
    }
  });
});

import { newId, newSecretId } from './ids.js';

describe('ids', () => {
  it('are version 7 and ascend within a process', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('near a ballot are version 4', () => {
    expect(newSecretId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});

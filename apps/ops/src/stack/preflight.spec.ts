import { explainFailure, NEEDED_BYTES, requireDiskSpace } from './preflight.js';

describe('requireDiskSpace', () => {
  it('refuses below one GiB and says how much is left', async () => {
    await expect(requireDiskSpace('/data', () => Promise.resolve(NEEDED_BYTES - 1))).rejects.toMatchObject({
      key: 'diskFull',
      message: 'The disk of /data has 1023 MiB left; at least 1024 MiB are needed.',
    });
    await expect(requireDiskSpace('/data', () => Promise.resolve(NEEDED_BYTES))).resolves.toBeUndefined();
  });
});

describe('explainFailure', () => {
  it.each(['ENOSPC', '53100'])('says in words that the disk filled up during the start (%s)', (code) => {
    expect(explainFailure(Object.assign(new Error('x'), { code }), '/data')).toMatchObject({ key: 'diskFull' });
  });

  it('leaves other failures as they are', () => {
    const error = new Error('other');
    expect(explainFailure(error, '/data')).toBe(error);
  });
});

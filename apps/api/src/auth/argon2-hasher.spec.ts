import { Argon2Hasher } from './argon2-hasher.js';

const QUICK = { memoryCost: 1024, timeCost: 2, parallelism: 1, atOnce: 1, mostWaiting: 2 };

describe('Argon2Hasher', () => {
  it('knows the right password, and no password where there is no hash', async () => {
    const hasher = new Argon2Hasher(QUICK);
    const hash = await hasher.hash('một mật khẩu');
    expect(hash).toMatch(/^\$argon2id\$v=19\$(?=.*m=1024)(?=.*t=2)(?=.*p=1)/);
    expect([await hasher.verify(hash, 'một mật khẩu'), await hasher.verify(hash, 'một mật khẩu '), await hasher.verify(null, 'một mật khẩu')]).toEqual([true, false, false]);
  });

  it('lets few wait and refuses the rest', async () => {
    const hasher = new Argon2Hasher(QUICK);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => hasher.hash('x')));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(results[4]).toMatchObject({ reason: { code: 'LOGIN.BUSY', kind: 'unavailable' } });
    await expect(hasher.hash('x')).resolves.toBeDefined();
  });
});

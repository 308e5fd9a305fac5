import { Lanes } from './lanes.js';

const late = () => new Error('late');

describe('Lanes', () => {
  it('lets as many go at a time as the lane is wide, in order, and each key by itself', async () => {
    const lanes = new Lanes(2);
    const events: string[] = [];
    const ends = new Map<string, () => void>();
    const go = (key: string, name: string) =>
      lanes.run(key, 1_000, late, async () => {
        events.push(`+${name}`);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        events.push(`-${name}`);
      });
    const all = [go('A', '1'), go('A', '2'), go('A', '3'), go('A', '4'), go('B', '5')];
    await tick();
    expect(events).toEqual(['+1', '+2', '+5']);
    ends.get('2')!();
    await tick();
    expect(events).toEqual(['+1', '+2', '+5', '-2', '+3']);
    for (const name of ['1', '3', '5']) ends.get(name)!();
    await tick();
    ends.get('4')!();
    await Promise.all(all);
    expect(events.slice(-2)).toEqual(['+4', '-4']);
  });

  it('gives up a turn that does not come, and a call that failed gives its place away', async () => {
    const lanes = new Lanes(1);
    let fail = (): void => undefined;
    const first = lanes.run('A', 1_000, late, () => new Promise((_, reject) => (fail = () => reject(new Error('failed')))));
    await expect(lanes.run('A', 5, late, async () => 'never')).rejects.toThrow('late');
    const third = lanes.run('A', 1_000, late, async (waited) => waited > 0);
    fail();
    await expect(first).rejects.toThrow('failed');
    await expect(third).resolves.toBe(true);
    await expect(lanes.run('A', 5, late, async () => 'free')).resolves.toBe('free');
  });
});

const tick = () => new Promise((resolve) => setImmediate(resolve));

import { Crew } from './crew.js';

describe('Crew', () => {
  it('lets so many work at a time and tells who is busy', async () => {
    const crew = new Crew(2);
    const ends: (() => void)[] = [];
    let atWork = 0;
    for (const name of ['A', 'B', 'C'])
      crew.start(name, async () => {
        atWork += 1;
        await new Promise<void>((resolve) => ends.push(resolve));
        atWork -= 1;
      });
    await Promise.resolve();
    expect([atWork, crew.size, crew.isBusy('C'), crew.finished]).toEqual([2, 3, true, 0]);
    ends[0]!();
    await new Promise(setImmediate);
    expect([atWork, crew.size, crew.isBusy('A'), crew.finished]).toEqual([2, 2, false, 1]);
  });

  it('tells of a failure when the others are through, and starts nothing after it', async () => {
    const crew = new Crew(1);
    let later = false;
    crew.start('A', () => Promise.reject(new Error('away')));
    crew.start('B', async () => void (later = true));
    expect(() => crew.assertWell()).not.toThrow();
    await new Promise(setImmediate);
    expect(later).toBe(false);
    expect(() => crew.assertWell()).toThrow('away');
  });
});

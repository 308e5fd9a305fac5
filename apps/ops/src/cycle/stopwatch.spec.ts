import { routeOf, RouteTimes, Stopwatch } from './stopwatch.js';

describe('Stopwatch', () => {
  it('adds up what each part took, failures included', async () => {
    const watch = new Stopwatch();
    await expect(watch.measure('acting', () => Promise.resolve(7))).resolves.toBe(7);
    await expect(watch.measure('looking', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(Object.values(watch.times).every((ms) => Number.isInteger(ms) && ms >= 0)).toBe(true);
  });
});

describe('RouteTimes', () => {
  it.each([
    ['/cycles/K.2023/units/A-1/members?limit=100', '/cycles/:id/units/:id/members'],
    ['/reviews/0190a3b0-1111-7abc-8def-0123456789ab/paper', '/reviews/:id/paper'],
    ['/tasks?tab=mine', '/tasks'],
  ])('%s → %s', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });

  it('lists the most expensive first', () => {
    const times = new RouteTimes();
    times.add('GET', '/tasks', 3);
    times.add('GET', '/cycles/K.2023', 1);
    times.add('GET', '/cycles/K.2024', 4);
    expect(times.slowest(1)).toEqual([{ route: 'GET /cycles/:id', requests: 2, ms: 5 }]);
  });
});

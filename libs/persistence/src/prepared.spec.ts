import { isStalePlan, PreparedNames } from './prepared.js';

describe('PreparedNames', () => {
  it('gives a text one name, another text another, and new ones after a migration', () => {
    const names = new PreparedNames();
    const first = names.of('select 1');
    expect(names.of('select 1')).toBe(first);
    expect(names.of('select 2')).not.toBe(first);
    names.renew();
    expect(names.of('select 1')).not.toBe(first);
  });

  it('leaves lists of rows alone, and stops when somebody composes texts without end', () => {
    const names = new PreparedNames();
    expect(names.of('x'.repeat(5_000))).toBeUndefined();
    const given = Array.from({ length: 600 }, (_, n) => names.of(`select ${n}`));
    expect(given.filter((name) => name !== undefined)).toHaveLength(500);
    expect(given[0]!.length).toBeLessThan(64); // PostgreSQL cuts longer names off
  });

  it('knows the one refusal that a new name cures', () => {
    expect(isStalePlan({ code: '0A000', message: 'cached plan must not change result type' })).toBe(true);
    expect(isStalePlan({ code: '0A000', message: 'something else' })).toBe(false);
    expect(isStalePlan(null)).toBe(false);
  });
});

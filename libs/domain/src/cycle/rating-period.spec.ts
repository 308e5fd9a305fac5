import { parsePeriod, spanOf } from './rating-period.js';

describe('rating periods', () => {
  it.each([
    ['2026', { year: 2026, quarter: null }, '2026-01-01', '2026-12-31'],
    ['2026-Q1', { year: 2026, quarter: 1 }, '2026-01-01', '2026-03-31'],
    ['2026-Q2', { year: 2026, quarter: 2 }, '2026-04-01', '2026-06-30'],
    ['2026-Q3', { year: 2026, quarter: 3 }, '2026-07-01', '2026-09-30'],
    ['2026-Q4', { year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
  ])('%s', (text, period, from, to) => {
    expect(parsePeriod(text)).toEqual(period);
    expect(spanOf(period)).toEqual({ from, to });
  });

  it.each(['2026-Q5', '2026-Q', '26', '2026-06', ''])('no period: %s', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

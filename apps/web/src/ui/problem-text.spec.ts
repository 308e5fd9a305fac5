import { problemText } from './problem-text.js';

const known = { 'X.YEARS': { vi: 'Không trước năm {notBefore}.', en: 'Not before {notBefore}.' }, 'X.DAY': { vi: 'Muộn nhất {latest}, tối đa {max}.', en: '' } };

describe('sentences of refusals', () => {
  it('write years and days as people do, and numbers as vi-VN', () => {
    expect(problemText(known, 'X.YEARS', { notBefore: 2026 }, 'vi')).toBe('Không trước năm 2026.');
    expect(problemText(known, 'X.DAY', { latest: '2026-01-05', max: 1940 }, 'vi')).toBe('Muộn nhất 05/01/2026, tối đa 1.940.');
  });
});

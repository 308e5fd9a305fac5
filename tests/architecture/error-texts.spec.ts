import { ERROR_CODES, FIELD_CODES } from '@binhxet/domain';
import { ERROR_TEXTS } from '@binhxet/messages';

describe('error texts', () => {
  it('say every registered code in both languages', () => {
    const untold = [...Object.keys(ERROR_CODES), ...FIELD_CODES].filter((code) => !ERROR_TEXTS[code]?.vi || !ERROR_TEXTS[code].en);
    expect(untold).toEqual([]);
  });

  it('are composed Unicode and fill in the same facts in both languages', () => {
    const facts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { vi, en } of Object.values(ERROR_TEXTS)) {
      expect(vi.normalize('NFC')).toBe(vi);
      expect(facts(vi)).toEqual(facts(en));
    }
  });
});

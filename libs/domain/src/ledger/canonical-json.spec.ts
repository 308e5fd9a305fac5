import { canonicalJson, canonicalLedgerJson } from './canonical-json.js';

describe('canonicalJson (RFC 8785)', () => {
  it('writes the sample of section 3.2.2', () => {
    const sample = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\u0022/',
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code unit as in section 3.2.3', () => {
    const sample = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(sample)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it.each<[number, string]>([
    [-0, '0'],
    [5e-324, '5e-324'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [333333333.33333325, '333333333.33333325'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('writes %d as in appendix B', (value, written) => {
    expect(canonicalJson(value)).toBe(written);
  });

  it('leaves undefined members out and keeps Vietnamese text as it is', () => {
    expect(canonicalJson({ b: undefined, a: 'Hoàn thành tốt nhiệm vụ' })).toBe('{"a":"Hoàn thành tốt nhiệm vụ"}');
  });

  it.each([[NaN], [Infinity], ['\ud800'], [1n], [new Date(0)], [[undefined]], [{ f: (): void => undefined }]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'JSON.NOT_CANONICAL' }));
  });
});

describe('canonicalLedgerJson', () => {
  it('takes whole numbers', () => {
    expect(canonicalLedgerJson({ n: 2, m: -7, z: -0 })).toBe('{"m":-7,"n":2,"z":0}');
  });

  it.each([[0.5], [1e21], [2 ** 53], [NaN]])('refuses %d and says where', (value) => {
    expect(() => canonicalLedgerJson({ a: [{ b: value }] })).toThrow(
      expect.objectContaining({ code: 'JSON.NOT_CANONICAL', facts: expect.objectContaining({ pointer: '/a/0/b' }) }),
    );
  });
});

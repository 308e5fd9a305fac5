import { canonicalText, sha256Hex } from './canonical-bytes.js';

describe('canonicalText', () => {
  it('sorts members and writes no blank', () => {
    expect(canonicalText({ b: [1, null, 'ă"'], a: { z: true, y: -2 } })).toBe('{"a":{"y":-2,"z":true},"b":[1,null,"ă\\""]}');
  });

  it('has the hash that anybody computes of the same bytes', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { nodeEd25519, nodeSha256 } from '../cli/node-crypto.js';
import { bytesOfHex, hexOf } from './bytes.js';
import { isCanonicalJson } from './canonical.js';
import { describeFinding, FINDINGS } from './findings.js';
import { IdTable } from './id-table.js';
import { commitmentOf, leafHash, parseLeaf } from './leaf.js';
import { Frontier, nodeHash, rootOfProof } from './merkle.js';
import { isSignedBy, parseCheckpoint, parseVerifierKey, webCryptoEd25519 } from './note.js';
import { checkOpening } from './opening.js';
import { sha256 } from './sha256.js';

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('of %j is the published one', (text, digest) => {
    expect(hexOf(sha256(new TextEncoder().encode(text)))).toBe(digest);
  });

  it('agrees with OpenSSL at every length around the block size', () => {
    for (let length = 0; length < 200; length++) {
      const data = randomBytes(length);
      expect(hexOf(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'));
    }
  });
});

describe('isCanonicalJson', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '{"a":1,"b":[true,false,null,"x"],"c":{"d":-5}}',
    '"\\u0000\\b\\t\\n\\f\\r\\"\\\\ \u007f€😀"',
    '{"":0,"1":0,"10":0,"2":0,"Z":0,"a":0}',
    '{"\\n":1,"\\u001f":2,"\\"":3}',
    '{"😀":1,"\ufb33":2}',
    '9007199254740991',
  ])('accepts %s', (text) => {
    expect(isCanonicalJson(text)).toBe(true);
    expect(JSON.stringify(JSON.parse(text)).length).toBe(text.length);
  });

  it.each([
    '',
    ' {}',
    '{} ',
    '{"b":1,"a":2}',
    '{"a":1,"a":2}',
    '{"a": 1}',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{a:1}',
    '"\\/"',
    '"\\u0041"',
    '"\\u000a"',
    '"\\u001F"',
    '"\\ud83d\\ude00"',
    '"\ud83d"',
    '"a\nb"',
    '"a',
    '"a\\',
    '1.5',
    '1e3',
    '01',
    '-0',
    '+1',
    '9007199254740993',
    'NaN',
    'nul',
    'tru',
    '{"\ufb33":1,"😀":2}',
    '['.repeat(100_000),
  ])('refuses %#', (text) => {
    expect(isCanonicalJson(text)).toBe(false);
  });
});

describe('parseLeaf', () => {
  const id = '019aa000-0000-7000-8000-000000000001';
  const good = `{"at":"2026-12-01T02:03:04.005Z","commitment":"${'ab'.repeat(32)}","cycle":"TINH-01.2026","id":"${id}","org":"CB-1","prev":"${id}","step":"${id}","type":"ballot.opened","v":1}`;
  it('reads the canonical form', () => {
    expect(parseLeaf(good)).toMatchObject({ id, org: 'CB-1', type: 'ballot.opened', cycle: 'TINH-01.2026' });
    expect(isCanonicalJson(good)).toBe(true);
    expect(parseLeaf(good.replace(/,"cycle":"[^"]*"/, '').replace(/,"prev":"[^"]*","step":"[^"]*"/, ''))).toMatchObject({ cycle: null, prev: null, step: null });
  });
  it.each([
    [good.replace('"v":1', '"v":2')],
    [good.replace('{"at"', '{ "at"')],
    [good.replace('"CB-1"', '"Chi bộ 1"')],
    [good.replace('abab', 'ABAB')],
    [`${good}\n`],
    [good.replace('"v":1', '"v":1,"w":1')],
    [good.replace('.005Z', 'Z')],
  ])('refuses another form', (text) => {
    expect(parseLeaf(text)).toBeNull();
  });
});

describe('Frontier', () => {
  const leaves = Array.from({ length: 600 }, (_, i) => leafHash(nodeSha256, Buffer.from(`${i}`)));
  const mth = (from: number, to: number): Uint8Array => {
    if (to - from === 1) return leaves[from]!;
    let k = 1;
    while (k * 2 < to - from) k *= 2;
    return nodeHash(nodeSha256, mth(from, from + k), mth(from + k, to));
  };
  it('has the root of the definition at every size, and tells the hashes of full tiles', () => {
    const told: string[] = [];
    const tree = new Frontier(nodeSha256, (level, index, hash) => told.push(`${level}/${index} ${hexOf(hash)}`));
    expect(hexOf(tree.root())).toBe(hexOf(sha256(new Uint8Array(0))));
    for (const leaf of leaves) {
      tree.push(leaf);
      expect(hexOf(tree.root())).toBe(hexOf(mth(0, tree.size)));
    }
    expect(told).toEqual([`1/0 ${hexOf(mth(0, 256))}`, `1/1 ${hexOf(mth(256, 512))}`]);
  });
  it('a fork grows on its own', () => {
    const tree = new Frontier(nodeSha256);
    tree.push(leaves[0]!);
    const fork = tree.fork();
    fork.push(leaves[1]!);
    expect([tree.size, fork.size]).toEqual([1, 2]);
    expect(hexOf(fork.root())).toBe(hexOf(mth(0, 2)));
  });
});

describe('IdTable', () => {
  it('keeps the first number of each of many ids', () => {
    const table = new IdTable();
    const ids = Array.from({ length: 20_000 }, (_, i) => `019aa000-0000-7000-8000-${(i * 7919).toString(16).padStart(12, '0')}`);
    ids.forEach((id, i) => expect(table.put(id, i)).toBe(i));
    ids.forEach((id, i) => expect(table.put(id, 99_999)).toBe(i));
    expect(ids.map((id) => table.get(id))).toEqual(ids.map((_, i) => i));
    expect(table.get('019aa000-0000-7000-8000-ffffffffffff')).toBeUndefined();
    expect(table.get('no id')).toBeUndefined();
  });
});

describe('signed notes', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  const name = 'binhxet.example.vn/ledger';
  const typed = Buffer.concat([Buffer.of(1), raw]);
  const keyId = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  const text = `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`;
  const body = `${name}\n5\n${Buffer.alloc(32, 7).toString('base64')}\n`;
  const note = `${body}\n\u2014 ${name} ${Buffer.concat([keyId, sign(null, Buffer.from(body), privateKey)]).toString('base64')}\n`;

  it.each([
    ['node:crypto', nodeEd25519],
    ['WebCrypto', webCryptoEd25519],
  ])('are verified with %s', async (_, verifyEd25519) => {
    const key = parseVerifierKey(nodeSha256, text)!;
    expect(parseVerifierKey(sha256, text)).toEqual(key);
    await expect(isSignedBy(parseCheckpoint(note)!, key, verifyEd25519)).resolves.toBe(true);
    await expect(isSignedBy(parseCheckpoint(note.replace('\n5\n', '\n6\n'))!, key, verifyEd25519)).resolves.toBe(false);
    await expect(isSignedBy(parseCheckpoint(note.replaceAll(name, 'other/ledger'))!, key, verifyEd25519)).resolves.toBe(false);
  });

  it.each([[''], ['x'], [text.replace(name, 'other')], [text.slice(0, -4)], [`${text}A`]])('refuse the key %j', (wrong) => {
    expect(parseVerifierKey(nodeSha256, wrong)).toBeNull();
  });
  it.each([[''], [body], [note.trimEnd()], [note.replace('\u2014', '-')], [note.replace('\n5\n', '\n05\n')]])('refuse the note %j', (wrong) => {
    expect(parseCheckpoint(wrong)).toBeNull();
  });
});

describe('checkOpening', () => {
  const salt = '07'.repeat(32);
  const payload = '{"by":"p","v":1}';
  const commitment = hexOf(commitmentOf(nodeSha256, bytesOfHex(salt, 32)!, Buffer.from(payload)));
  const entry = `{"at":"2026-12-01T02:03:04.005Z","commitment":"${commitment}","id":"019aa000-0000-7000-8000-000000000001","type":"ballot.opened","v":1}`;
  const own = leafHash(nodeSha256, Buffer.from(entry));
  const sibling = leafHash(nodeSha256, Buffer.from('other'));
  const root = nodeHash(nodeSha256, sibling, own);
  const opening = { entry, salt, payload, proof: { index: 1, size: 2, path: [hexOf(sibling)] } };
  const codes = (change: object): string[] => checkOpening(sha256, { ...opening, ...change }, root).map(({ code }) => code);

  it('accepts what fits', () => {
    expect(codes({})).toEqual([]);
    expect(hexOf(rootOfProof(sha256, 1, 2, own, [sibling])!)).toBe(hexOf(root));
  });
  it.each<[string, object, string]>([
    ['another payload', { payload: '{"by":"q","v":1}' }, 'PAYLOAD_CHANGED'],
    ['another salt', { salt: '08'.repeat(32) }, 'PAYLOAD_CHANGED'],
    ['a short salt', { salt: '07' }, 'PAYLOAD_CHANGED'],
    ['an entry in another form', { entry: `${entry} ` }, 'ENTRY_NOT_CANONICAL'],
    ['a proof for another place', { proof: { index: 0, size: 2, path: [hexOf(sibling)] } }, 'PROOF_WRONG'],
    ['a proof with a hash that is none', { proof: { index: 1, size: 2, path: ['zz'] } }, 'PROOF_WRONG'],
    ['a type outside the list', { entry: entry.replace('ballot.opened', 'ballot.eaten') }, 'TYPE_UNKNOWN'],
  ])('names %s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });
});

describe('findings', () => {
  it('are a line each, in two languages', () => {
    for (const code of Object.keys(FINDINGS) as (keyof typeof FINDINGS)[]) {
      for (const lang of ['vi', 'en'] as const) {
        const line = describeFinding({ code, entry: 'e', index: 0, table: 't', row: 'r' }, lang);
        expect(line).toMatch(new RegExp(`^${code} entry=e index=0 table=t row=r: \\S`));
        expect(line).not.toContain('\n');
      }
    }
  });
});

import { createHash } from 'node:crypto';
import { canonicalLedgerJson } from './canonical-json.js';
import { checkpointBody, noteKeyId, parseCheckpoint, signedCheckpoint, toBase64, verifierKey } from './checkpoint.js';
import { ledgerCommitment, ledgerLeaf, ledgerPayload, toHex, type NewLedgerEntry } from './entry.js';
import { LEDGER_EVENTS } from './registry.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const full: NewLedgerEntry = {
  id: '019aa000-0000-7000-8000-000000000001',
  at: new Date('2026-12-01T02:03:04.005Z'),
  type: 'self-review.submitted',
  cycle: 'TINH-01.2026',
  org: 'CB-0417',
  step: '019aa000-0000-7000-8000-000000000002',
  prev: '019aa000-0000-7000-8000-000000000003',
  payload: { by: { person: 'p', role: 'MEMBER' }, after: { level: 2 } },
};
const commitment = 'ab'.repeat(32);

describe('ledger entry', () => {
  it.each<[string, Partial<NewLedgerEntry>]>([
    ['all fields', {}],
    ['no scope', { cycle: undefined, org: undefined, step: undefined, prev: undefined }],
    ['a quarter', { cycle: 'A.2026-Q2', prev: undefined }],
  ])('is written in canonical form: %s', (_, change) => {
    const entry = { ...full, ...change };
    const { payload: _payload, at, ...fields } = entry;
    expect(ledgerLeaf(entry, commitment)).toBe(canonicalLedgerJson({ ...fields, at: at.toISOString(), commitment, v: 1 }));
  });

  it('puts the version of the registry into the payload', () => {
    expect(ledgerPayload(full)).toBe('{"after":{"level":2},"by":{"person":"p","role":"MEMBER"},"v":1}');
  });

  it('commits to salt and payload', () => {
    const salt = new Uint8Array(32).fill(7);
    const expected = createHash('sha256').update(salt).update('{"tên":"Đ"}').digest('hex');
    expect(ledgerCommitment(sha256, salt, '{"tên":"Đ"}')).toBe(expected);
  });

  it.each<[string, Partial<NewLedgerEntry> | { type: string }, string]>([
    ['a type outside the list', { type: 'member.renamed' }, 'LEDGER.TYPE_UNKNOWN'],
    ['an inherited property as type', { type: 'toString' }, 'LEDGER.TYPE_UNKNOWN'],
    ['a name for an organisation', { org: 'Chi bộ 1' }, 'LEDGER.FIELD_MALFORMED'],
    ['a sentence for a cycle', { cycle: 'the year 2026' }, 'LEDGER.FIELD_MALFORMED'],
    ['a step that is no id', { step: 'self-review' }, 'LEDGER.FIELD_MALFORMED'],
    ['a quote in an id', { id: '","x":"' }, 'LEDGER.FIELD_MALFORMED'],
    ['a payload with its own version', { payload: { v: 2 } }, 'LEDGER.FIELD_MALFORMED'],
    ['a float', { payload: { share: 0.2 } }, 'JSON.NOT_CANONICAL'],
  ])('refuses %s', (_, change, code) => {
    expect(() => ledgerPayload({ ...full, ...change } as NewLedgerEntry)).toThrow(expect.objectContaining({ code }));
  });

  it('has only types of the form noun.past-tense-verb, in order', () => {
    const types = Object.keys(LEDGER_EVENTS);
    for (const type of types) expect(type).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(types).toEqual([...types].sort());
  });
});

describe('checkpoint', () => {
  // Key, note and signature of the package documentation of golang.org/x/mod/sumdb/note.
  const publicKey = Uint8Array.from(Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64')).slice(1);

  it('names keys as signed notes do', () => {
    expect(verifierKey(sha256, 'PeterNeumann', publicKey)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(toHex(noteKeyId(sha256, 'PeterNeumann', publicKey))).toBe('c74f20a3');
  });

  it('is read back as written', () => {
    const body = checkpointBody({ origin: 'binhxet.example.vn/ledger', size: 257, root: new Uint8Array(32).fill(3) });
    expect(body).toBe(`binhxet.example.vn/ledger\n257\n${toBase64(new Uint8Array(32).fill(3))}\n`);
    const note = signedCheckpoint(body, 'binhxet.example.vn/ledger', Uint8Array.of(1, 2, 3, 4), new Uint8Array(64).fill(9));
    const parsed = parseCheckpoint(`${note}\u2014 witness.example AQIDBAU=\n`);
    expect(parsed).toMatchObject({ origin: 'binhxet.example.vn/ledger', size: 257, body });
    expect(parsed.signatures.map(({ name }) => name)).toEqual(['binhxet.example.vn/ledger', 'witness.example']);
    expect([...parsed.signatures[0]!.keyId]).toEqual([1, 2, 3, 4]);
  });

  const root = toBase64(new Uint8Array(32));
  it.each([
    ['', 'nothing'],
    [`o\n1\n${root}\n`, 'no signatures'],
    [`o\n01\n${root}\n\n\u2014 o AQIDBAU=\n`, 'a size with a leading zero'],
    [`o\n1\nAAAA\n\n\u2014 o AQIDBAU=\n`, 'a short root'],
    [`o\n1\n${root}\n\n- o AQIDBAU=\n`, 'a hyphen for the dash'],
    [`o\n1\n${root}\n\n\u2014 o AQIDBAU\n`, 'base64 without padding'],
    [`o\n1\n${root}\n\n\u2014 o AQIDBAU=`, 'no last newline'],
  ])('refuses %j (%s)', (note) => {
    expect(() => parseCheckpoint(note)).toThrow(expect.objectContaining({ code: 'LEDGER.CHECKPOINT_MALFORMED' }));
  });
});

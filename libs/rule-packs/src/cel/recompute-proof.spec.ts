import { checkQuota, classify, type ClassificationInput, type FactValue, levelVerdict, type ProofNode, recomputeProof, type ResolvedQuota } from '@binhxet/domain';
import fc from 'fast-check';
import { loadRulePacks } from '../load-rule-packs.js';
import { compilePack } from './compile-gates.js';

const packs = loadRulePacks().ofKind('rating-pack').map(({ content }) => content).filter(({ use }) => use === 'CYCLE');
const FIFTH = { num: 1, den: 5 };
const quota: ResolvedQuota = { id: 'Q', rate: FIFTH, specialRate: null, special: false, base: 'LOWER_ONLY', rounding: 'HALF_UP', groupBy: 'WHOLE', excludeHeads: false, enforcement: 'BLOCK', source: 'Điều 12', mark: 'V' };
const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const rest = fc.record({
  votes: fc.array(fc.record({ counts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)), body: fc.integer({ min: 36, max: 40 }), higherCountsForLower: fc.boolean(), half: fc.boolean() }), { maxLength: 2 }),
  count: fc.record({ top: fc.nat(9), second: fc.nat(30), outside: fc.nat(3), undecided: fc.nat(4) }),
  cap: fc.option(level, { nil: null }),
  decision: fc.oneof(
    fc.constant(null),
    level.map((of) => ({ decisionId: 'd', clause: null, level: of })),
    level.map((of) => ({ decisionId: 'd', clause: 'c', level: of, ground: { id: 'g', clause: 'Điều 1', mark: 'S' as const } })),
    fc.constant({ decisionId: 'd', clause: null, state: 'NOT_YET_RATED' as const }),
  ),
});
/** A proof as it is stored: through JSON. */
const kept = (proof: ProofNode): ProofNode => JSON.parse(JSON.stringify(proof)) as ProofNode;

describe.each(packs.map((pack) => [pack.id, pack] as const))('proofs under %s', (_, pack) => {
  const compiled = compilePack(pack);
  const declared = pack.facts?.MEMBER ?? {};
  const facts = fc.record(
    Object.fromEntries(Object.entries(declared).map(([name, { type }]) => [name, fc.option<FactValue>(type === 'bool' ? fc.boolean() : type === 'int' ? fc.nat(10_000) : fc.integer({ min: 1, max: 4 }), { nil: null })])),
  );
  const input = fc.tuple(facts, rest).map(([known, { votes, count, cap, decision }]): ClassificationInput => ({
    subject: 'MEMBER',
    facts: known,
    ...(cap !== null && { duty: { duty: 'NORMAL', cap, because: [{ rule: 'LONG_SICK_LEAVE', source: 'HD 21', mark: 'I', inputs: { days: 95 } }], notEvaluated: [] } }),
    votes: votes.map(({ counts: [a, b, c, d], body, higherCountsForLower, half }, n) => ({
      ballotId: `b${n}`,
      clause: 'VR, 9.3',
      verdict: levelVerdict({ 1: a, 2: b, 3: c, 4: d }, body, { default: half ? { num: 1, den: 2, strict: true } : { num: 2, den: 3, strict: false }, higherCountsForLower }),
    })),
    quotas: [{ quota, group: 'whole', check: checkQuota(count, quota) }],
    decision,
  }));

  it('come out the same from their own inputs', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(recomputeProof(kept(classify(given, compiled).proof), compiled)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('tell where an outcome was changed', () => {
    const proof = kept(classify({ subject: 'MEMBER', facts: {}, decision: { decisionId: 'd', clause: null, level: 2 } }, compiled).proof);
    const changed = { ...proof, children: proof.children?.map((node) => (node.rule === 'gates' ? { ...node, outcome: 'CEILING_4' as const } : node)) ?? [] };
    expect(recomputeProof(changed, compiled)).toEqual([{ path: '/children/0/outcome', stored: 'CEILING_4', recomputed: 'CEILING_1' }]);
  });
});

it('a proof made under another version of a pack differs where the rule did', () => {
  const pack = packs[0]!;
  const gate = pack.gates!.find((one) => one.subject === 'MEMBER' && one.expression.value !== null)!;
  const proof = kept(classify({ subject: 'MEMBER', facts: {} }, compilePack(pack)).proof);
  const newer = { ...pack, version: 2, gates: pack.gates!.map((one) => (one === gate ? { ...one, expression: { ...one.expression, source: 'Điều khác' } } : one)) };
  expect(recomputeProof(proof, compilePack(newer)).map(({ path, recomputed }) => [path.split('/').at(-1), recomputed])).toEqual([
    ['clause', 'Điều khác'],
    ['version', 2],
    ['version', 2],
  ]);
});

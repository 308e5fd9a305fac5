import { type FactValue, type RatingPack } from '@binhxet/domain';
import fc from 'fast-check';
import { loadRulePacks } from '../load-rule-packs.js';
import { compilePack, interpretPack } from './compile-gates.js';

/** Facts of a made-up pack; unknown ones and wrong types among what is drawn. */
const FACTS = { a: 'int', b: 'int', p: 'bool', q: 'bool', l: 'level' } as const;
const VALUES = { v: 3, w: null } as const;
const packOf = (expressions: readonly string[]): RatingPack => ({
  kind: 'rating-pack',
  id: 'T',
  version: 1,
  title: 't',
  sources: [],
  use: 'CYCLE',
  ratingYears: { from: 2000, to: null },
  ladder: [],
  nonLevelStates: { NOT_RATED: 'n', EXEMPT: 'e', NOT_YET_RATED: 'y' },
  values: Object.fromEntries(Object.entries(VALUES).map(([name, value]) => [name, { value, source: 's', mark: value === null ? ('UNKNOWN' as const) : ('V' as const) }])),
  facts: { MEMBER: Object.fromEntries(Object.entries(FACTS).map(([name, type]) => [name, { type, label: name }])), COLLECTIVE: {}, ORGANISATION: {} },
  gates: expressions.map((value, n) => ({ id: `G${n}`, subject: 'MEMBER', effect: { kind: 'REQUIRE', level: 1 }, label: 'g', expression: { value, source: 's', mark: 'V' } })),
});

const { bool } = fc.letrec<{ int: string; bool: string }>((tie) => ({
  int: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom('fact.a', 'fact.b', 'fact.l', 'value.v', 'value.w', '0', '1', '7', '9007199254740991'),
    fc.tuple(tie('int'), fc.constantFrom('+', '-', '*'), tie('int')).map(([x, operator, y]) => `(${x} ${operator} ${y})`),
    fc.tuple(tie('bool'), tie('int'), tie('int')).map(([condition, x, y]) => `(${condition} ? ${x} : ${y})`),
    tie('int').map((x) => `(-(${x}))`),
  ),
  bool: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom('fact.p', 'fact.q', 'true', 'false'),
    fc.tuple(tie('int'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('int')).map(([x, operator, y]) => `(${x} ${operator} ${y})`),
    fc.tuple(tie('bool'), fc.constantFrom('&&', '||', '==', '!='), tie('bool')).map(([x, operator, y]) => `(${x} ${operator} ${y})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([condition, x, y]) => `(${condition} ? ${x} : ${y})`),
    fc.tuple(tie('int'), fc.array(tie('int'), { minLength: 1, maxLength: 3 })).map(([x, list]) => `(${x} in [${list.join(', ')}])`),
    tie('bool').map((x) => `(!${x})`),
  ),
}));
const number = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 1, 2 ** 31, 2 ** 52, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER));
const known = fc.record({
  a: fc.option<FactValue>(fc.oneof(number, fc.boolean()), { nil: null }),
  b: fc.option<FactValue>(number, { nil: null }),
  l: fc.option<FactValue>(fc.integer({ min: 1, max: 4 }), { nil: null }),
  p: fc.option<FactValue>(fc.oneof(fc.boolean(), fc.constant(1)), { nil: null }),
  q: fc.option<FactValue>(fc.boolean(), { nil: null }),
});

describe('closures', () => {
  it('answer as the interpreter does, whatever the expression and whatever is known', () => {
    let answered = 0;
    fc.assert(
      fc.property(bool, fc.array(known, { minLength: 1, maxLength: 6 }), (expression, subjects) => {
        const pack = packOf([expression]);
        const [closure, oracle] = [compilePack(pack).gates[0]!, interpretPack(pack).gates[0]!];
        for (const facts of subjects) {
          const answer = oracle.evaluate(facts);
          expect(closure.evaluate(facts)).toBe(answer);
          if (answer !== null) answered += 1;
        }
      }),
      { numRuns: 3_000, seed: 124 },
    );
    expect(answered).toBeGreaterThan(3_000);
  });

  it('leave numbers beyond a double to the interpreter', () => {
    const gate = (expression: string) => compilePack(packOf([expression])).gates[0]!;
    const facts = { a: Number.MAX_SAFE_INTEGER, b: 2 };
    expect(gate('fact.a + fact.b == fact.a + 1').evaluate(facts)).toBe(false); // as doubles the two sums are the same number
    expect(gate('fact.a * fact.a > fact.a').evaluate(facts)).toBeNull(); // more than 64 bits: CEL has no answer
  });

  it('keep subjects apart that share a gate', () => {
    const { gates } = compilePack(packOf(['fact.a > 1', 'fact.a > 2']));
    expect([2, 3, null].map((a) => gates.map((gate) => gate.evaluate({ a })))).toEqual([[true, false], [true, true], [null, null]]);
  });

  it.each(loadRulePacks().ofKind('rating-pack').filter(({ content }) => content.use === 'CYCLE').map(({ content }) => [content.id, content] as const))('agree with the interpreter on every gate of %s', (_, pack) => {
    const [fast, slow] = [compilePack(pack).gates, interpretPack(pack).gates];
    for (const subject of ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const) {
      const facts = fc.record(
        Object.fromEntries(Object.entries(pack.facts?.[subject] ?? {}).map(([name, { type }]) => [name, fc.option<FactValue>(type === 'bool' ? fc.boolean() : type === 'int' ? fc.oneof(fc.nat(10), fc.nat(10_000)) : fc.integer({ min: 1, max: 4 }), { nil: null })])),
      );
      fc.assert(
        fc.property(facts, (given) => {
          slow.forEach((gate, n) => {
            if (gate.rule.subject === subject) expect([gate.rule.id, fast[n]!.evaluate(given)]).toEqual([gate.rule.id, gate.evaluate(given)]);
          });
        }),
        { numRuns: 300 },
      );
    }
  });
});

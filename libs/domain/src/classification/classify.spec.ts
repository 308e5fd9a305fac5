import fc from 'fast-check';
import { levelVerdict } from '../ballot/verdict.js';
import { type Level } from '../level/level.js';
import { type GateRule, type RatingPack } from '../rule-pack/rating-pack.js';
import { classify, type ClassificationInput } from './classify.js';
import { type CompiledGate, type CompiledPack } from './compiled-gates.js';

const pack: RatingPack = {
  kind: 'rating-pack',
  id: 'T',
  version: 1,
  title: 't',
  sources: [],
  use: 'CYCLE',
  ratingYears: { from: 2000, to: null },
  ladder: [],
  nonLevelStates: { NOT_RATED: 'n', EXEMPT: 'e', NOT_YET_RATED: 'y' },
};
const gate = (
  id: string,
  kind: 'REQUIRE' | 'CAP',
  level: Level,
  fact: string,
  expression: string | null = fact,
): CompiledGate => {
  const rule: GateRule = {
    id,
    subject: 'MEMBER',
    effect: { kind, level },
    label: id,
    expression: { value: expression, source: `clause of ${id}`, mark: 'V' },
  };
  return {
    rule,
    factNames: expression === null ? [] : [fact],
    evaluate: (facts) => (facts[fact] as boolean | null | undefined) ?? null,
  };
};
const compiled: CompiledPack = {
  pack,
  gates: [
    gate('top', 'REQUIRE', 1, 'outstanding'),
    gate('good', 'REQUIRE', 2, 'good'),
    gate('bottom', 'CAP', 4, 'disciplined'),
    gate('open', 'CAP', 4, 'any', null),
  ],
};
const member = (rest: Partial<ClassificationInput> = {}): ClassificationInput => ({
  subject: 'MEMBER',
  facts: { outstanding: true, good: true, disciplined: false },
  ...rest,
});
const decided = (level: Level) => ({ decisionId: 'd', clause: 'clause of the authority', level });

describe('classify', () => {
  it.each([
    [{ outstanding: true, good: true, disciplined: false }, 1],
    [{ outstanding: false, good: true, disciplined: false }, 2],
    [{ outstanding: false, good: false, disciplined: false }, 3],
    [{ outstanding: true, good: true, disciplined: true }, 4],
  ])('%j leaves the ceiling %i', (facts, ceiling) => {
    expect(classify(member({ facts }), compiled)).toMatchObject({ ceiling, level: null });
  });

  it('lists what it could not evaluate, and restricts nobody by it', () => {
    const result = classify(member({ facts: { good: true, disciplined: false } }), compiled);
    expect(result.ceiling).toBe(1);
    expect(result.notEvaluated).toEqual([
      { gate: 'top', why: 'FACT_UNKNOWN', missing: ['outstanding'] },
      { gate: 'open', why: 'NOT_CONFIRMED', missing: [] },
    ]);
  });

  it('takes the decision as the level and shows gates, votes and clauses', () => {
    const verdict = levelVerdict({ 2: 7 }, 12, {
      default: { num: 1, den: 2, strict: true },
      higherCountsForLower: false,
    });
    const result = classify(member({ votes: [{ ballotId: 'b', verdict }], decision: decided(2) }), compiled);
    expect(result).toMatchObject({ ceiling: 1, level: 2, state: null });
    expect(result.proof.outcome).toBe('LEVEL_2');
    expect(result.proof.children?.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['gates', 'CEILING_1'],
      ['votes', 'LEVEL_2'],
      ['decision', 'LEVEL_2'],
    ]);
    expect(result.proof.children?.[0]?.children?.[0]).toEqual({
      rule: 'top',
      clause: 'clause of top',
      mark: 'V',
      inputs: { outstanding: true },
      outcome: 'HOLDS',
    });
  });

  it('gives no level to a decision above the ceiling', () => {
    const result = classify(
      member({ facts: { good: true, outstanding: false, disciplined: false }, decision: decided(1) }),
      compiled,
    );
    expect(result).toMatchObject({ ceiling: 2, level: null });
    expect(result.proof.outcome).toBe('ABOVE_CEILING');
  });

  it('lets a decision above the ceiling stand on a ground of the pack, both values in sight', () => {
    const ground = { id: 'BREAKTHROUGH', clause: 'Điều 9', mark: 'S' as const };
    const facts = { good: true, outstanding: false, disciplined: false };
    const result = classify(member({ facts, decision: { decisionId: 'd', clause: null, level: 1, ground } }), compiled);
    expect(result).toMatchObject({ ceiling: 2, level: 1 });
    expect(result.proof.outcome).toBe('LEVEL_1');
    expect(result.proof.children?.at(-1)).toMatchObject({
      rule: 'decision',
      inputs: { ceiling: 2 },
      children: [{ rule: 'above-ceiling', clause: 'Điều 9', mark: 'S', inputs: { ground: 'BREAKTHROUGH', decided: 1, ceiling: 2 } }],
    });
    // A ground is needed only above the ceiling: below it, it leaves no trace.
    expect(classify(member({ decision: { decisionId: 'd', clause: null, level: 2, ground } }), compiled).proof.children?.at(-1)).not.toHaveProperty('children');
  });

  it('leaves an exempt subject without ceiling and level', () => {
    const duty = {
      duty: 'EXEMPT',
      cap: null,
      because: [{ rule: 'r', source: 'clause', mark: 'V', inputs: {} }],
      notEvaluated: [],
    } as const;
    expect(classify(member({ duty, decision: decided(1) }), compiled)).toMatchObject({
      ceiling: null,
      level: null,
      state: 'EXEMPT',
    });
  });

  it('caps by duty as well as by gates', () => {
    const duty = { duty: 'NORMAL', cap: 3, because: [], notEvaluated: [] } as const;
    expect(classify(member({ duty }), compiled).ceiling).toBe(3);
  });

  it('leaves gates of other subjects alone', () => {
    expect(classify({ subject: 'COLLECTIVE', facts: { disciplined: true } }, compiled)).toMatchObject({
      ceiling: 1,
      notEvaluated: [],
    });
  });

  it('never lets a worse fact raise a ceiling', () => {
    const known = fc.record({ outstanding: fc.boolean(), good: fc.boolean(), disciplined: fc.boolean() });
    fc.assert(
      fc.property(known, (facts) => {
        const ceiling = classify(member({ facts }), compiled).ceiling!;
        expect(classify(member({ facts: { ...facts, disciplined: true } }), compiled).ceiling!).toBeGreaterThanOrEqual(
          ceiling,
        );
        expect(classify(member({ facts: { ...facts, good: false } }), compiled).ceiling!).toBeGreaterThanOrEqual(
          ceiling,
        );
      }),
    );
  });
});

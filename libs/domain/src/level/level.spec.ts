import { levelVerdict } from '../ballot/verdict.js';
import { classify } from '../classification/classify.js';
import { type CompiledPack } from '../classification/compiled-gates.js';
import { depthOf, type GateRule, type LadderEntry, type RatingPack } from '../rule-pack/rating-pack.js';
import { isLevel, type Level, ranksOf } from './level.js';

const HALF = { num: 1, den: 2, strict: true };

/** A pack with as many ranks as asked for and one gate that is not met. */
function packOf(depth: number, kind: 'REQUIRE' | 'CAP', level: Level): CompiledPack {
  const ladder = ranksOf(depth).map((rank): LadderEntry => ({
    subjects: ['MEMBER', 'COLLECTIVE', 'ORGANISATION'],
    level: rank,
    label: `Mức ${rank}`,
    short: `M${rank}`,
    source: 't',
    mark: 'I',
  }));
  const pack: RatingPack = {
    kind: 'rating-pack',
    id: 'T',
    version: 1,
    title: 't',
    sources: [],
    use: 'CYCLE',
    ratingYears: { from: 2000, to: null },
    ladder,
    nonLevelStates: { NOT_RATED: 'n', EXEMPT: 'e', NOT_YET_RATED: 'y' },
  };
  const rule: GateRule = {
    id: 'G',
    subject: 'MEMBER',
    effect: { kind, level },
    label: 'g',
    expression: { value: 'x', source: 't', mark: 'I' },
  };
  return { pack, gates: [{ rule, factNames: [], evaluate: () => kind === 'CAP' }] };
}

describe('ladders of two to six ranks', () => {
  it.each([2, 3, 4, 5, 6])('of %i: the worst rank is where a requirement above it leads', (depth) => {
    const compiled = packOf(depth, 'REQUIRE', (depth - 1) as Level);
    expect(depthOf(compiled.pack)).toBe(depth);
    expect(classify({ subject: 'MEMBER', facts: {} }, compiled).ceiling).toBe(depth);
    expect(classify({ subject: 'MEMBER', facts: {} }, packOf(depth, 'CAP', depth as Level)).ceiling).toBe(depth);
    expect(isLevel(depth, depth)).toBe(true);
    expect(isLevel(depth + 1, depth)).toBe(false);
  });

  it('compares the votes for every rank of the ballot, and for four where it says nothing', () => {
    const verdict = levelVerdict({ 2: 2, 5: 6 }, 8, { default: HALF, ranks: 5, higherCountsForLower: false });
    expect(verdict).toMatchObject({ level: 5, outcome: 'LEVEL' });
    expect(verdict.tests.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(levelVerdict({ 2: 6 }, 8, { default: HALF, higherCountsForLower: false }).tests).toHaveLength(4);
  });
});

import { type CompiledPack } from '../classification/compiled-gates.js';
import { type Level } from '../level/level.js';
import { type RatingPack } from '../rule-pack/rating-pack.js';
import { type LaterDiscipline, reevaluatedLevel } from './new-level.js';

const said = <T>(value: T) => ({ value, source: 'clause', mark: 'V' }) as const;
const entry = (level: Level) => ({ level, subjects: ['MEMBER'], label: `${level}`, source: 's', mark: 'V' });
const pack = {
  id: 'P',
  version: 1,
  ladder: ([1, 2, 3, 4] as const).map(entry),
  facts: { MEMBER: { disciplined: { type: 'bool', label: 'd' }, selfDetectedAndRemedied: { type: 'bool', label: 's' } } },
} as unknown as RatingPack;
const rule = (id: string, kind: string, level: Level) => ({ id, subject: 'MEMBER', effect: { kind, level }, expression: said('…'), label: id });
const compiled: CompiledPack = {
  pack,
  gates: [
    { rule: rule('NO_DISCIPLINE', 'REQUIRE', 1), factNames: ['disciplined'], evaluate: (facts: Record<string, unknown>) => facts['disciplined'] !== true },
    { rule: rule('DISCIPLINED', 'CAP', 4), factNames: ['disciplined'], evaluate: (facts: Record<string, unknown>) => facts['disciplined'] === true && facts['selfDetectedAndRemedied'] !== true },
  ],
} as unknown as CompiledPack;

const NONE: LaterDiscipline = { selfDetected: false, remedied: false };
const BOTH: LaterDiscipline = { selfDetected: true, remedied: true };
const level = (old: Level, wanted: Level | null, discipline: LaterDiscipline) => {
  const result = reevaluatedLevel({ subject: 'MEMBER', facts: {}, discipline, old, wanted, decisionId: 'd' }, compiled);
  return result.refusal ?? result.level;
};

describe('reevaluatedLevel', () => {
  it.each<[string, Level, Level | null, LaterDiscipline, unknown]>([
    ['the lowest level by itself', 1, null, NONE, 4],
    ['the lowest level where it is named', 2, 4, NONE, 4],
    ['a milder one where it was found and made good by the subject', 1, 3, BOTH, 3],
  ])('gives %s', (_, old, wanted, discipline, expected) => {
    expect(level(old, wanted, discipline)).toBe(expected);
  });

  it.each<[string, Level, Level | null, LaterDiscipline, string]>([
    ['what is the lowest already', 4, null, NONE, 'ALREADY_LOWEST'],
    ['a level no lower than before', 2, 2, BOTH, 'NOT_LOWER'],
    ['a level better than before', 3, 1, BOTH, 'NOT_LOWER'],
    ['a milder one where only half of it is true', 1, 3, { selfDetected: true, remedied: false }, 'NOT_WEIGHED'],
    ['a milder one without grounds', 1, 2, NONE, 'NOT_WEIGHED'],
  ])('refuses %s', (_, old, wanted, discipline, refusal) => {
    expect(level(old, wanted, discipline)).toBe(refusal);
  });

  it('stays inside the gates of the pack: what the pack never forgives cannot be weighed', () => {
    const strict: CompiledPack = { ...compiled, gates: compiled.gates.map((gate) => (gate.rule.id === 'DISCIPLINED' ? { ...gate, evaluate: () => true } : gate)) };
    expect(reevaluatedLevel({ subject: 'MEMBER', facts: {}, discipline: BOTH, old: 1, wanted: 3, decisionId: 'd' }, strict)).toMatchObject({ refusal: 'ABOVE_CEILING', classification: { ceiling: 4 } });
  });
});

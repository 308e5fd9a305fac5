import { classify, type Classification, type RatingPack, type SubjectFacts } from '@binhxet/domain';
import { loadRulePacks } from '../load-rule-packs.js';
import { compilePack } from './compile-gates.js';

const packs = loadRulePacks();
const p2023 = packs.getOf('rating-pack', 'P2023').content;
const p2025 = packs.getOf('rating-pack', 'P2025').content;
const rate = (pack: RatingPack, facts: SubjectFacts, subject: 'MEMBER' | 'COLLECTIVE' = 'MEMBER'): Classification =>
  classify({ subject, facts }, compilePack(pack));
const best: SubjectFacts = {
  worstCriterionGrade: 1,
  worstTaskGrade: 1,
  tasksTotal: 10,
  tasksDone: 10,
  tasksOnTime: 10,
  tasksAboveTarget: 5,
  forceMajeure: false,
  disciplined: false,
  selfDetectedAndRemedied: false,
  degradationConcluded: false,
  prohibitionsBreached: false,
  holdsLeadershipPost: false,
};

describe('members of 2023 and 2024', () => {
  it.each<[string, SubjectFacts, number]>([
    ['everything excellent', {}, 1],
    ['four of ten tasks above target', { tasksAboveTarget: 4 }, 2],
    ['one criterion Trung bình', { worstCriterionGrade: 3 }, 2],
    ['task results Tốt', { worstTaskGrade: 2 }, 2],
    ['task results Trung bình', { worstTaskGrade: 3 }, 3],
    ['one criterion Kém', { worstCriterionGrade: 4 }, 4],
    ['one task late', { tasksOnTime: 9 }, 2],
    ['disciplined', { disciplined: true }, 4],
    ['disciplined, self-detected and remedied', { disciplined: true, selfDetectedAndRemedied: true }, 1],
    ['exactly half of the targets', { tasksDone: 5, tasksOnTime: 5 }, 2],
    ['fewer than half', { tasksDone: 4, tasksOnTime: 4 }, 4],
    ['fewer than half by force majeure', { tasksDone: 4, tasksOnTime: 4, forceMajeure: true }, 2],
    [
      'a leader with a unit behind',
      {
        holdsLeadershipPost: true,
        unitsTotal: 2,
        unitsCompleted: 1,
        unitsAboveTarget: 1,
        unitTasksTotal: 10,
        unitTasksDone: 8,
      },
      2,
    ],
    [
      'a leader whose unit failed',
      {
        holdsLeadershipPost: true,
        unitsTotal: 2,
        unitsCompleted: 2,
        unitsAboveTarget: 1,
        unitTasksTotal: 10,
        unitTasksDone: 4,
      },
      4,
    ],
  ])('%s', (_, change, ceiling) => {
    expect(rate(p2023, { ...best, ...change }).ceiling).toBe(ceiling);
  });

  it('needs no leader facts of somebody who leads nothing, and names them for a leader', () => {
    const open = (facts: SubjectFacts) => rate(p2023, facts).notEvaluated.filter(({ why }) => why === 'FACT_UNKNOWN');
    expect(open(best)).toEqual([]);
    expect(open({ ...best, holdsLeadershipPost: true }).map(({ gate }) => gate)).toEqual([
      'M1.LEADER_UNITS',
      'M4.LEADER_UNIT',
    ]);
  });

  it('lists what is not confirmed and restricts nobody without facts', () => {
    const result = rate(p2023, {});
    expect(result.ceiling).toBe(1);
    expect(result.notEvaluated).toContainEqual({ gate: 'M1.CIVIL_LEVEL', why: 'NOT_CONFIRMED', missing: [] });
    expect(result.notEvaluated).toContainEqual({
      gate: 'M4.DEGRADATION',
      why: 'FACT_UNKNOWN',
      missing: ['degradationConcluded'],
    });
  });

  it('takes a falsehood for what it is, not for an unknown', () => {
    expect(rate(p2023, { prohibitionsBreached: false }).notEvaluated.map(({ gate }) => gate)).not.toContain(
      'M4.PROHIBITIONS',
    );
  });
});

describe('collectives of 2023 and 2024', () => {
  const facts = {
    worstCriterionGrade: 1,
    worstTaskGrade: 1,
    tasksTotal: 10,
    tasksDone: 10,
    disciplined: false,
    subordinateUnits: 10,
    leadershipMemberDisciplined: false,
  };
  it.each([
    [0, 1],
    [1, 2],
    [2, 2],
    [3, 4],
  ])('%i of 10 units disciplined', (subordinateUnitsDisciplined, ceiling) => {
    expect(rate(p2023, { ...facts, subordinateUnitsDisciplined }, 'COLLECTIVE').ceiling).toBe(ceiling);
  });
});

describe('members from 2025 on', () => {
  const facts: SubjectFacts = {
    points: 9000,
    tasksTotal: 10,
    tasksDone: 10,
    tasksOnTime: 10,
    tasksAboveTarget: 3,
    shortcomingsTotal: 2,
    shortcomingsRemedied: 2,
    holdsLeadershipPost: false,
  };
  it.each<[string, SubjectFacts, number]>([
    ['90 points', {}, 1],
    ['89.99 points', { points: 8999 }, 2],
    ['70 points', { points: 7000 }, 2],
    ['69.99 points', { points: 6999 }, 3],
    ['50 points', { points: 5000 }, 3],
    ['49.99 points', { points: 4999 }, 4],
    ['two of ten late', { tasksOnTime: 8 }, 3],
    ['three of ten late', { tasksOnTime: 7 }, 4],
    ['a shortcoming left', { shortcomingsRemedied: 1 }, 2],
    ['two of ten above requirement', { tasksAboveTarget: 2 }, 2],
  ])('%s', (_, change, ceiling) => {
    expect(rate(p2025, { ...facts, ...change }).ceiling).toBe(ceiling);
  });

  it('keeps a head below the collective only where the superior switched it on', () => {
    const head = { ...facts, isHead: true, collectiveLevel: 3 };
    expect(rate(p2025, head).ceiling).toBe(1);
    const settings = {
      kind: 'settings',
      id: 'S',
      version: 1,
      title: 's',
      sources: [],
      values: { 'head.notAboveCollective': { value: 1, source: 'chosen', mark: 'I' } },
    } as const;
    expect(classify({ subject: 'MEMBER', facts: head }, compilePack(p2025, settings)).ceiling).toBe(3);
  });
});

describe('derived facts', () => {
  const pack: RatingPack = {
    ...p2025,
    derived: {
      MEMBER: {
        lateTasks: {
          type: 'int',
          label: 'Số nhiệm vụ chậm',
          expression: { value: 'fact.tasksTotal - fact.tasksOnTime', source: 't', mark: 'I' },
        },
        anyLate: {
          type: 'bool',
          label: 'Có nhiệm vụ chậm',
          expression: { value: 'fact.lateTasks > 0', source: 't', mark: 'I' },
        },
      },
    },
    gates: [
      {
        id: 'D',
        subject: 'MEMBER',
        effect: { kind: 'CAP', level: 3 },
        label: 'chậm',
        expression: { value: 'fact.anyLate && fact.isHead', source: 't', mark: 'I' },
      },
    ],
  };

  it('are computed in their order and shown by the facts they rest on', () => {
    const of = (facts: SubjectFacts) => classify({ subject: 'MEMBER', facts }, compilePack(pack));
    expect(of({ tasksTotal: 10, tasksOnTime: 9, isHead: true }).ceiling).toBe(3);
    expect(of({ tasksTotal: 10, tasksOnTime: 10, isHead: true }).ceiling).toBe(1);
    expect(of({ tasksTotal: 10, tasksOnTime: 9, isHead: true }).proof.children?.[0]?.children?.[0]?.inputs).toEqual({
      isHead: true,
      tasksOnTime: 9,
      tasksTotal: 10,
    });
  });

  it('are unknown while a fact they rest on is, and never carried over from the subject before', () => {
    const compiled = compilePack(pack);
    classify({ subject: 'MEMBER', facts: { tasksTotal: 10, tasksOnTime: 9, isHead: true } }, compiled);
    const open = classify({ subject: 'MEMBER', facts: { tasksTotal: 10, isHead: true } }, compiled);
    expect(open).toMatchObject({
      ceiling: 1,
      notEvaluated: [{ gate: 'D', why: 'FACT_UNKNOWN', missing: ['tasksOnTime'] }],
    });
  });
});

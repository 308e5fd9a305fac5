import { figuresOfAnswer, figuresOfLine, figuresOfWork } from './year-around.js';

type Line = Parameters<typeof figuresOfLine>[0];

const line = (target: object, outcome: object, term: object | null = null): Line =>
  ({
    resolution: { id: 'r', number: 'NQ', title: 't', adoptedOn: '2015-01-01' },
    target: {
      code: '3',
      wording: 'Kết nạp',
      operator: '>=',
      value: { num: 1600, den: 1 },
      upper: null,
      unit: 'COUNT',
      ...target,
    },
    outcome: {
      reading: 'all',
      k: 1940,
      n: null,
      percent: null,
      verdict: 'EXCEEDED',
      difference: null,
      readings: [],
      ambiguous: false,
      ...outcome,
    },
    label: null,
    term,
  }) as unknown as Line;

describe('figures of a target', () => {
  it('say how far the result lies from it', () => {
    const difference = { unit: 'PERCENT_OF_TARGET', scaled: 2125, decimals: 2 };
    expect(figuresOfLine(line({}, { difference }), 'NQ')).toEqual([
      {
        key: 'target.NQ.3',
        label: 'Kết nạp',
        k: 1940,
        n: null,
        judged: { target: 'từ 1.600', verdict: 'EXCEEDED', difference: 'vượt 21,25 %' },
      },
    ]);
    const points = { unit: 'POINTS', scaled: -5, decimals: 0 };
    expect(figuresOfLine(line({}, { difference: points }), 'NQ')[0]!.judged!.difference).toBe('thiếu 5 điểm phần trăm');
  });

  it('show every reading and the sum over the term', () => {
    const readings = [
      { reading: 'all', k: 9, n: 20, verdict: 'NOT_MET', difference: null, percent: null },
      { reading: 'of-those', k: 9, n: 18, verdict: 'MET', difference: null, percent: null },
    ];
    const figures = figuresOfLine(
      line(
        { operator: 'between', value: { num: 450, den: 1 }, upper: { num: 500, den: 1 } },
        { k: 9, n: 20, verdict: 'NOT_MET', readings, ambiguous: true },
        { cumulative: 471, verdict: 'MET', years: [], gaps: [] },
      ),
      'NQ',
    );
    expect(figures.map(({ key, k, n, judged }) => [key, k, n, judged!.verdict, judged!.target])).toEqual([
      ['target.NQ.3', 9, 20, 'NOT_MET', '450–500'],
      ['target.NQ.3.of-those', 9, 18, 'MET', '450–500'],
      ['target.NQ.3.term', 471, null, 'MET', '450–500'],
    ]);
  });
});

describe('figures of a question about a quota', () => {
  it('say what would be allowed and whether what there is keeps within it', () => {
    const outcome = (base: string, ceiling: number, excess: number) => ({
      base,
      rounding: 'FLOOR',
      groupBy: 'WHOLE',
      inUse: excess === 0,
      breach: excess > 0 ? 'CERTAIN' : 'NONE',
      total: { ceiling: { lower: ceiling, upper: ceiling }, used: 16, excess },
    });
    const quotas = [{ outcomes: [outcome('LOWER_ONLY', 11, 5), outcome('LOWER_PLUS_TOP', 16, 0)] }];
    const answer = { quotas } as unknown as Parameters<typeof figuresOfAnswer>[0];
    expect(figuresOfAnswer(answer, 'q').map(({ key, k, judged }) => [key, k, judged])).toEqual([
      ['whatIf.q.WHOLE.LOWER_ONLY.FLOOR', 11, { target: 'đang có 16', verdict: 'NOT_MET', difference: 'vượt 5' }],
      ['whatIf.q.WHOLE.LOWER_PLUS_TOP.FLOOR', 16, { target: 'đang có 16', verdict: 'MET', difference: null }],
    ]);
  });
});

describe('figures of work', () => {
  it('keep turns and distinct subjects apart, by body', () => {
    const inspected = {
      kind: 'INSPECTION',
      body: 'PARTY_COMMITTEE',
      subjectKind: 'MEMBER',
      turns: 12,
      subjects: 5,
    } as const;
    const trained = { kind: 'TRAINING', body: null, subjectKind: null, turns: 1046, subjects: 0 } as const;
    expect([inspected, trained].flatMap(figuresOfWork).map(({ key, k, n }) => [key, k, n])).toEqual([
      ['work.INSPECTION.PARTY_COMMITTEE.MEMBER', 12, null],
      ['work.INSPECTION.PARTY_COMMITTEE.MEMBER.subjects', 5, null],
      ['work.TRAINING', 1046, null],
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, type RatingPack } from '@binhxet/domain';
import { diffRuleFiles } from '../diff-rules.js';
import { loadRulePacks, SHIPPED_RULES } from '../load-rule-packs.js';
import { parseRuleFile } from '../parse-rule-file.js';
import { compilePack } from '../cel/compile-gates.js';
import { explainExpression } from './explain-expression.js';
import { explainRuleFile, explanationLines } from './explain-rule-file.js';

const packs = loadRulePacks();
const p2023 = packs.getOf('rating-pack', 'P2023').content;
const text = readFileSync(join(SHIPPED_RULES, 'rating/P2023.yaml'), 'utf8');

/** A copy of a pack with a change in its text. */
function copyWith(...changes: readonly (readonly [string, string])[]): RatingPack {
  const changed = changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`no ${from}`);
    return all.replace(from, to);
  }, text);
  const parsed = parseRuleFile('copy', changed);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.loaded.content as RatingPack;
}

describe('a threshold edited in a copy of a pack', () => {
  const edited = copyWith([
    '      value: 50,\n      unit: percent of tasks',
    '      value: 40,\n      unit: percent of tasks',
  ]);
  const facts = { tasksTotal: 10, tasksAboveTarget: 4 };
  const clauseOf = (pack: RatingPack, path: string) =>
    explainRuleFile(pack)
      .sections.flatMap(({ clauses }) => clauses)
      .find((clause) => clause.path === path)?.text;

  it('changes outcome and proof', () => {
    const [before, after] = [p2023, edited].map((pack) => classify({ subject: 'MEMBER', facts }, compilePack(pack)));
    expect([before!.ceiling, after!.ceiling]).toEqual([2, 1]);
    const outcome = (result: typeof before) =>
      result!.proof.children?.[0]?.children?.find(({ rule }) => rule === 'M1.ABOVE_TARGET')?.outcome;
    expect([outcome(before), outcome(after)]).toEqual(['FAILS', 'HOLDS']);
  });

  it('changes the explanation', () => {
    const path = `/gates/${p2023.gates!.findIndex(({ id }) => id === 'M1.ABOVE_TARGET')}`;
    expect(clauseOf(p2023, path)).toContain('«Số nhiệm vụ hoàn thành vượt mức» × 100 ≥ «Số nhiệm vụ được giao» × 50');
    expect(clauseOf(edited, path)).toContain('«Số nhiệm vụ hoàn thành vượt mức» × 100 ≥ «Số nhiệm vụ được giao» × 40');
  });

  it('is the one difference', () => {
    expect(diffRuleFiles(p2023, edited)).toEqual([
      {
        path: '/values/aboveTargetPercent',
        change: 'CHANGED',
        old: { value: 50, source: 'QĐ 124-QĐ/TW, Điều 12', mark: 'V' },
        new: { value: 40, source: 'QĐ 124-QĐ/TW, Điều 12', mark: 'V' },
      },
    ]);
  });
});

describe('diffRuleFiles', () => {
  it('finds nothing between a file and itself', () => {
    for (const { content } of packs.files) expect(diffRuleFiles(content, content)).toEqual([]);
  });

  it('names entries by their ids: one more in the middle shifts nothing', () => {
    const more = copyWith([
      '  - id: M1.ON_TIME',
      "  - id: M1.NEW\n    subject: MEMBER\n    effect: { kind: REQUIRE, level: 1 }\n    label: Mới\n    expression: { value: 'fact.tasksTotal > 0', source: thử, mark: I }\n  - id: M1.ON_TIME",
    ]);
    expect(diffRuleFiles(p2023, more)).toEqual([
      {
        path: '/gates/M1.NEW',
        change: 'ADDED',
        old: null,
        new: { value: more.gates!.find(({ id }) => id === 'M1.NEW') },
      },
    ]);
    expect(diffRuleFiles(more, p2023)).toMatchObject([{ path: '/gates/M1.NEW', change: 'REMOVED', new: null }]);
  });

  it('shows what becomes unconfirmed, and a change of the clause alone', () => {
    const less = copyWith(
      [
        "value: fact.worstTaskGrade == 1, source: 'QĐ 124-QĐ/TW, Điều 12', mark: V",
        'value: null, source: xem lại, mark: UNKNOWN',
      ],
      [
        "value: fact.degradationConcluded, source: 'QĐ 124-QĐ/TW, Điều 12.4'",
        "value: fact.degradationConcluded, source: 'QĐ 124-QĐ/TW, Điều 13'",
      ],
    );
    expect(diffRuleFiles(p2023, less)).toMatchObject([
      { path: '/gates/M1.TASK_RESULTS/expression', new: { value: null, source: 'xem lại', mark: 'UNKNOWN' } },
      {
        path: '/gates/M4.DEGRADATION/expression',
        old: { source: 'QĐ 124-QĐ/TW, Điều 12.4' },
        new: { source: 'QĐ 124-QĐ/TW, Điều 13' },
      },
    ]);
  });
});

describe('explanations', () => {
  it.each<[string, string]>([
    ['fact.worstCriterionGrade <= 2', '«Mức thấp nhất trong các tiêu chí» từ Tốt trở lên'],
    ['fact.worstCriterionGrade == 4', '«Mức thấp nhất trong các tiêu chí» là Kém'],
    ['fact.worstCriterionGrade > 2', '«Mức thấp nhất trong các tiêu chí» từ Trung bình trở xuống'],
    ['fact.civilLevel == 1', '«Mức xếp loại cán bộ, công chức, viên chức» là Hoàn thành xuất sắc nhiệm vụ'],
    [
      '!fact.disciplined || fact.selfDetectedAndRemedied',
      'không «Bị kỷ luật trong năm» hoặc «Tự phát hiện và khắc phục xong hậu quả»',
    ],
    [
      '(fact.tasksTotal - fact.tasksOnTime) * 100 <= 20',
      '(«Số nhiệm vụ được giao» − «Số nhiệm vụ hoàn thành đúng tiến độ») × 100 ≤ 20',
    ],
    ['fact.tasksTotal in [1, 2]', '«Số nhiệm vụ được giao» thuộc [1, 2]'],
  ])('%s', (expression, words) => {
    expect(explainExpression(expression, p2023, 'MEMBER').replace('[ ', '[').replace(' ]', ']')).toBe(words);
  });

  it('say of every shipped file what is not confirmed, and leave no code in the words of a pack', () => {
    for (const { content } of packs.files) {
      const lines = explanationLines(explainRuleFile(content)).join('\n');
      const unknown = JSON.stringify(content).match(/"value":null/g)?.length ?? 0;
      expect(lines.split('chưa xác nhận').length > unknown).toBe(true);
      expect(lines).not.toMatch(/\{\w+\}|undefined|\[object/);
      if (content.kind === 'rating-pack') expect(lines).not.toMatch(/fact\.|LOWER_ONLY|GRASSROOTS_|MEMBERS_MEETING/);
    }
  });

  it('say where a carried value comes from', () => {
    const lines = explanationLines(explainRuleFile(packs.get('P2018').content));
    expect(
      lines.some((line) => line.includes('Hoàn thành dưới mức tối thiểu') && line.includes('suy luận; theo P2019')),
    ).toBe(true);
  });

  it('tell the shares of votes that the oldest pack asks for', () => {
    const lines = explanationLines(explainRuleFile(packs.get('P2011').content)).join('\n');
    expect(lines).toContain('Mức Đủ tư cách, hoàn thành xuất sắc nhiệm vụ cần từ 2/3 trở lên');
    expect(lines).toContain('Mức Đủ tư cách, hoàn thành tốt nhiệm vụ cần quá 1/2');
  });
});

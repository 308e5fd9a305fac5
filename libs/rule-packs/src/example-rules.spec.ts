import { classify, depthOf, equivalentLevel, resolveQuota } from '@binhxet/domain';
import { fileURLToPath } from 'node:url';
import { diffRuleFiles } from './diff-rules.js';
import { explainRuleFile, explanationLines } from './explain/explain-rule-file.js';
import { loadRulePacks, readFolder } from './load-rule-packs.js';

const files = readFolder(fileURLToPath(new URL('../../../docs/examples/rules-2027', import.meta.url)));

describe('the example of next year’s rules', () => {
  it('can be published in its order: nothing contradicts what stands before it', () => {
    const packs = loadRulePacks();
    const before = packs.files;
    files.forEach((loaded, index) => {
      expect(packs.problemsWith(loaded)).toEqual([]);
      packs.adopt(files.slice(0, index + 1));
    });
    expect(packs.files).toHaveLength(before.length + files.length);
    expect(packs.forYear(2026).content.version).toBe(2);
    expect(packs.forYear(2027).content.id).toBe(files[1]!.content.id);
  });

  it('ends the rules in force and changes nothing else in them', () => {
    const [ended] = files;
    const inForce = loadRulePacks().get(ended!.content.id);
    expect(diffRuleFiles(inForce.content, ended!.content).map(({ path }) => path)).toEqual([
      '/version',
      '/ratingYears/to',
    ]);
  });

  const packs = loadRulePacks();
  packs.adopt(files);
  const pack = packs.forYear(2027).content;

  it.each([
    [2500, 6500, 1],
    [2400, 6599, 2],
    [2000, 5999, 3],
    [2000, 4000, 4],
    [2000, 3999, 5],
  ])('has five levels and bands down to 60 points: %i + %i hundredths', (commonPoints, resultPoints, ceiling) => {
    expect(depthOf(pack)).toBe(5);
    const facts = { commonPoints, resultPoints, tasksTotal: 9, tasksOnTime: 9, disciplined: false };
    expect(classify({ subject: 'MEMBER', facts }, packs.compile(pack)).ceiling).toBe(ceiling);
  });

  it('takes 15 % of those one level below, once a superior has chosen base and rounding', () => {
    const settings = packs.getOf('settings', 'DEFAULT').content;
    expect(
      resolveQuota(
        pack.quotas!.find(({ subject }) => subject === 'MEMBER')!,
        settings,
      ),
    ).toMatchObject({ rate: { num: 3, den: 20 }, groupBy: 'GRASSROOTS_ORG' });
  });

  it('reads its levels in chains of years and is explained', () => {
    const map = packs.equivalence().content;
    const read = [1, 2, 3, 4, 5].map(
      (level) => equivalentLevel(map, 'commendationChain', 'MEMBER', { packId: pack.id, level: level as 1 })?.to.value,
    );
    expect(read).toEqual([1, 2, 2, 3, 4]);
    expect(explanationLines(explainRuleFile(pack)).join('\n')).toContain(
      '«Tổng điểm» = «Điểm nhóm tiêu chí chung (tối đa 30)» + «Điểm kết quả nhiệm vụ (tối đa 70)»',
    );
  });
});

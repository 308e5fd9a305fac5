import { type ExplainableProof, explainProof } from './proof.js';
import { pointsText, type ProofWords, shareText } from './proof-words.js';

const words: ProofWords = {
  title: 'Quy định 124-QĐ/TW',
  levels: ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Không hoàn thành nhiệm vụ'],
  states: { EXEMPT: 'Miễn', NOT_RATED: 'Không xếp loại', NOT_YET_RATED: 'Chưa xếp loại' },
  gates: {
    'M1.ABOVE_TARGET': { label: 'Đủ tỷ trọng nhiệm vụ vượt mức', kind: 'REQUIRE', level: 1, confirmed: true },
    'M1.CIVIL': { label: 'Xếp loại công chức ở mức cao nhất', kind: 'REQUIRE', level: 1, confirmed: false },
    'M1.POINTS': { label: 'Đạt mức điểm', kind: 'REQUIRE', level: 1, confirmed: true },
    'M4.POOR': { label: 'Có tiêu chí mức Kém', kind: 'CAP', level: 4, confirmed: true },
    'M4.DISCIPLINED': { label: 'Bị kỷ luật trong năm', kind: 'CAP', level: 4, confirmed: true },
    'M2.HEAD': { label: 'Người đứng đầu không cao hơn tập thể', kind: 'CAP', level: 2, confirmed: true },
  },
  facts: {
    tasksTotal: { label: 'Số nhiệm vụ được giao', type: 'int' },
    tasksAboveTarget: { label: 'Số nhiệm vụ vượt mức', type: 'int' },
    points: { label: 'Điểm tổng hợp', type: 'int', unit: 'hundredths of a point' },
    worstCriterionGrade: { label: 'Mức thấp nhất trong các tiêu chí', type: 'grade' },
    disciplined: { label: 'Bị kỷ luật', type: 'bool' },
    collectiveLevel: { label: 'Mức của tập thể', type: 'level' },
  },
  values: { aboveTargetPercent: { unit: 'percent of tasks' }, pointsExcellent: { unit: 'hundredths of a point' }, limit: {} },
  exemptions: { LONG_SICK_LEAVE: 'Nghỉ ốm từ 3 tháng trở lên', NEW_MEMBER: 'Kết nạp chưa đủ 6 tháng', SUSPENDED: 'Bị đình chỉ sinh hoạt đảng' },
  grounds: { BREAKTHROUGH: 'Thành tích đột phá' },
};
const node = (rule: string, outcome: string, inputs: ExplainableProof['inputs'] = {}, more: Partial<ExplainableProof> = {}): ExplainableProof => ({ rule, outcome, inputs, clause: null, mark: null, ...more });
const quota = { quotaId: 'Q', group: 'whole', rateNum: 1, rateDen: 5, special: false, base: 'LOWER_ONLY', rounding: 'HALF_UP', top: 16, second: 55, outside: 1, undecided: 0, ceilingLower: 12, ceilingUpper: 12, used: 16, excess: 4, enforcement: 'BLOCK' };
const test = { own: 7, votes: 7, of: 12, sharePerMille: 583, comparator: '>', num: 1, den: 2, left: 14, right: 12, holds: true };

describe('explainProof', () => {
  it.each<[string, ExplainableProof, string, string, string]>([
    ['a result', node('classification', 'LEVEL_2', { subject: 'MEMBER' }), 'Kết quả của đảng viên theo Quy định 124-QĐ/TW: “Hoàn thành tốt nhiệm vụ”.', 'Result of the member under Quy định 124-QĐ/TW: “Hoàn thành tốt nhiệm vụ”.', 'NEUTRAL'],
    ['no result yet', node('classification', 'UNDECIDED', { subject: 'ORGANISATION' }), 'Chưa có kết quả của tổ chức đảng theo Quy định 124-QĐ/TW.', 'No result of the organisation yet under Quy định 124-QĐ/TW.', 'OPEN'],
    ['a result that cannot stand', node('classification', 'ABOVE_CEILING', { subject: 'COLLECTIVE' }), 'Mức quyết định của tập thể lãnh đạo cao hơn mức được phép nên không thành kết quả.', 'The level decided for the leading collective is above what is allowed and is no result.', 'AGAINST'],
    ['a state without a level', node('classification', 'NOT_YET_RATED', { subject: 'MEMBER' }), 'Kết quả của đảng viên theo Quy định 124-QĐ/TW: Chưa xếp loại.', 'Result of the member under Quy định 124-QĐ/TW: Chưa xếp loại.', 'NEUTRAL'],
    ['the normal duty', node('duty', 'NORMAL', { cap: null }), 'Thuộc diện được xếp loại.', 'Is to be rated.', 'NEUTRAL'],
    ['a cap by absence', node('duty', 'NORMAL', { cap: 3 }), 'Được xếp loại, cao nhất là “Hoàn thành nhiệm vụ”.', 'Is to be rated, at best “Hoàn thành nhiệm vụ”.', 'AGAINST'],
    ['an exemption', node('duty', 'EXEMPT', { cap: null }), 'Không xếp mức: Miễn.', 'No level is given: Miễn.', 'NEUTRAL'],
    ['days of absence', node('LONG_SICK_LEAVE', 'HOLDS', { absence: 'SICK', days: 95, atLeast: 90 }), 'Nghỉ ốm từ 3 tháng trở lên: 95 ngày, quy định từ 90 ngày.', 'Nghỉ ốm từ 3 tháng trở lên: 95 days, the rule begins at 90.', 'AGAINST'],
    ['months of membership', node('NEW_MEMBER', 'HOLDS', { admittedOn: '2023-08-01', asOf: '2023-12-01', months: 6 }), 'Kết nạp chưa đủ 6 tháng: tính đến 2023-12-01, mốc 6 tháng.', 'Kết nạp chưa đủ 6 tháng: as of 2023-12-01, the mark is 6 months.', 'AGAINST'],
    ['a flag', node('SUSPENDED', 'HOLDS', { suspended: true }), 'Bị đình chỉ sinh hoạt đảng.', 'Bị đình chỉ sinh hoạt đảng.', 'AGAINST'],
    ['a ceiling', node('gates', 'CEILING_1', { pack: 'T', version: 1 }), 'Theo các điều kiện, mức cao nhất có thể xếp là “Hoàn thành xuất sắc nhiệm vụ”.', 'By the conditions the best possible level is “Hoàn thành xuất sắc nhiệm vụ”.', 'NEUTRAL'],
    [
      'a requirement not met, with facts and value',
      node('M1.ABOVE_TARGET', 'FAILS', { tasksAboveTarget: 4, tasksTotal: 10 }, { values: { aboveTargetPercent: 50 } }),
      'Không đạt điều kiện của “Hoàn thành xuất sắc nhiệm vụ”: Đủ tỷ trọng nhiệm vụ vượt mức (Số nhiệm vụ được giao: 10; Số nhiệm vụ vượt mức: 4; mốc 50 %).',
      'Does not meet the condition of “Hoàn thành xuất sắc nhiệm vụ”: Đủ tỷ trọng nhiệm vụ vượt mức (Số nhiệm vụ được giao: 10; Số nhiệm vụ vượt mức: 4; mark 50 %).',
      'AGAINST',
    ],
    [
      'a requirement met, in points',
      node('M1.POINTS', 'HOLDS', { points: 9_250 }, { values: { pointsExcellent: 9_000 } }),
      'Đạt điều kiện của “Hoàn thành xuất sắc nhiệm vụ”: Đạt mức điểm (Điểm tổng hợp: 92,5; mốc 90).',
      'Meets the condition of “Hoàn thành xuất sắc nhiệm vụ”: Đạt mức điểm (Điểm tổng hợp: 92,5; mark 90).',
      'FOR',
    ],
    ['a cap that holds', node('M4.POOR', 'HOLDS', { worstCriterionGrade: 4 }), 'Chỉ được xếp cao nhất “Không hoàn thành nhiệm vụ”: Có tiêu chí mức Kém (Mức thấp nhất trong các tiêu chí: Kém).', 'At best “Không hoàn thành nhiệm vụ”: Có tiêu chí mức Kém (Mức thấp nhất trong các tiêu chí: poor).', 'AGAINST'],
    ['a cap that does not', node('M4.DISCIPLINED', 'FAILS', { disciplined: false }), 'Không thuộc trường hợp: Bị kỷ luật trong năm (Bị kỷ luật: không).', 'Not the case: Bị kỷ luật trong năm (Bị kỷ luật: no).', 'FOR'],
    ['a level as a fact', node('M2.HEAD', 'HOLDS', { collectiveLevel: 2 }, { values: { limit: 1 } }), 'Chỉ được xếp cao nhất “Hoàn thành tốt nhiệm vụ”: Người đứng đầu không cao hơn tập thể (Mức của tập thể: Hoàn thành tốt nhiệm vụ; mốc 1).', 'At best “Hoàn thành tốt nhiệm vụ”: Người đứng đầu không cao hơn tập thể (Mức của tập thể: Hoàn thành tốt nhiệm vụ; mark 1).', 'AGAINST'],
    ['a fact that is missing', node('M4.DISCIPLINED', 'NOT_EVALUATED', { disciplined: null }), 'Chưa xét: Bị kỷ luật trong năm, vì chưa biết: Bị kỷ luật. Không ai bị hạn chế.', 'Not evaluated: Bị kỷ luật trong năm, because not known: Bị kỷ luật. Nobody is restricted.', 'OPEN'],
    ['a rule that is not confirmed', node('M1.CIVIL', 'NOT_EVALUATED'), 'Chưa xét: Xếp loại công chức ở mức cao nhất, vì quy định chưa xác nhận. Không ai bị hạn chế.', 'Not evaluated: Xếp loại công chức ở mức cao nhất, because the rule is not confirmed. Nobody is restricted.', 'OPEN'],
    ['a vote', node('votes', 'LEVEL_2', { ballotId: 'b', countedBody: 12 }), 'Bỏ phiếu (tính trên 12 người): “Hoàn thành tốt nhiệm vụ”.', 'Vote (12 people counted): “Hoàn thành tốt nhiệm vụ”.', 'NEUTRAL'],
    ['a vote without majority', node('votes', 'NO_MAJORITY', { ballotId: 'b', countedBody: 12 }), 'Bỏ phiếu (tính trên 12 người): không mức nào đủ đa số, hoặc nhiều mức cùng đủ.', 'Vote (12 people counted): no level has its majority, or more than one has.', 'OPEN'],
    ['a majority', node('votes.2', 'HOLDS', test), '“Hoàn thành tốt nhiệm vụ” đủ đa số: 7/12 = 58,3 % > 1/2.', '“Hoàn thành tốt nhiệm vụ” has the majority: 7/12 = 58.3 % > 1/2.', 'FOR'],
    ['no majority, better votes counted in', node('votes.3', 'FAILS', { ...test, own: 1, votes: 5, sharePerMille: 417, comparator: '>=', num: 2, den: 3 }), '“Hoàn thành nhiệm vụ” không đủ đa số: không đạt 5/12 = 41,7 % ≥ 2/3, kể cả phiếu cho mức cao hơn (riêng mức này 1).', '“Hoàn thành nhiệm vụ” has no majority: 5/12 = 41.7 % ≥ 2/3 does not hold, votes for better levels included (own 1).', 'AGAINST'],
    ['a quota broken', node('quota', 'BREACH', quota), 'Số “Hoàn thành xuất sắc nhiệm vụ” trong nhóm: 16, tối đa 12 (tỷ lệ 1/5, tính trên số đạt mức thứ hai, làm tròn từ 0,5): vượt 4, không được phép.', '“Hoàn thành xuất sắc nhiệm vụ” within the group: 16, at most 12 (rate 1/5, of those at the second level, rounded half up): 4 too many, not allowed.', 'AGAINST'],
    ['a quota broken with a reason, at the special rate', node('quota', 'BREACH', { ...quota, special: true, rateDen: 4, ceilingLower: 14, ceilingUpper: 14, excess: 2, rounding: 'CEIL', enforcement: 'WARN_WITH_REASON' }), 'Số “Hoàn thành xuất sắc nhiệm vụ” trong nhóm: 16, tối đa 14 (tỷ lệ riêng 1/4, tính trên số đạt mức thứ hai, làm tròn lên): vượt 2, được phép kèm lý do và văn bản.', '“Hoàn thành xuất sắc nhiệm vụ” within the group: 16, at most 14 (special rate 1/4, of those at the second level, rounded up): 2 too many, allowed with a reason and a document.', 'AGAINST'],
    ['a quota while some are open', node('quota', 'UNDECIDED', { ...quota, used: 2, undecided: 9, ceilingLower: 1, ceilingUpper: 2, excess: 1, base: 'LOWER_PLUS_TOP', rounding: 'FLOOR' }), 'Số “Hoàn thành xuất sắc nhiệm vụ” trong nhóm: 2, tối đa 1–2 (tỷ lệ 1/5, tính trên số đạt từ mức thứ hai trở lên, làm tròn xuống); còn 9 trường hợp chưa quyết định: có thể vượt.', '“Hoàn thành xuất sắc nhiệm vụ” within the group: 2, at most 1–2 (rate 1/5, of those at the second level or better, rounded down); 9 still open: may be exceeded.', 'OPEN'],
    ['a quota that holds', node('quota', 'WITHIN', { ...quota, used: 12, excess: 0 }), 'Số “Hoàn thành xuất sắc nhiệm vụ” trong nhóm: 12, tối đa 12 (tỷ lệ 1/5, tính trên số đạt mức thứ hai, làm tròn từ 0,5): trong giới hạn.', '“Hoàn thành xuất sắc nhiệm vụ” within the group: 12, at most 12 (rate 1/5, of those at the second level, rounded half up): within the limit.', 'FOR'],
    ['a decision at the ceiling', node('decision', 'LEVEL_1', { decisionId: 'd', ceiling: 1 }), 'Quyết định: “Hoàn thành xuất sắc nhiệm vụ”.', 'Decided: “Hoàn thành xuất sắc nhiệm vụ”.', 'NEUTRAL'],
    ['a decision below it', node('decision', 'LEVEL_3', { decisionId: 'd', ceiling: 1 }), 'Quyết định: “Hoàn thành nhiệm vụ”, thấp hơn mức cao nhất được phép “Hoàn thành xuất sắc nhiệm vụ”.', 'Decided: “Hoàn thành nhiệm vụ”, below the best allowed “Hoàn thành xuất sắc nhiệm vụ”.', 'NEUTRAL'],
    ['a decision above it', node('decision', 'ABOVE_CEILING', { decisionId: 'd', decided: 1, ceiling: 2 }), 'Quyết định “Hoàn thành xuất sắc nhiệm vụ” cao hơn mức được phép “Hoàn thành tốt nhiệm vụ”: không có giá trị.', 'The decision “Hoàn thành xuất sắc nhiệm vụ” is above the allowed “Hoàn thành tốt nhiệm vụ”: it does not stand.', 'AGAINST'],
    ['no decision', node('decision', 'UNDECIDED', { decisionId: null }), 'Chưa có quyết định.', 'Not decided yet.', 'OPEN'],
    ['a decision without a level', node('decision', 'NOT_YET_RATED', { decisionId: 'd' }), 'Không xếp mức: Chưa xếp loại.', 'No level: Chưa xếp loại.', 'NEUTRAL'],
    ['a ground of the pack', node('above-ceiling', 'HOLDS', { ground: 'BREAKTHROUGH', decided: 1, ceiling: 2 }), '“Hoàn thành xuất sắc nhiệm vụ” cao hơn mức các điều kiện cho phép “Hoàn thành tốt nhiệm vụ”, theo căn cứ: Thành tích đột phá.', '“Hoàn thành xuất sắc nhiệm vụ” is above the “Hoàn thành tốt nhiệm vụ” that the conditions allow, on the ground: Thành tích đột phá.', 'AGAINST'],
    ['a setting of the superior', node('above-ceiling', 'HOLDS', { ground: 'gates.enforcement', decided: 1, ceiling: 2 }), '“Hoàn thành xuất sắc nhiệm vụ” cao hơn mức các điều kiện cho phép “Hoàn thành tốt nhiệm vụ”, theo căn cứ: thiết lập của cấp trên cho phép kèm lý do.', '“Hoàn thành xuất sắc nhiệm vụ” is above the “Hoàn thành tốt nhiệm vụ” that the conditions allow, on the ground: the superior allows it with a reason.', 'AGAINST'],
  ])('%s', (_, proof, vi, en, tone) => {
    expect(explainProof(proof, words)).toMatchObject({ text: { vi, en }, tone });
  });

  it('keeps the tree, its clauses and composed Unicode', () => {
    const proof = node('classification', 'LEVEL_2', { subject: 'MEMBER' }, { children: [node('gates', 'CEILING_2', {}, { children: [node('M4.POOR', 'FAILS', { worstCriterionGrade: 2 }, { clause: 'QĐ 124-QĐ/TW, Điều 12.4' })] })] });
    const explained = explainProof(proof, words);
    expect(explained.children[0]?.children[0]).toMatchObject({ rule: 'M4.POOR', outcome: 'FAILS', clause: 'QĐ 124-QĐ/TW, Điều 12.4', text: { vi: 'Không thuộc trường hợp: Có tiêu chí mức Kém (Mức thấp nhất trong các tiêu chí: Tốt).' } });
    expect(JSON.stringify(explained).normalize('NFC')).toBe(JSON.stringify(explained));
  });

  it('writes points and shares as people do', () => {
    expect([9_000, 9_050, 9_005, 0].map(pointsText)).toEqual(['90', '90,5', '90,05', '0']);
    expect([shareText(500, 'vi'), shareText(583, 'vi'), shareText(583, 'en')]).toEqual(['50 %', '58,3 %', '58.3 %']);
  });
});

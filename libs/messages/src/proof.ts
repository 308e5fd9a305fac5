import { factText, levelText, pointsText, ruleWords, shareText, type ProofWords } from './proof-words.js';
import { type Label } from './states.js';

/** A proof as `@binhxet/domain` makes it; only its shape is known here. */
export interface ExplainableProof {
  readonly rule: string;
  readonly clause: string | null;
  readonly mark: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly children?: readonly ExplainableProof[];
}

/** One node as people read it: a sentence in both languages, its clause, what it rests on. */
export interface ExplainedNode {
  readonly rule: string;
  readonly outcome: string;
  readonly text: Label;
  /** As the rule file names it; null where the node sums up others. */
  readonly clause: string | null;
  /** Whether the node speaks for or against, or only tells. */
  readonly tone: 'FOR' | 'AGAINST' | 'OPEN' | 'NEUTRAL';
  readonly children: readonly ExplainedNode[];
}

type Sentence = Pick<ExplainedNode, 'text' | 'tone'>;

const say = (vi: string, en: string, tone: ExplainedNode['tone'] = 'NEUTRAL'): Sentence => ({ text: { vi, en }, tone });

/** Sentences of a proof. The words for levels, gates and facts come from the rules it was made with. */
export function explainProof(proof: ExplainableProof, words: ProofWords): ExplainedNode {
  const { text, tone } = sentenceOf(proof, words);
  return { rule: proof.rule, outcome: proof.outcome, text, clause: proof.clause, tone, children: (proof.children ?? []).map((child) => explainProof(child, words)) };
}

function sentenceOf(node: ExplainableProof, words: ProofWords): Sentence {
  if (node.rule.startsWith('votes.')) return testSentence(node, words);
  switch (node.rule) {
    case 'classification':
      return classificationSentence(node, words);
    case 'duty':
      return dutySentence(node, words);
    case 'gates': {
      const level = levelText(words, Number(node.outcome.slice('CEILING_'.length)));
      return say(`Theo các điều kiện, mức cao nhất có thể xếp là “${level}”.`, `By the conditions the best possible level is “${level}”.`);
    }
    case 'votes':
      return votesSentence(node, words);
    case 'quota':
      return quotaSentence(node, words);
    case 'decision':
      return decisionSentence(node, words);
    case 'above-ceiling':
      return aboveSentence(node, words);
    default:
      return words.gates[node.rule] ? gateSentence(node, words) : exemptionSentence(node, words);
  }
}

function classificationSentence({ outcome, inputs }: ExplainableProof, words: ProofWords): Sentence {
  const subject = ruleWords.subjects[String(inputs['subject']) as keyof typeof ruleWords.subjects] ?? ruleWords.subjects.MEMBER;
  const pack = words.title ? { vi: ` theo ${words.title}`, en: ` under ${words.title}` } : { vi: '', en: '' };
  if (outcome.startsWith('LEVEL_')) {
    const level = levelText(words, Number(outcome.slice('LEVEL_'.length)));
    return say(`Kết quả của ${subject.vi}${pack.vi}: “${level}”.`, `Result of the ${subject.en}${pack.en}: “${level}”.`);
  }
  if (outcome === 'UNDECIDED') return say(`Chưa có kết quả của ${subject.vi}${pack.vi}.`, `No result of the ${subject.en} yet${pack.en}.`, 'OPEN');
  if (outcome === 'ABOVE_CEILING') return say(`Mức quyết định của ${subject.vi} cao hơn mức được phép nên không thành kết quả.`, `The level decided for the ${subject.en} is above what is allowed and is no result.`, 'AGAINST');
  const state = words.states[outcome] ?? outcome;
  return say(`Kết quả của ${subject.vi}${pack.vi}: ${state}.`, `Result of the ${subject.en}${pack.en}: ${state}.`);
}

function dutySentence({ outcome, inputs }: ExplainableProof, words: ProofWords): Sentence {
  if (outcome !== 'NORMAL') {
    const state = words.states[outcome] ?? outcome;
    return say(`Không xếp mức: ${state}.`, `No level is given: ${state}.`);
  }
  const cap = inputs['cap'];
  if (typeof cap !== 'number') return say('Thuộc diện được xếp loại.', 'Is to be rated.');
  return say(`Được xếp loại, cao nhất là “${levelText(words, cap)}”.`, `Is to be rated, at best “${levelText(words, cap)}”.`, 'AGAINST');
}

function exemptionSentence({ rule, inputs }: ExplainableProof, words: ProofWords): Sentence {
  const label = words.exemptions[rule] ?? rule;
  const { days, atLeast, months, asOf } = inputs;
  if (typeof days === 'number' && typeof atLeast === 'number') return say(`${label}: ${days} ngày, quy định từ ${atLeast} ngày.`, `${label}: ${days} days, the rule begins at ${atLeast}.`, 'AGAINST');
  if (typeof months === 'number') return say(`${label}: tính đến ${String(asOf)}, mốc ${months} tháng.`, `${label}: as of ${String(asOf)}, the mark is ${months} months.`, 'AGAINST');
  return say(`${label}.`, `${label}.`, 'AGAINST');
}

function gateSentence(node: ExplainableProof, words: ProofWords): Sentence {
  const gate = words.gates[node.rule]!;
  const level = levelText(words, gate.level);
  const given = givenText(node, words);
  const head = { vi: `${gate.label}${given.vi}`, en: `${gate.label}${given.en}` };
  if (node.outcome === 'NOT_EVALUATED') {
    const unknown = Object.entries(node.inputs).flatMap(([name, value]) => (value === null ? [words.facts[name]?.label ?? name] : []));
    if (gate.confirmed && unknown.length > 0) return say(`Chưa xét: ${gate.label}, vì chưa biết: ${unknown.join('; ')}. Không ai bị hạn chế.`, `Not evaluated: ${gate.label}, because not known: ${unknown.join('; ')}. Nobody is restricted.`, 'OPEN');
    return say(`Chưa xét: ${gate.label}, vì quy định chưa xác nhận. Không ai bị hạn chế.`, `Not evaluated: ${gate.label}, because the rule is not confirmed. Nobody is restricted.`, 'OPEN');
  }
  const holds = node.outcome === 'HOLDS';
  if (gate.kind === 'REQUIRE') {
    return holds
      ? say(`Đạt điều kiện của “${level}”: ${head.vi}.`, `Meets the condition of “${level}”: ${head.en}.`, 'FOR')
      : say(`Không đạt điều kiện của “${level}”: ${head.vi}.`, `Does not meet the condition of “${level}”: ${head.en}.`, 'AGAINST');
  }
  return holds ? say(`Chỉ được xếp cao nhất “${level}”: ${head.vi}.`, `At best “${level}”: ${head.en}.`, 'AGAINST') : say(`Không thuộc trường hợp: ${head.vi}.`, `Not the case: ${head.en}.`, 'FOR');
}

/** Facts and values in brackets; nothing where there are none. */
function givenText({ inputs, values }: ExplainableProof, words: ProofWords): { vi: string; en: string } {
  // In the order of the pack: stored JSON keeps none.
  const order = Object.keys(words.facts);
  const facts = Object.entries(inputs).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)).map(([name, value]) => factText(words, name, value));
  const limits = Object.entries(values ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [valueText(words, name, value)] : []));
  const vi = [...facts.map((fact) => fact.vi), ...limits.map((text) => `mốc ${text}`)];
  const en = [...facts.map((fact) => fact.en), ...limits.map((text) => `mark ${text}`)];
  return vi.length === 0 ? { vi: '', en: '' } : { vi: ` (${vi.join('; ')})`, en: ` (${en.join('; ')})` };
}

function valueText(words: ProofWords, name: string, value: number): string {
  const unit = words.values[name]?.unit ?? '';
  if (unit.startsWith('percent')) return `${value} %`;
  return unit.startsWith('hundredths of a point') ? pointsText(value) : String(value);
}

function votesSentence({ inputs, outcome }: ExplainableProof, words: ProofWords): Sentence {
  const body = String(inputs['countedBody']);
  if (outcome === 'NO_MAJORITY') return say(`Bỏ phiếu (tính trên ${body} người): không mức nào đủ đa số, hoặc nhiều mức cùng đủ.`, `Vote (${body} people counted): no level has its majority, or more than one has.`, 'OPEN');
  const level = levelText(words, Number(outcome.slice('LEVEL_'.length)));
  return say(`Bỏ phiếu (tính trên ${body} người): “${level}”.`, `Vote (${body} people counted): “${level}”.`);
}

function testSentence({ rule, inputs, outcome }: ExplainableProof, words: ProofWords): Sentence {
  const level = levelText(words, Number(rule.slice('votes.'.length)));
  const { votes, of, own, sharePerMille, comparator, num, den } = inputs;
  const formula = (language: 'vi' | 'en'): string => `${String(votes)}/${String(of)}${typeof sharePerMille === 'number' ? ` = ${shareText(sharePerMille, language)}` : ''} ${comparator === '>' ? '>' : '≥'} ${String(num)}/${String(den)}`;
  const cascade = votes === own ? { vi: '', en: '' } : { vi: `, kể cả phiếu cho mức cao hơn (riêng mức này ${String(own)})`, en: `, votes for better levels included (own ${String(own)})` };
  return outcome === 'HOLDS'
    ? say(`“${level}” đủ đa số: ${formula('vi')}${cascade.vi}.`, `“${level}” has the majority: ${formula('en')}${cascade.en}.`, 'FOR')
    : say(`“${level}” không đủ đa số: không đạt ${formula('vi')}${cascade.vi}.`, `“${level}” has no majority: ${formula('en')} does not hold${cascade.en}.`, 'AGAINST');
}

function quotaSentence({ inputs, outcome }: ExplainableProof, words: ProofWords): Sentence {
  const { used, ceilingLower, ceilingUpper, excess, rateNum, rateDen, special, undecided, enforcement } = inputs;
  const most = ceilingLower === ceilingUpper ? String(ceilingUpper) : `${String(ceilingLower)}–${String(ceilingUpper)}`;
  const base = ruleWords.bases[String(inputs['base']) as keyof typeof ruleWords.bases];
  const rounding = ruleWords.roundings[String(inputs['rounding']) as keyof typeof ruleWords.roundings];
  const how = (language: 'vi' | 'en'): string => [`${special === true ? ruleWords.specialRate[language] : ruleWords.rate[language]} ${String(rateNum)}/${String(rateDen)}`, base?.[language], rounding?.[language]].filter(Boolean).join(', ');
  const open = Number(undecided) > 0 ? { vi: `; còn ${String(undecided)} trường hợp chưa quyết định`, en: `; ${String(undecided)} still open` } : { vi: '', en: '' };
  const top = levelText(words, 1);
  const head = { vi: `Số “${top}” trong nhóm: ${String(used)}, tối đa ${most} (${how('vi')})${open.vi}`, en: `“${top}” within the group: ${String(used)}, at most ${most} (${how('en')})${open.en}` };
  if (outcome === 'BREACH') {
    const allowed = enforcement === 'WARN_WITH_REASON' ? { vi: 'được phép kèm lý do và văn bản', en: 'allowed with a reason and a document' } : { vi: 'không được phép', en: 'not allowed' };
    return say(`${head.vi}: vượt ${String(excess)}, ${allowed.vi}.`, `${head.en}: ${String(excess)} too many, ${allowed.en}.`, 'AGAINST');
  }
  if (outcome === 'UNDECIDED') return say(`${head.vi}: có thể vượt.`, `${head.en}: may be exceeded.`, 'OPEN');
  return say(`${head.vi}: trong giới hạn.`, `${head.en}: within the limit.`, 'FOR');
}

function decisionSentence({ outcome, inputs }: ExplainableProof, words: ProofWords): Sentence {
  if (outcome === 'UNDECIDED') return say('Chưa có quyết định.', 'Not decided yet.', 'OPEN');
  const ceiling = inputs['ceiling'];
  if (outcome === 'ABOVE_CEILING') {
    const [decided, allowed] = [levelText(words, Number(inputs['decided'])), levelText(words, Number(ceiling))];
    return say(`Quyết định “${decided}” cao hơn mức được phép “${allowed}”: không có giá trị.`, `The decision “${decided}” is above the allowed “${allowed}”: it does not stand.`, 'AGAINST');
  }
  if (!outcome.startsWith('LEVEL_')) {
    const state = words.states[outcome] ?? outcome;
    return say(`Không xếp mức: ${state}.`, `No level: ${state}.`);
  }
  const rank = Number(outcome.slice('LEVEL_'.length));
  const level = levelText(words, rank);
  if (typeof ceiling === 'number' && rank > ceiling) return say(`Quyết định: “${level}”, thấp hơn mức cao nhất được phép “${levelText(words, ceiling)}”.`, `Decided: “${level}”, below the best allowed “${levelText(words, ceiling)}”.`);
  return say(`Quyết định: “${level}”.`, `Decided: “${level}”.`);
}

function aboveSentence({ inputs }: ExplainableProof, words: ProofWords): Sentence {
  const id = String(inputs['ground']);
  const label = words.grounds[id] ?? ruleWords.settingGround;
  const [decided, ceiling] = [levelText(words, Number(inputs['decided'])), levelText(words, Number(inputs['ceiling']))];
  const [vi, en] = typeof label === 'string' ? [label, label] : [label.vi, label.en];
  return say(`“${decided}” cao hơn mức các điều kiện cho phép “${ceiling}”, theo căn cứ: ${vi}.`, `“${decided}” is above the “${ceiling}” that the conditions allow, on the ground: ${en}.`, 'AGAINST');
}

import { type RatingPack, type SubjectKind } from '@binhxet/domain';
import { GRADE_LABELS, ruleText } from '@binhxet/messages';

const TOKEN = /\s*(fact\.\w+|value\.\w+|\d+|true|false|&&|\|\||[<>=!]=|[<>!?:+\-*(),[\]]|in\b)/gy;
const PLAIN: Readonly<Record<string, string>> = { '*': '×', '==': '=', '!=': '≠', '<=': '≤', '>=': '≥', '-': '−' };

/**
 * A gate's expression in Vietnamese: facts by their labels, values by their numbers, grades and levels by their names. A larger grade
 * is a worse one, so `<= 2` reads "từ Tốt trở lên".
 */
export function explainExpression(text: string, pack: RatingPack, subject: SubjectKind): string {
  const tokens = [...text.matchAll(TOKEN)].map((match) => match[1]!);
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const ranked = rankedComparison(tokens.slice(at, at + 3), pack, subject);
    if (ranked) {
      words.push(ranked);
      at += 2;
    } else words.push(tokenInWords(token, pack, subject));
  }
  return words.join(' ').replace(/\( /g, '(').replace(/ \)/g, ')').replace(/ ,/g, ',');
}

/** `fact.grade <= 2`: null for anything else. */
function rankedComparison(
  [fact, operator, number]: readonly string[],
  pack: RatingPack,
  subject: SubjectKind,
): string | null {
  const declared = fact?.startsWith('fact.') ? declarationOf(fact.slice(5), pack, subject) : undefined;
  if ((declared?.type !== 'grade' && declared?.type !== 'level') || !/^\d+$/.test(number ?? '')) return null;
  const name = (rank: number): string =>
    (declared.type === 'grade' ? GRADE_LABELS[rank - 1]?.vi : levelName(rank, pack, subject)) ?? String(rank);
  const rank = Number(number);
  const reading = {
    '<=': () => ruleText('orBetter', { level: name(rank) }),
    '<': () => ruleText('orBetter', { level: name(rank - 1) }),
    '>=': () => ruleText('orWorse', { level: name(rank) }),
    '>': () => ruleText('orWorse', { level: name(rank + 1) }),
    '==': () => ruleText('is', { level: name(rank) }),
    '!=': () => ruleText('isNot', { level: name(rank) }),
  }[operator ?? ''];
  return reading ? `«${declared.label}» ${reading()}` : null;
}

function tokenInWords(token: string, pack: RatingPack, subject: SubjectKind): string {
  if (token.startsWith('fact.')) return `«${declarationOf(token.slice(5), pack, subject)?.label ?? token}»`;
  if (token.startsWith('value.')) {
    const value = pack.values?.[token.slice(6)];
    return value?.value === null || value === undefined ? `[${ruleText('unconfirmed')}]` : String(value.value);
  }
  if (token === '&&') return ruleText('and');
  if (token === '||') return ruleText('or');
  if (token === '!') return ruleText('not');
  if (token === 'in') return ruleText('in');
  if (token === 'true') return ruleText('yes');
  if (token === 'false') return ruleText('no');
  return PLAIN[token] ?? token;
}

function declarationOf(
  name: string,
  pack: RatingPack,
  subject: SubjectKind,
): { readonly type: string; readonly label: string } | undefined {
  return pack.facts?.[subject]?.[name] ?? pack.derived?.[subject]?.[name];
}

export function levelName(rank: number, pack: RatingPack, subject: SubjectKind): string {
  return pack.ladder.find((entry) => entry.level === rank && entry.subjects.includes(subject))?.label ?? String(rank);
}

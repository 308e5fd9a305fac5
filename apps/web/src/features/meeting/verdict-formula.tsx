import { showPerMille } from '../../ui/dates.js';
import { type Rank } from '../../ui/level-chip.js';
import { useWords, words } from '../../words/words.js';

const formulaWords = words({
  formula: ['{level}: {votes}/{of} = {share} {sign} {num}/{den}', '{level}: {votes}/{of} = {share} {sign} {num}/{den}'],
  own: ['riêng', 'own'],
  cumulative: ['cộng dồn từ mức cao hơn', 'with higher levels'],
  why: ['Cách tính', 'Formula'],
});

interface Test {
  readonly level: Rank;
  readonly own: number;
  readonly formula: { readonly votes: number; readonly of: number; readonly sharePerMille: number | null; readonly comparator: '>' | '>='; readonly num: number; readonly den: number; readonly holds: boolean };
}
export interface Proof {
  readonly clause?: string;
  readonly tests?: readonly Test[];
}

/** "7/12 = 58,3 % > 1/2" for every level that was tried, and the clause. */
export function VerdictFormula({ proof, label }: { readonly proof: Proof | null; readonly label: (level: Rank) => string }) {
  const say = useWords(formulaWords);
  if (!proof?.tests?.length) return null;
  return (
    <details>
      <summary>{say('why')}</summary>
      <ul className="bx-plain-list">
        {proof.tests.map(({ level, own, formula }) => (
          <li key={level} className={formula.holds ? 'bx-right' : ''}>
            {say('formula', { level: label(level), votes: formula.votes, of: formula.of, share: showPerMille(formula.sharePerMille), sign: formula.holds ? formula.comparator.replace('>=', '≥') : formula.comparator === '>' ? '≤' : '<', num: formula.num, den: formula.den })}
            {own !== formula.votes && ` (${say('own')}: ${own}, ${say('cumulative')})`}
          </li>
        ))}
      </ul>
      {proof.clause && <small className="bx-muted">{proof.clause}</small>}
    </details>
  );
}

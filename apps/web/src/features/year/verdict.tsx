import { VERDICT_LABELS } from '@binhxet/messages';
import { useLanguage, useWords } from '../../words/words.js';
import { yearWords } from './year.words.js';

export type Verdict = keyof typeof VERDICT_LABELS | null;
const MARKS = { EXCEEDED: '▲', MET: '✓', NOT_MET: '✗', AT_RISK: '!', NOT_COMPARABLE: '≠' } as const;

export function useVerdict(): (verdict: Verdict) => string {
  const language = useLanguage();
  const say = useWords(yearWords);
  return (verdict) => (verdict === null ? say('unknown') : VERDICT_LABELS[verdict][language]);
}

/** A verdict as a mark and a word: the word says all. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const name = useVerdict();
  return (
    <span>
      {verdict && <span aria-hidden>{MARKS[verdict]} </span>}
      {name(verdict)}
    </span>
  );
}

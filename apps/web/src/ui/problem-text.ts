import { ERROR_TEXTS } from '@binhxet/messages';
import { type Facts, fill, type Language, useLanguage } from '../words/words.js';

/** Sentence for a code of the API; a code this build has no words for says so and shows itself. */
export function problemText(code: string, facts: Facts, language: Language): string {
  const known = ERROR_TEXTS[code] ?? (code.endsWith('.ILLEGAL_MOVE') ? ERROR_TEXTS['STATE.ILLEGAL_MOVE'] : undefined) ?? ERROR_TEXTS['SERVER.REFUSED']!;
  return fill(known[language], { code, ...facts });
}

export function useProblemText(): (code: string, facts?: Facts) => string {
  const language = useLanguage();
  return (code, facts = {}) => problemText(code, facts, language);
}

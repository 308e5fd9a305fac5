import { useSyncExternalStore } from 'react';
import { type ERROR_TEXTS } from './problem-sentences.js';
import { type Facts, fill, type Language, useLanguage } from '../words/words.js';

type Sentences = typeof ERROR_TEXTS;

/** What is said until the sentences are there, and for a code this build has no words for. */
const REFUSED = { vi: 'Máy chủ từ chối việc này ({code}).', en: 'The server refused this ({code}).' };

let sentences: Sentences | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Fetches the sentences of refusals, once; a failed attempt is made again with the next refusal. */
export function loadProblemSentences(): Promise<void> {
  loading ??= import('./problem-sentences.js').then(
    (chunk) => {
      sentences = chunk.ERROR_TEXTS;
      for (const tell of listeners) tell();
    },
    () => {
      loading = null;
    },
  );
  return loading;
}

/** Sentence for a code of the API; a code this build has no words for says so and shows itself. */
export function problemText(known: Sentences | null, code: string, facts: Facts, language: Language): string {
  const words = known?.[code] ?? (code.endsWith('.ILLEGAL_MOVE') ? known?.['STATE.ILLEGAL_MOVE'] : undefined) ?? known?.['SERVER.REFUSED'] ?? REFUSED;
  return fill(words[language], { code, ...facts });
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  void loadProblemSentences();
  return () => listeners.delete(tell);
}

export function useProblemText(): (code: string, facts?: Facts) => string {
  const language = useLanguage();
  const known = useSyncExternalStore(subscribe, () => sentences);
  return (code, facts = {}) => problemText(known, code, facts, language);
}

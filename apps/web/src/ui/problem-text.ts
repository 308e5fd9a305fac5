import { useSyncExternalStore } from 'react';
import { type ERROR_TEXTS } from './problem-sentences.js';
import { showDay } from './dates.js';
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

/** Facts that hold a year where they are numbers: a year is never written `2.026`. */
const YEARS = ['year', 'ratingYear', 'from', 'to', 'fromYear', 'toYear', 'notBefore'];

/** Years as they are, days as people write them. */
function readable(facts: Facts): Facts {
  const one = (key: string, value: unknown): unknown => {
    if (typeof value === 'number' && YEARS.includes(key)) return String(value);
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, one(key, value)]));
}

/** Sentence for a code of the API; a code this build has no words for says so and shows itself. */
export function problemText(known: Sentences | null, code: string, facts: Facts, language: Language): string {
  const words = known?.[code] ?? (code.endsWith('.ILLEGAL_MOVE') ? known?.['STATE.ILLEGAL_MOVE'] : undefined) ?? known?.['SERVER.REFUSED'] ?? REFUSED;
  return fill(words[language], { code, ...readable(facts) });
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

import { useSyncExternalStore } from 'react';
import { type Language } from '../words/words.js';

export interface Preferences {
  readonly language: Language;
  readonly large: boolean;
}

const KEY = 'bx.preferences';
const listeners = new Set<() => void>();
let current: Preferences = load();

function load(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return { language: kept.language === 'en' ? 'en' : 'vi', large: kept.large === true };
  } catch {
    return { language: 'vi', large: false };
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still shows the choice until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** Language and text size of this browser. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

import { createContext, useContext, useMemo } from 'react';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Vietnamese, English. `{name}` is filled in. */
export type Pair = readonly [vi: string, en: string];
export type Words = Readonly<Record<string, Pair>>;
export type Facts = Readonly<Record<string, unknown>>;

/** Words of a feature, complete in both languages or it does not compile. */
export const words = <K extends string>(entries: Readonly<Record<K, Pair>>): Readonly<Record<K, Pair>> => entries;

/** What a page shows for a fact: numbers as `vi-VN` writes them. */
function shown(value: unknown): string {
  if (typeof value === 'number') return new Intl.NumberFormat('vi-VN').format(value);
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return value === null || value === undefined || typeof value === 'object' ? '…' : String(value);
}

/** Fills `{name}` from facts; a fact that was not told becomes an ellipsis. */
export function fill(text: string, facts: Facts = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(facts[name]));
}

export const LanguageContext = createContext<Language>('vi');
export const useLanguage = (): Language => useContext(LanguageContext);

export type Say<K extends string> = (key: K, facts?: Facts) => string;

/** @returns a function from key and facts to a sentence in the reader's language */
export function useWords<K extends string>(entries: Readonly<Record<K, Pair>>): Say<K> {
  const language = useLanguage();
  return useMemo(() => (key, facts) => fill(entries[key][language === 'vi' ? 0 : 1], facts), [entries, language]);
}

/** The same for keys the server sends: what this build does not know is shown as the code itself. */
export function useNames(entries: Words): (key: string) => string {
  const language = useLanguage();
  return (key) => entries[key]?.[language === 'vi' ? 0 : 1] ?? key;
}

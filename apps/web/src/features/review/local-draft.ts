import { type Rank } from '../../ui/ranks.js';
/** What one person has typed into one paper and the server has not confirmed. */
export interface Draft {
  readonly form: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly grades: Readonly<Record<string, string>>;
  readonly selfLevel: Rank | null;
}

export interface KeptDraft {
  /** Version of the server's copy that was changed; 0: there was none. */
  readonly baseVersion: number;
  /** The server's copy itself, to merge three ways. */
  readonly base: Draft | null;
  readonly draft: Draft;
  readonly keptAt: number;
}

const PREFIX = 'bx.draft.';
const KEEP_MS = 14 * 24 * 3_600_000;
const keyOf = (accountId: string, reviewId: string): string => `${PREFIX}${accountId}.${reviewId}`;

/** Keeps the text in this browser until the server has it. @returns false where the browser keeps nothing */
export function keepDraft(accountId: string, reviewId: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(accountId, reviewId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** @param now milliseconds; drafts older than fourteen days are wiped */
export function keptDraft(accountId: string, reviewId: string, now: number): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(accountId, reviewId));
    const kept = text === null ? null : (JSON.parse(text) as KeptDraft);
    if (kept && now - kept.keptAt <= KEEP_MS) return kept;
    localStorage.removeItem(keyOf(accountId, reviewId));
  } catch {
    // A broken or forbidden store is an empty one.
  }
  return null;
}

export function dropDraft(accountId: string, reviewId: string): void {
  try {
    localStorage.removeItem(keyOf(accountId, reviewId));
  } catch {
    // Nothing was kept.
  }
}

/** Wipes all drafts of this browser. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

import { type Rank } from '../../ui/ranks.js';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { read, send } from '../../api/client.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { isSharedMachine } from '../session/session.js';
import { type Draft, dropDraft, keepDraft, keptDraft } from './local-draft.js';
import { type Conflict, mergeDrafts, sameDraft } from './merge-drafts.js';

const SERVER_MS = 5_000;
const BROWSER_MS = 300;

export interface DraftView {
  readonly draft: Draft;
  /** Version the server has; 0: none. */
  readonly version: number;
  readonly status: 'nothing' | 'unsaved' | 'saving' | 'saved' | 'kept' | 'notKept' | 'closed';
  readonly savedAt: string | null;
  readonly conflicts: readonly Conflict[];
  /** Text of an earlier visit that had not reached the server was put back. */
  readonly restored: boolean;
  readonly problem: Problem | null;
}

export interface Stored {
  readonly draft: Draft;
  readonly version: number;
  readonly savedAt: string;
}

interface Options {
  readonly accountId: string;
  readonly reviewId: string;
  readonly empty: Draft;
  readonly stored: Stored | null;
}

/**
 * A paper that is being written. Every change is kept in this browser at once and sent to the server after five seconds, on blur and when
 * the page is hidden; what the server has not confirmed survives a killed page. A newer version from elsewhere is merged by section.
 */
export function useDraft({ accountId, reviewId, empty, stored }: Options) {
  const queries = useQueryClient();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<{ view: DraftView; base: Draft | null } | null>(null);
  state.current ??= begin(accountId, reviewId, empty, stored);
  const serverTimer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const browserTimer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const saving = useRef<Promise<boolean> | null>(null);

  const change = useCallback((part: Partial<DraftView>) => {
    state.current = { ...state.current!, view: { ...state.current!.view, ...part } };
    redraw();
  }, []);

  const keep = useCallback(() => {
    if (browserTimer.current) clearTimeout(browserTimer.current);
    browserTimer.current = null;
    const { view, base } = state.current!;
    if (isSharedMachine() || sameDraft(view.draft, base)) return false;
    return keepDraft(accountId, reviewId, { baseVersion: view.version, base, draft: view.draft, keptAt: Date.now() });
  }, [accountId, reviewId]);

  /** @returns whether the server now has exactly what is on screen */
  const save = useCallback(async (): Promise<boolean> => {
    if (serverTimer.current) clearTimeout(serverTimer.current);
    serverTimer.current = null;
    if (saving.current) await saving.current;
    const { view, base } = state.current!;
    if (view.conflicts.length > 0 || view.status === 'closed') return false;
    if (sameDraft(view.draft, base)) return true;
    const sent = view.draft;
    const work = async (): Promise<boolean> => {
      change({ status: 'saving', problem: null });
      try {
        const answer = await send<{ version: number; savedAt: string }>('PUT', `/api/v1/reviews/${reviewId}/paper`, sent, { ifMatch: view.version === 0 ? null : `"v${view.version}"` });
        state.current = { ...state.current!, base: sent };
        const clean = sameDraft(state.current.view.draft, sent);
        change({ version: answer.data.version, savedAt: answer.data.savedAt, status: clean ? 'saved' : 'unsaved' });
        if (clean) dropDraft(accountId, reviewId);
        else keep();
        return clean;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status === 412) return meet();
        const closed = problem.code === 'STEP.CLOSED' || problem.code === 'PAPER.SUBMITTED';
        change({ status: closed ? 'closed' : keep() ? 'kept' : 'notKept', problem: problem.mayPass || problem.status === 401 ? null : problem });
        return false;
      }
    };
    /** Another device was first: join what it stored. */
    const meet = async (): Promise<boolean> => {
      try {
        const theirs = await read('/api/v1/reviews/{id}/paper', { path: { id: reviewId } });
        const stand = asDraft(theirs);
        const merged = mergeDrafts(state.current!.base, state.current!.view.draft, stand);
        state.current = { ...state.current!, base: stand };
        change({ draft: merged.draft, version: theirs.version, savedAt: theirs.savedAt, conflicts: merged.conflicts, status: keep() ? 'kept' : 'unsaved' });
        if (merged.conflicts.length === 0) serverTimer.current = setTimeout(() => void save(), 0);
      } catch (error) {
        change({ status: keep() ? 'kept' : 'notKept', problem: asProblem(error) });
      }
      return false;
    };
    saving.current = work();
    const clean = await saving.current;
    saving.current = null;
    if (state.current!.view.status === 'kept' || state.current!.view.status === 'notKept') serverTimer.current ??= setTimeout(() => void save(), 2 * SERVER_MS);
    return clean;
  }, [accountId, reviewId, change, keep]);

  const edit = useCallback(
    (part: Partial<Draft>) => {
      change({ draft: { ...state.current!.view.draft, ...part }, status: 'unsaved' });
      browserTimer.current ??= setTimeout(keep, BROWSER_MS);
      if (serverTimer.current) clearTimeout(serverTimer.current);
      serverTimer.current = setTimeout(() => void save(), SERVER_MS);
    },
    [change, keep, save],
  );

  const settle = useCallback(
    (conflict: Conflict, kept: string) => {
      const { draft, conflicts } = state.current!.view;
      const part: Partial<Draft> =
        conflict.kind === 'section'
          ? { sections: { ...draft.sections, [conflict.id]: kept } }
          : conflict.kind === 'grade'
            ? { grades: { ...draft.grades, [conflict.id]: kept } }
            : { selfLevel: (kept === '' ? null : Number(kept)) as Draft['selfLevel'] };
      change({ conflicts: conflicts.filter((one) => one !== conflict) });
      edit(part);
    },
    [change, edit],
  );

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState !== 'hidden') return;
      keep();
      void save();
    };
    const leaving = () => void keep();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('online', save);
    if (state.current!.view.status === 'unsaved') serverTimer.current = setTimeout(() => void save(), 0);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('online', save);
      keep();
      void save().then(() => queries.invalidateQueries({ queryKey: ['/api/v1/reviews/{id}'] }));
    };
  }, [keep, save, queries]);

  /** Version of the server's copy at this moment, after a save that was awaited. */
  const latest = useCallback(() => state.current!.view.version, []);
  return { ...state.current.view, edit, save, settle, latest };
}

export function asDraft(paper: { readonly form: string; readonly sections: Readonly<Record<string, string>>; readonly grades: Readonly<Record<string, string>>; readonly selfLevel: Rank | null }): Draft {
  return { form: paper.form, sections: paper.sections, grades: paper.grades, selfLevel: paper.selfLevel };
}

function begin(accountId: string, reviewId: string, empty: Draft, stored: Stored | null): { view: DraftView; base: Draft | null } {
  const base = stored?.draft ?? null;
  const shown: DraftView = { draft: base ?? empty, version: stored?.version ?? 0, status: stored ? 'saved' : 'nothing', savedAt: stored?.savedAt ?? null, conflicts: [], restored: false, problem: null };
  const kept = keptDraft(accountId, reviewId, Date.now());
  if (!kept || sameDraft(kept.draft, base)) return { view: shown, base };
  const merged = kept.baseVersion === shown.version || base === null ? { draft: kept.draft, conflicts: [] } : mergeDrafts(kept.base, kept.draft, base);
  return { view: { ...shown, draft: merged.draft, conflicts: merged.conflicts, status: 'unsaved', restored: true }, base };
}

import { type Schemas } from '@binhxet/api-client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, read, send } from '../../api/client.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { forgetDrafts } from '../review/local-draft.js';

export type Session = Schemas['Session'];
export const SESSION_KEY = ['session'];

/** null: nobody is signed in. */
export function useSessionQuery(): UseQueryResult<Session | null, Problem> {
  return useQuery<Session | null, Problem>({
    queryKey: SESSION_KEY,
    queryFn: async () => {
      try {
        return await read('/api/v1/auth/session', {});
      } catch (error) {
        if (asProblem(error).status === 401) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
}

export const SessionContext = createContext<Session | null>(null);

/** The person signed in. Only inside the signed-in part of the page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session in this part of the page');
  return session;
}

const SHARED = 'bx.shared';
/** Drafts are not kept on a shared machine. */
export const isSharedMachine = (): boolean => sessionStorage.getItem(SHARED) === '1';
export const setSharedMachine = (shared: boolean): void => (shared ? sessionStorage.setItem(SHARED, '1') : sessionStorage.removeItem(SHARED));

/** Ends the session here and on the server, and wipes this browser's drafts. */
export async function signOut(): Promise<void> {
  await send('POST', '/api/v1/auth/logout').catch(() => undefined);
  forgetDrafts();
  setSharedMachine(false);
  api.useCsrfToken(null);
  location.assign('/sign-in');
}

import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { read, sessionEnded } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { useSession } from './session.js';
import { sessionWords } from './session.words.js';

const SignInForm = lazy(() => import('./sign-in-form.js').then((module) => ({ default: module.SignInForm })));

/** Over the page when the session has ended: what was typed stays, and no act is repeated without a click. */
export function SignInDialog() {
  const say = useWords(sessionWords);
  const session = useSession();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const ended = () => setOpen(true);
    sessionEnded.addEventListener('ended', ended);
    return () => sessionEnded.removeEventListener('ended', ended);
  }, []);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const signedIn = async () => {
    const now = await read('/api/v1/auth/session', {});
    // Another person must not see what the page still shows.
    if (now.account.id !== session.account.id) return location.assign('/inbox');
    setOpen(false);
    await queries.invalidateQueries();
  };
  return (
    <dialog ref={dialog} className="bx-dialog" aria-labelledby="bx-sign-in-again" onCancel={(event) => event.preventDefault()}>
      <h2 id="bx-sign-in-again">{say('title')}</h2>
      <p>{say('again')}</p>
      {open && (
        <Suspense fallback={null}>
          <SignInForm onSignedIn={() => void signedIn()} />
        </Suspense>
      )}
    </dialog>
  );
}

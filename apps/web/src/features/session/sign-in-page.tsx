import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { PasswordForm } from './password-form.js';
import { SESSION_KEY, useSessionQuery } from './session.js';
import { sessionWords } from './session.words.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage() {
  const say = useWords(sessionWords);
  const shared = useWords(common);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const wanted = (useLocation().state as { from?: string } | null)?.from ?? '/inbox';
  const session = useSessionQuery();
  const [first, setFirst] = useState(false);
  useTitle(say(first ? 'setTitle' : 'title'));
  if (session.data && !first) return <Navigate to={wanted} replace />;
  return (
    <main className="bx-sign-in">
      <p className="bx-product">{shared('product')}</p>
      <h1>{say(first ? 'setTitle' : 'title')}</h1>
      {first ? (
        <PasswordForm hasPassword={false} onSet={() => navigate(wanted, { replace: true })} onLater={() => navigate(wanted, { replace: true })} />
      ) : (
        <SignInForm
          onSignedIn={(how) => {
            setFirst(how === 'code');
            queries.clear();
            void queries.invalidateQueries({ queryKey: SESSION_KEY });
            void session.refetch();
          }}
        />
      )}
    </main>
  );
}

import { Badge } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { startLiveUpdates } from '../api/live-updates.js';
import { useRead } from '../api/use-read.js';
import { useCapacityName } from '../features/session/capacities.js';
import { useSession } from '../features/session/session.js';
import { SignInDialog } from '../features/session/sign-in-dialog.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';
import { setPreferences, usePreferences } from './preferences.js';
import { shellWords } from './shell.words.js';

/** Identity bar, navigation and the place of the page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const say = useWords(shellWords);
  const shared = useWords(common);
  const session = useSession();
  const { large } = usePreferences();
  const nameOf = useCapacityName();
  const queries = useQueryClient();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const arrived = useRef(pathname);
  const online = useOnline();
  useEffect(() => startLiveUpdates(queries), [queries]);
  useEffect(() => {
    // A reader hears the new page; the first one is announced by the browser itself.
    if (arrived.current !== pathname) main.current?.focus({ preventScroll: true });
    arrived.current = pathname;
    window.scrollTo(0, 0);
  }, [pathname]);
  const unread = useRead('/api/v1/notifications', { query: { limit: 1 } }).data?.counts.unread ?? 0;
  const posts = session.capacities.filter((capacity) => capacity.kind !== 'MEMBER');
  const shown = posts[0] ?? session.capacities[0];
  const bell = unread > 0 ? say('notificationsNew', { n: unread }) : say('notifications');
  return (
    <>
      <a className="bx-skip" href="#main">
        {shared('skip')}
      </a>
      <header className="bx-bar">
        <Link to="/inbox" className="bx-brand">
          {shared('product')}
        </Link>
        <span className="bx-who">
          <strong>{session.member?.fullName ?? session.account.login}</strong>
          {shown && (
            <small title={posts.map(nameOf).join('; ')}>
              {nameOf(shown)}
              {session.capacities.length > 1 && ` (+${session.capacities.length - 1})`}
            </small>
          )}
        </span>
        <button type="button" className="bx-bar-button" aria-pressed={large} onClick={() => setPreferences({ large: !large })}>
          {say('textSize')}: {large ? 'A+' : 'A'}
        </button>
        <NavLink to="/notifications" className="bx-bar-button" aria-label={bell}>
          <Badge count={unread} overflowCount={99} size="small">
            <svg className="bx-bell" viewBox="0 0 24 24" aria-hidden fill="currentColor">
              <path d="M12 22a2.5 2.5 0 0 0 2.4-2h-4.8A2.5 2.5 0 0 0 12 22zm7-5-2-2.5V10a5 5 0 0 0-4-4.9V4a1 1 0 0 0-2 0v1.1A5 5 0 0 0 7 10v4.500L5 17v1h14z" />
            </svg>
          </Badge>
        </NavLink>
      </header>
      {!online && (
        <p className="bx-offline" role="status">
          {shared('offline')}
        </p>
      )}
      <div className="bx-frame">
        <nav className="bx-nav" aria-label={say('nav')}>
          <NavLink to="/inbox">{say('inbox')}</NavLink>
          {session.member && (
            <>
              <NavLink to="/meetings">{say('meetings')}</NavLink>
              <NavLink to="/me/results">{say('results')}</NavLink>
            </>
          )}
          <NavLink to="/cycles" className="bx-wide">
            {say('cycles')}
          </NavLink>
          <NavLink to="/log" className="bx-wide">
            {say('log')}
          </NavLink>
          <NavLink to="/more">{say('more')}</NavLink>
        </nav>
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <SignInDialog />
    </>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return online;
}

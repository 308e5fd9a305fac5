import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { InboxPage } from '../features/inbox/inbox-page.js';
import { SessionContext, useSessionQuery } from '../features/session/session.js';
import { SignInPage } from '../features/session/sign-in-page.js';
import { Loaded, Waiting } from '../ui/loaded.js';
import { ErrorBoundary } from './error-boundary.js';
import { NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';

const MorePage = lazy(() => import('./more-page.js'));

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<SignedIn />}>
        <Route index element={<Navigate to="/inbox" replace />} />
        <Route path="inbox" element={<InboxPage />} />
        <Route path="more" element={<MorePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

function SignedIn() {
  const session = useSessionQuery();
  const location = useLocation();
  return (
    <Loaded reading={session}>
      {(data) =>
        data === null ? (
          <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />
        ) : (
          <SessionContext.Provider value={data}>
            <Shell>
              <ErrorBoundary key={location.pathname}>
                <Suspense fallback={<Waiting />}>
                  <Outlet />
                </Suspense>
              </ErrorBoundary>
            </Shell>
          </SessionContext.Provider>
        )
      }
    </Loaded>
  );
}

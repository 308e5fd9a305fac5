import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { InboxPage } from '../features/inbox/inbox-page.js';
import { SessionContext, useSessionQuery } from '../features/session/session.js';
import { Loaded, Waiting } from '../ui/loaded.js';
import { ErrorBoundary } from './error-boundary.js';
import { NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';

const SignInPage = lazy(() => import('../features/session/sign-in-page.js').then((module) => ({ default: module.SignInPage })));
const ReviewPage = lazy(() => import('../features/review/review-page.js'));
const ResultsPage = lazy(() => import('../features/result/results-page.js'));
const UnitPage = lazy(() => import('../features/unit/unit-page.js'));
const MeetingsPage = lazy(() => import('../features/meeting/meetings-page.js'));
const MeetingPage = lazy(() => import('../features/meeting/meeting-page.js'));
const BoardPage = lazy(() => import('../features/decision/board-page.js'));
const DecisionPage = lazy(() => import('../features/decision/decision-page.js'));
const CyclesPage = lazy(() => import('../features/cycle/cycles-page.js'));
const CyclePage = lazy(() => import('../features/cycle/cycle-page.js'));
const ProgressPage = lazy(() => import('../features/cycle/progress-page.js'));
const VerificationPage = lazy(() => import('../features/cycle/verification-page.js'));
const CommendationsPage = lazy(() => import('../features/commendation/commendations-page.js'));
const TreePage = lazy(() => import('../features/organisation/tree-page.js'));
const OrganisationPage = lazy(() => import('../features/organisation/organisation-page.js'));
const ImportsPage = lazy(() => import('../features/import/imports-page.js'));
const ImportPage = lazy(() => import('../features/import/import-page.js'));
const AppealsPage = lazy(() => import('../features/appeal/appeals-page.js'));
const AppealPage = lazy(() => import('../features/appeal/appeal-page.js'));
const ReevaluationsPage = lazy(() => import('../features/reevaluation/reevaluations-page.js'));
const ReevaluationPage = lazy(() => import('../features/reevaluation/reevaluation-page.js'));
const PaymentsPage = lazy(() => import('../features/commendation/payments-page.js'));
const VotePage = lazy(() => import('../features/commendation/vote-page.js'));
const TargetsPage = lazy(() => import('../features/year/targets-page.js'));
const RegistrationPage = lazy(() => import('../features/year/registration-page.js'));
const MidYearPage = lazy(() => import('../features/year/mid-year-page.js'));
const ChangePage = lazy(() => import('../features/organisation/change-page.js'));
const ResolutionsPage = lazy(() => import('../features/resolution/resolutions-page.js'));
const RecordsPage = lazy(() => import('../features/records/records-page.js'));
const SimulationPage = lazy(() => import('../features/simulation/simulation-page.js'));
const LogPage = lazy(() => import('../features/log/log-page.js'));
const LogEntryPage = lazy(() => import('../features/log/log-entry-page.js'));
const NotificationsPage = lazy(() => import('../features/notification/notifications-page.js'));
const MorePage = lazy(() => import('./more-page.js'));

export function AppRoutes() {
  return (
    <Routes>
      <Route
        path="/sign-in"
        element={
          <Suspense fallback={<Waiting />}>
            <SignInPage />
          </Suspense>
        }
      />
      <Route element={<SignedIn />}>
        <Route index element={<Navigate to="/inbox" replace />} />
        <Route path="inbox" element={<InboxPage />} />
        <Route path="reviews/:id" element={<ReviewPage />} />
        <Route path="me/results" element={<ResultsPage />} />
        <Route path="meetings" element={<MeetingsPage />} />
        <Route path="meetings/:id" element={<MeetingPage />} />
        <Route path="cycles" element={<CyclesPage />} />
        <Route path="cycles/:id" element={<CyclePage />} />
        <Route path="cycles/:id/progress" element={<ProgressPage />} />
        <Route path="cycles/:id/verification" element={<VerificationPage />} />
        <Route path="cycles/:id/targets" element={<TargetsPage />} />
        <Route path="cycles/:id/registration" element={<RegistrationPage />} />
        <Route path="cycles/:id/mid-year" element={<MidYearPage />} />
        <Route path="cycles/:id/commendations" element={<CommendationsPage />} />
        <Route path="cycles/:id/units/:code" element={<UnitPage />} />
        <Route path="cycles/:id/units/:code/decision" element={<BoardPage />} />
        <Route path="decisions/:id" element={<DecisionPage />} />
        <Route path="organisations" element={<TreePage />} />
        <Route path="organisations/:code" element={<OrganisationPage />} />
        <Route path="organisations/:code/change" element={<ChangePage />} />
        <Route path="organisations/:code/resolutions" element={<ResolutionsPage />} />
        <Route path="organisations/:code/work-records" element={<RecordsPage />} />
        <Route path="imports" element={<ImportsPage />} />
        <Route path="imports/:id" element={<ImportPage />} />
        <Route path="cycles/:id/commendations/payments" element={<PaymentsPage />} />
        <Route path="cycles/:id/commendations/votes/:voteId" element={<VotePage />} />
        <Route path="appeals" element={<AppealsPage />} />
        <Route path="appeals/:id" element={<AppealPage />} />
        <Route path="reevaluations" element={<ReevaluationsPage />} />
        <Route path="reevaluations/:id" element={<ReevaluationPage />} />
        <Route path="packs/simulate" element={<SimulationPage />} />
        <Route path="log" element={<LogPage />} />
        <Route path="log/:index" element={<LogEntryPage />} />
        <Route path="notifications" element={<NotificationsPage />} />
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

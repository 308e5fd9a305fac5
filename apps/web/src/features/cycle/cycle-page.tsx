import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { actionOf, type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { useRules } from '../../ui/level-chip.js';
import { Loaded } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { phaseNames } from '../../words/phases.words.js';
import { useNames, useWords } from '../../words/words.js';
import { hasRole, reaches } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { OpenReviewForm } from '../year/open-review-form.js';
import { ReadinessPanel } from '../year/readiness-panel.js';
import { yearWords } from '../year/year.words.js';
import { cycleWords } from './cycle.words.js';

type Cycle = Schemas['Cycle'];
const PLAN = { selfReview: 'selfReview', cellMeeting: 'cellMeeting', cellSubmission: 'cellSubmission', unitSitting: 'unitSitting', unitDossier: 'unitDossier', verification: 'verificationOn', classification: 'classification', heads: 'heads', commendation: 'commendation', registration: 'registrationUntil', midYear: 'midYearOn' } as const;
/** Before its review a cycle has no rules yet: what matters then is whether the data are ready. */
const EARLY = ['OPENING', 'REGISTRATION', 'MID_YEAR', 'AWAITING_REVIEW'];

/** Which phase, which rules, which dates; and the way to the pages of the cycle. */
export default function CyclePage() {
  const { id = '' } = useParams();
  const cycle = useRead('/api/v1/cycles/{id}', { path: { id } });
  return <Loaded reading={cycle}>{(data) => <CycleView cycle={data} />}</Loaded>;
}

function CycleView({ cycle }: { readonly cycle: Cycle }) {
  const say = useWords(cycleWords);
  const year = useWords(yearWords);
  const session = useSession();
  const stateOf = useStateName('cycle');
  const title = say('title', { year: String(cycle.ratingYear) });
  useTitle(title, cycle.superior.name);
  const clock = actionOf(cycle.allowedActions, 'moveClock');
  const openReview = actionOf(cycle.allowedActions, 'openReview');
  const overSuperior = hasRole(session, 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'AUDITOR', 'ADMINISTRATOR');
  const base = `/cycles/${cycle.id}`;
  return (
    <>
      <SimulatedBanner simulated={cycle.simulated} />
      <h1>{title}</h1>
      <p className="bx-lead">{cycle.superior.name}</p>
      {cycle.clock === 'DRIVEN' && <Alert type="info" showIcon title={`${say('DRIVEN')}: ${showDay(cycle.today)}`} />}
      <dl className="bx-facts">
        <dt>{say('state')}</dt>
        <dd>
          <strong>{stateOf(cycle.state)}</strong>
        </dd>
        <dt>{say('today')}</dt>
        <dd>{showDay(cycle.today)}</dd>
        <dt>{say('size')}</dt>
        <dd>{say('sizeLine', { units: cycle.units, members: cycle.members })}</dd>
        <dt>{say('openedAt')}</dt>
        <dd>{showInstant(cycle.openedAt)}</dd>
        {cycle.closedAt && (
          <>
            <dt>{say('closedAt')}</dt>
            <dd>{showInstant(cycle.closedAt)}</dd>
          </>
        )}
      </dl>
      {clock?.allowed && <ClockForm action={clock} today={cycle.today} />}
      {openReview?.allowed && <OpenReviewForm action={openReview} today={cycle.today} />}
      {reaches(session) && (
        <nav aria-label={say('pages')}>
          <ul className="bx-links">
            <li>
              <Link to={`${base}/progress`}>{say('progress')}</Link>
            </li>
            {hasRole(session, 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'AUDITOR', 'INSPECTION_COMMISSION') && (
              <>
                <li>
                  <Link to={`${base}/verification`}>{say('verification')}</Link>
                </li>
                <li>
                  <Link to={`${base}/units/${cycle.superior.code}/decision`}>{say('board')}</Link>
                </li>
                <li>
                  <Link to={`${base}/units/${cycle.superior.code}`}>
                    {say('unitPage')}: {cycle.superior.name}
                  </Link>
                </li>
              </>
            )}
            {cycle.plan['registration'] && (
              <li>
                <Link to={`${base}/registration`}>{year('registration')}</Link>
              </li>
            )}
            {overSuperior && (
              <>
                <li>
                  <Link to={`${base}/mid-year`}>{year('midYear')}</Link>
                </li>
                <li>
                  <Link to={`${base}/targets`}>{year('targets')}</Link>
                </li>
              </>
            )}
            <li>
              <Link to={`${base}/commendations`}>{say('commendations')}</Link>
            </li>
            {cycle.state === 'CLOSED' && hasRole(session, 'SUPERIOR_STANDING_COMMITTEE', 'ADMINISTRATOR') && (
              <li>
                <Link to={`/packs/simulate?cycle=${cycle.id}`}>{say('simulation')}</Link>
              </li>
            )}
            <li>
              <Link to={`/log?cycle=${cycle.id}`}>{say('log')}</Link>
            </li>
          </ul>
        </nav>
      )}
      {cycle.figures && <Figures cycle={cycle} />}
      {overSuperior && EARLY.includes(cycle.state) && <ReadinessPanel superior={cycle.superior.code} year={cycle.ratingYear} />}
      <h2>{say('plan')}</h2>
      <dl className="bx-facts">
        {Object.entries(PLAN).map(([key, word]) =>
          cycle.plan[key] ? (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{say(word)}</dt>
              <dd>{showDay(cycle.plan[key])}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Pins cycle={cycle} />
    </>
  );
}

function ClockForm({ action, today }: { readonly action: AllowedAction; readonly today: string }) {
  const say = useWords(cycleWords);
  const act = useAct();
  const [date, setDate] = useState('');
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body: { date } });
      }}
    >
      <label htmlFor="clock">{say('newDate')}</label>
      <input id="clock" className="bx-input" type="date" min={today} required value={date} onChange={(event) => setDate(event.target.value)} />
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('moveClock')}
        </button>
      </div>
      <ActStatus act={act} done={say('moved')} />
    </form>
  );
}

function Figures({ cycle }: { readonly cycle: Cycle }) {
  const say = useWords(cycleWords);
  const phase = useNames(phaseNames);
  return (
    <>
      <h2>{say('phases')}</h2>
      <dl className="bx-facts">
        {Object.entries(cycle.figures!.phases).map(([key, n]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{phase(key)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Pins({ cycle }: { readonly cycle: Cycle }) {
  const say = useWords(cycleWords);
  const rules = useRules(cycle.id);
  return (
    <>
      <h2>{say('pins')}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('pin')}</th>
              <th scope="col">{say('version')}</th>
              <th scope="col">{say('hash')}</th>
            </tr>
          </thead>
          <tbody>
            {cycle.pins.map((pin) => (
              <tr key={pin.id}>
                <th scope="row">{pin.id}</th>
                <td>{pin.version}</td>
                <td className="bx-hash">{pin.sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say('settings')}</summary>
        <div className="bx-scroll">
          <table className="bx-table">
            <thead>
              <tr>
                <th scope="col">{say('setting')}</th>
                <th scope="col">{say('value')}</th>
                <th scope="col">{say('source')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(rules.data?.settings ?? {}).map(([key, setting]) => (
                <tr key={key}>
                  <th scope="row">{key}</th>
                  <td>{typeof setting.value === 'string' ? setting.value : JSON.stringify(setting.value)}</td>
                  <td>{setting.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <dl className="bx-facts">
        <dt>{say('settingsHash')}</dt>
        <dd className="bx-hash">{cycle.settingsHash}</dd>
        {cycle.snapshotHash && (
          <>
            <dt>{say('frozen')}</dt>
            <dd className="bx-hash">{cycle.snapshotHash}</dd>
          </>
        )}
      </dl>
    </>
  );
}

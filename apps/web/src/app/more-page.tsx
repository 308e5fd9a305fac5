import { Button, Radio } from 'antd';
import { Link } from 'react-router';
import { hasRole, useCapacityName } from '../features/session/capacities.js';
import { PasswordForm } from '../features/session/password-form.js';
import { signOut, useSession } from '../features/session/session.js';
import { sessionWords } from '../features/session/session.words.js';
import { useTitle } from '../ui/use-title.js';
import { useWords } from '../words/words.js';
import { setPreferences, usePreferences } from './preferences.js';
import { shellWords } from './shell.words.js';

/** What has no place in the bar of a phone: further pages, settings, the account. */
export default function MorePage() {
  const say = useWords(shellWords);
  const words = useWords(sessionWords);
  const session = useSession();
  const nameOf = useCapacityName();
  const { language, large } = usePreferences();
  useTitle(say('more'));
  return (
    <>
      <h1>{say('more')}</h1>
      <ul className="bx-links">
        <li>
          <Link to="/cycles">{say('cycles')}</Link>
        </li>
        {session.capacities.some((capacity) => capacity.kind !== 'MEMBER') && (
          <li>
            <Link to="/organisations">{say('organisations')}</Link>
          </li>
        )}
        {session.capacities.some((capacity) => capacity.grant === 'ADMINISTRATOR') && (
          <li>
            <Link to="/imports">{say('imports')}</Link>
          </li>
        )}
        <li>
          <Link to="/appeals">{say('appeals')}</Link>
        </li>
        {hasRole(session, 'SUPERIOR_STANDING_COMMITTEE', 'ADVISORY_BODY', 'INSPECTION_COMMISSION') && (
          <li>
            <Link to="/reevaluations">{say('reevaluations')}</Link>
          </li>
        )}
        {hasRole(session, 'SUPERIOR_STANDING_COMMITTEE', 'ADMINISTRATOR') && (
          <li>
            <Link to="/packs/simulate">{say('simulation')}</Link>
          </li>
        )}
        <li>
          <Link to="/log">{say('log')}</Link>
        </li>
        <li>
          <Link to="/notifications">{say('notifications')}</Link>
        </li>
      </ul>
      <h2>{say('settings')}</h2>
      <fieldset className="bx-field">
        <legend>{say('textSize')}</legend>
        <Radio.Group value={large} onChange={(event) => setPreferences({ large: event.target.value as boolean })}>
          <Radio value={false}>{say('normal')}</Radio>
          <Radio value={true}>{say('large')}</Radio>
        </Radio.Group>
      </fieldset>
      <fieldset className="bx-field">
        <legend>{say('language')}</legend>
        <Radio.Group value={language} onChange={(event) => setPreferences({ language: event.target.value as 'vi' | 'en' })}>
          <Radio value="vi">Tiếng Việt</Radio>
          <Radio value="en">English</Radio>
        </Radio.Group>
      </fieldset>
      <h2>{say('account')}</h2>
      <p>
        {session.member?.fullName} · {session.account.login}
      </p>
      <h3>{words('capacities')}</h3>
      <ul>
        {session.capacities.map((capacity, index) => (
          <li key={index}>{nameOf(capacity)}</li>
        ))}
      </ul>
      <details>
        <summary>{say('password')}</summary>
        <PasswordForm hasPassword={session.account.hasPassword} />
      </details>
      <p>
        <Button size="large" onClick={() => void signOut()}>
          {words('signOut')}
        </Button>
      </p>
    </>
  );
}

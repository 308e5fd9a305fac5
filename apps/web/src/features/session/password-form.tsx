import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { sessionWords } from './session.words.js';

/** Sets one's own password. @param hasPassword then the present one is asked for */
export function PasswordForm({ hasPassword, onSet, onLater }: { readonly hasPassword: boolean; readonly onSet?: () => void; readonly onLater?: () => void }) {
  const say = useWords(sessionWords);
  const id = useId();
  const act = useAct();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  return (
    <form
      className="bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: 'POST', href: '/api/v1/auth/password', body: { password, ...(hasPassword && { currentPassword: current }) } }).then((sent) => {
          if (!sent) return;
          setPassword('');
          setCurrent('');
          onSet?.();
        });
      }}
    >
      {hasPassword && (
        <>
          <label htmlFor={`${id}c`}>{say('currentPassword')}</label>
          <Input id={`${id}c`} size="large" type={type} autoComplete="current-password" required value={current} onChange={(event) => setCurrent(event.target.value)} />
        </>
      )}
      <label htmlFor={`${id}n`}>{say('newPassword')}</label>
      <Input id={`${id}n`} size="large" type={type} autoComplete="new-password" minLength={10} required aria-describedby={`${id}h`} value={password} onChange={(event) => setPassword(event.target.value)} />
      <small id={`${id}h`} className="bx-muted">
        {say('passwordHint')}
      </small>
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {say('show')}
      </Checkbox>
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('setPassword')}
        </Button>
        {onLater && (
          <Button size="large" onClick={onLater}>
            {say('setLater')}
          </Button>
        )}
      </div>
      <ActStatus act={act} done={say('passwordSet')} />
    </form>
  );
}

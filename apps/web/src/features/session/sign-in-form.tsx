import { Alert, Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.js';
import { send } from '../../api/client.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { useWords } from '../../words/words.js';
import { isSharedMachine, setSharedMachine } from './session.js';
import { sessionWords } from './session.words.js';

/** Login and password, or the one-time code of the first visit. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (how: 'password' | 'code') => void }) {
  const say = useWords(sessionWords);
  const id = useId();
  const [how, setHow] = useState<'password' | 'code'>('password');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [shown, setShown] = useState(false);
  const [shared, setShared] = useState(isSharedMachine());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      if (how === 'password') await send('POST', '/api/v1/auth/login', { login: login.trim(), password });
      else await send('POST', '/api/v1/auth/activate', { code: code.trim() });
      setSharedMachine(shared);
      onSignedIn(how);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {how === 'password' ? (
        <>
          <label htmlFor={`${id}l`}>{say('login')}</label>
          <Input id={`${id}l`} name="username" size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={login} onChange={(event) => setLogin(event.target.value)} />
          <label htmlFor={`${id}p`}>{say('password')}</label>
          <Input id={`${id}p`} name="password" size="large" type={shown ? 'text' : 'password'} autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
          <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
            {say('show')}
          </Checkbox>
        </>
      ) : (
        <>
          <label htmlFor={`${id}c`}>{say('code')}</label>
          <Input id={`${id}c`} name="code" size="large" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required aria-describedby={`${id}h`} value={code} onChange={(event) => setCode(event.target.value)} />
          <small id={`${id}h`} className="bx-muted">
            {say('codeHint')}
          </small>
        </>
      )}
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {say('shared')} <span className="bx-muted">{say('sharedHint')}</span>
      </Checkbox>
      {problem && <ProblemPanel problem={problem} />}
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>
        {say(how === 'password' ? 'signIn' : 'activate')}
      </Button>
      <Button
        size="large"
        block
        onClick={() => {
          setHow(how === 'password' ? 'code' : 'password');
          setProblem(null);
        }}
      >
        {say(how === 'password' ? 'withCode' : 'withPassword')}
      </Button>
      <details>
        <summary>{say('help')}</summary>
        <Alert type="info" title={say('helpText')} />
      </details>
    </form>
  );
}

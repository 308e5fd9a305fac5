import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { common } from '../../words/common.words.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { reevaluationWords } from './reevaluation.words.js';

const KINDS = ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const;
const TEXTS = ['subject', 'year', 'form', 'number', 'inForceOn'] as const;
type Text = (typeof TEXTS)[number];

/** Opens a past year after a discipline and goes to its page. */
export function OpenReevaluationForm() {
  const say = useWords(reevaluationWords);
  const shared = useWords(common);
  const kindOf = useNames(subjectKinds);
  const act = useAct();
  const go = useNavigate();
  const [kind, setKind] = useState<string>('MEMBER');
  const [texts, setTexts] = useState<Partial<Record<Text, string>>>({});
  const [grounds, setGrounds] = useState('');
  const [selfDetected, setSelfDetected] = useState(false);
  const [remedied, setRemedied] = useState(false);
  const text = (name: Text): string => (texts[name] ?? '').trim();
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        const discipline = { form: text('form'), number: text('number'), inForceOn: text('inForceOn'), selfDetected, remedied };
        const body = { subjectKind: kind, subject: text('subject').toUpperCase(), year: Number(text('year')), discipline, grounds: grounds.trim() };
        void act.run<{ caseId: string }>({ method: 'POST', href: '/api/v1/reevaluations', body }).then((sent) => sent && go(`/reevaluations/${sent.data.caseId}`));
      }}
    >
      <Alert type="info" title={say('openHint')} />
      <label htmlFor="re-kind">{say('subjectKind')}</label>
      <select id="re-kind" className="bx-input" value={kind} onChange={(event) => setKind(event.target.value)}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {kindOf(one)}
          </option>
        ))}
      </select>
      {TEXTS.map((name) => (
        <div key={name}>
          <label htmlFor={`re-${name}`}>{say(name)}</label>
          <input
            id={`re-${name}`}
            className="bx-input"
            type={name === 'inForceOn' ? 'date' : name === 'year' ? 'number' : 'text'}
            required
            value={texts[name] ?? ''}
            onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
          />
        </div>
      ))}
      <label>
        <input type="checkbox" checked={selfDetected} onChange={(event) => setSelfDetected(event.target.checked)} /> {say('selfDetected')}
      </label>
      <label>
        <input type="checkbox" checked={remedied} onChange={(event) => setRemedied(event.target.checked)} /> {say('remedied')}
      </label>
      <label htmlFor="re-grounds">{say('grounds')}</label>
      <Input.TextArea id="re-grounds" required autoSize={{ minRows: 2 }} maxLength={4000} value={grounds} onChange={(event) => setGrounds(event.target.value)} />
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('send')}
        </Button>
      </div>
      <ActStatus act={act} done={shared('done')} />
    </form>
  );
}

import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { appealWords } from './appeal.words.js';

const KINDS = ['COMPLAINT', 'PETITION', 'DENUNCIATION'] as const;

/** Files a case about a notified result and goes to its page. */
export function FileAppealForm({ reviewId }: { readonly reviewId: string }) {
  const say = useWords(appealWords);
  const act = useAct();
  const go = useNavigate();
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [grounds, setGrounds] = useState('');
  const [kindId, groundsId] = [`appeal-kind-${reviewId}`, `appeal-grounds-${reviewId}`];
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run<{ caseId: string }>({ method: 'POST', href: `/api/v1/reviews/${reviewId}/appeals`, body: { kind, grounds: grounds.trim() } }).then((sent) => sent && go(`/appeals/${sent.data.caseId}`));
      }}
    >
      <Alert type="info" title={say('fileHint')} />
      <label htmlFor={kindId}>{say('kind')}</label>
      <select id={kindId} className="bx-input" value={kind} onChange={(event) => setKind(event.target.value)}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
      <label htmlFor={groundsId}>{say('grounds')}</label>
      <Input.TextArea id={groundsId} required autoSize={{ minRows: 3 }} maxLength={4000} value={grounds} onChange={(event) => setGrounds(event.target.value)} />
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" disabled={grounds.trim() === ''} loading={act.state === 'sending'}>
          {say('send')}
        </Button>
      </div>
      <ActStatus act={act} done={say('sent')} />
    </form>
  );
}

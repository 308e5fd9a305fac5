import { Button, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

/** Records that the awarding body voted on the selected, verified cases; two tellers then count on their own. */
export function VoteForm({ cycleId, rows }: { readonly cycleId: string; readonly rows: readonly Schemas['CommendationCase'][] }) {
  const say = useWords(commendationWords);
  const act = useAct();
  const go = useNavigate();
  const [heldOn, setHeldOn] = useState('');
  const [tellers, setTellers] = useState('');
  const [present, setPresent] = useState('');
  if (rows.length === 0) return null;
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { heldOn, caseIds: rows.map((row) => row.id), tellers: tellers.split(',').map((code) => code.trim().toUpperCase()), present: Number(present) };
        void act.run<{ voteId: string }>({ method: 'POST', href: `/api/v1/cycles/${cycleId}/commendations/votes`, body }).then((sent) => sent && go(`/cycles/${cycleId}/commendations/votes/${sent.data.voteId}`));
      }}
    >
      <h3>{say('recordVote', { n: rows.length })}</h3>
      <label htmlFor="vote-date">{say('heldOn')}</label>
      <input id="vote-date" className="bx-input" type="date" required value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
      <label htmlFor="vote-tellers">{say('tellers')}</label>
      <Input id="vote-tellers" size="large" required style={{ maxWidth: 384 }} value={tellers} onChange={(event) => setTellers(event.target.value)} />
      <label htmlFor="vote-present">{say('present')}</label>
      <input id="vote-present" className="bx-input" type="number" min={1} required value={present} onChange={(event) => setPresent(event.target.value)} />
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('openVote')}
        </Button>
      </div>
      <ActStatus act={act} done={say('done')} />
    </form>
  );
}

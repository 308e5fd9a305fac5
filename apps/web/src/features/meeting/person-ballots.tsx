import { Button, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { PersonBallotCard } from './person-ballot-card.js';
import { personWords } from './person.words.js';

/** Confidence and by-elections of a committee's meeting, apart from the ballots of the rating. */
export function PersonBallots({ room }: { readonly room: Schemas['MeetingRoom'] }) {
  const say = useWords(personWords);
  const [adding, setAdding] = useState(false);
  const plan = actionOf(room.allowedActions, 'planPersonBallot');
  if (room.personBallots.length === 0 && !plan?.allowed) return null;
  return (
    <section aria-labelledby="persons-h">
      <h2 id="persons-h">{say('heading')}</h2>
      <p className="bx-muted">{say('lead')}</p>
      {room.personBallots.length === 0 ? (
        <p className="bx-empty">{say('none')}</p>
      ) : (
        <ol className="bx-cards">
          {room.personBallots.map((ballot) => (
            <PersonBallotCard key={ballot.id} ballot={ballot} />
          ))}
        </ol>
      )}
      {plan?.allowed && !adding && (
        <Button size="large" onClick={() => setAdding(true)}>
          {say('add')}
        </Button>
      )}
      {plan?.allowed && adding && <PlanForm action={plan} onClose={() => setAdding(false)} />}
    </section>
  );
}

function PlanForm({ action, onClose }: { readonly action: AllowedAction; readonly onClose: () => void }) {
  const say = useWords(personWords);
  const shared = useWords(common);
  const act = useAct();
  const [kind, setKind] = useState<'CONFIDENCE' | 'ELECTION'>('CONFIDENCE');
  const [title, setTitle] = useState('');
  const [document, setDocument] = useState('');
  const [codes, setCodes] = useState('');
  const [seats, setSeats] = useState('1');
  const body = {
    kind,
    title: title.trim(),
    persons: codes.split(/[\s,;]+/).filter((code) => code !== '').map((code) => code.toUpperCase()),
    ...(document.trim() !== '' && { document: document.trim() }),
    ...(kind === 'ELECTION' && { seats: Number(seats) }),
  };
  return (
    <form
      className="bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body }).then((sent) => sent && onClose());
      }}
    >
      <label htmlFor="person-kind">{say('kind')}</label>
      <select id="person-kind" className="bx-input" value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
        {(['CONFIDENCE', 'ELECTION'] as const).map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
      <label htmlFor="person-title">{say('title')}</label>
      <Input id="person-title" required maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      <label htmlFor="person-document">{say('document')}</label>
      <Input id="person-document" maxLength={300} value={document} onChange={(event) => setDocument(event.target.value)} />
      {kind === 'ELECTION' && (
        <>
          <label htmlFor="person-seats">{say('seatsField')}</label>
          <input id="person-seats" className="bx-number" type="number" min={1} max={100} required value={seats} onChange={(event) => setSeats(event.target.value)} />
        </>
      )}
      <label htmlFor="person-codes">{say('codes')}</label>
      <Input.TextArea id="person-codes" required autoSize={{ minRows: 3 }} value={codes} onChange={(event) => setCodes(event.target.value)} />
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('put')}
        </Button>
        <Button size="large" onClick={onClose}>
          {shared('cancel')}
        </Button>
      </div>
      <ActStatus act={act} />
    </form>
  );
}

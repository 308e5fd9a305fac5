import { Alert, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showInstant } from '../../ui/dates.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useStateName } from '../../ui/state-name.js';
import { methods } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { CloseQuestion } from './close-question.js';
import { meetingWords } from './meeting.words.js';
import { PersonCountForm } from './person-count-form.js';
import { PersonResult } from './person-result.js';
import { personWords } from './person.words.js';

type Ballot = Schemas['PersonBallot'];

/** One ballot about persons: who is voted on, what comes next, and what it came to. */
export function PersonBallotCard({ ballot }: { readonly ballot: Ballot }) {
  const say = useWords(personWords);
  const sheet = useWords(meetingWords);
  const method = useNames(methods);
  const stateOf = useStateName('ballot');
  const act = useAct();
  const [asking, setAsking] = useState<'close' | 'void' | null>(null);
  const [open, close, withdraw, enter] = ['openBallot', 'closeBallot', 'voidBallot', 'enterCount'].map((id) => actionOf(ballot.allowedActions, id));
  const mine = ballot.myEntries.find((entry) => entry.attempt === ballot.attempt);
  const send = (action: { method: 'POST' | 'PUT'; href: string }, body: object = {}) => act.run({ method: action.method, href: action.href, body }).then((sent) => sent && setAsking(null));
  return (
    <li className={`bx-card${ballot.state === 'OPEN' || ballot.state === 'RECONCILING' ? ' bx-live' : ''}`} id={`person-ballot-${ballot.id}`}>
      <h3>
        {ballot.ordinal}. {ballot.title} <Tag>{stateOf(ballot.state)}</Tag>
      </h3>
      <p className="bx-muted bx-row">
        <span>{say(ballot.kind as 'CONFIDENCE' | 'ELECTION')}</span>
        <span>{method(ballot.method)}</span>
        {ballot.seats !== null && <span>{say('seats', { n: ballot.seats })}</span>}
        {ballot.entitled !== null && <span>{sheet('entitled', { n: ballot.entitled })}</span>}
        {ballot.countedBody !== null && <span>{sheet('counted', { n: ballot.countedBody })}</span>}
        {ballot.document && <span>{ballot.document}</span>}
      </p>
      {ballot.reason && <p>{ballot.reason}</p>}
      {ballot.result?.seats && (
        <p>
          <strong>{say('filled', { filled: ballot.result.seats.filled, of: ballot.result.seats.of })}</strong>
        </p>
      )}
      {ballot.result ? (
        <PersonResult levels={ballot.levels} totals={ballot.totals} countedBody={ballot.countedBody} clause={clauseOf(ballot)} rows={rowsOf(ballot)} />
      ) : (
        <ol>
          {ballot.persons.map((person) => (
            <li key={person.memberId}>{person.fullName}</li>
          ))}
        </ol>
      )}
      {ballot.state === 'OPEN' && <p role="status">{sheet('running')}</p>}
      {ballot.state === 'RECONCILING' && <p role="status">{sheet('counting', { n: ballot.entered })}</p>}
      {enter?.allowed && <PersonCountForm key={`${ballot.id}.${ballot.attempt}`} ballot={ballot} action={enter} />}
      {ballot.state === 'RECONCILING' && mine && <Alert type="success" showIcon title={sheet('entered', { at: showInstant(mine.enteredAt) })} />}
      <div className="bx-row">
        {open && ballot.state === 'DRAFT' && (
          <ActionButton action={open} primary busy={act.state === 'sending'} onAct={() => void send(open)}>
            {sheet('openBallot')}
          </ActionButton>
        )}
        {close?.allowed && asking !== 'close' && (
          <ActionButton action={close} primary onAct={() => setAsking('close')}>
            {sheet('closeBallot')}
          </ActionButton>
        )}
        {withdraw?.allowed && asking !== 'void' && (
          <ActionButton action={withdraw} danger onAct={() => setAsking('void')}>
            {sheet('void')}
          </ActionButton>
        )}
      </div>
      {asking === 'close' && close && <CloseQuestion busy={act.state === 'sending'} onClose={() => void send(close)} onCancel={() => setAsking(null)} />}
      {asking === 'void' && withdraw && <ReasonForm title={sheet('void')} danger act={act} onCancel={() => setAsking(null)} onSend={(reason) => void send(withdraw, { reason })} />}
      {asking !== 'void' && <ActStatus act={act} />}
    </li>
  );
}

const clauseOf = ({ rule }: Ballot): string | null => (rule as { readonly majoritySource?: string } | null)?.majoritySource ?? null;

function rowsOf(ballot: Ballot) {
  const verdicts = new Map((ballot.result?.persons ?? []).map((one) => [one.personId, one]));
  const names = new Map(ballot.persons.map((person) => [person.memberId, person.fullName]));
  return (ballot.counts ?? []).map((row) => {
    const verdict = verdicts.get(row.personId);
    return { ...row, name: names.get(row.personId) ?? row.personId, outcome: verdict?.outcome ?? null, level: verdict?.level ?? null, shares: verdict?.shares ?? [] };
  });
}

import { Alert, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showInstant } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useStateName } from '../../ui/state-name.js';
import { ballotNames, methods } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { CloseQuestion } from './close-question.js';
import { CountForm } from './count-form.js';
import { meetingWords } from './meeting.words.js';
import { useSubjectName } from './subject-name.js';
import { TallyTable } from './tally-table.js';

/** Below so many papers a unanimous result tells how each person voted. */
const SMALL = 10;

/** One ballot of the agenda: what is voted on, and what comes next. */
export function BallotCard({ ballot, cycleId }: { readonly ballot: Schemas['Ballot']; readonly cycleId: string }) {
  const say = useWords(meetingWords);
  const nameOf = useSubjectName();
  const kind = useNames(ballotNames);
  const method = useNames(methods);
  const stateOf = useStateName('ballot');
  const levels = useLevelWords(cycleId);
  const act = useAct();
  const reasoned = useAct();
  const [asking, setAsking] = useState<'closeBallot' | 'rerunBallot' | 'voidBallot' | null>(null);
  const allowed = (id: string) => actionOf(ballot.allowedActions, id);
  const [open, close, rerun, withdraw, enter] = ['openBallot', 'closeBallot', 'rerunBallot', 'voidBallot', 'enterCount'].map(allowed);
  const mine = ballot.myEntries.find((entry) => entry.attempt === ballot.attempt);
  const send = (action: { method: 'POST' | 'PUT'; href: string }, body: object = {}) => (asking === 'closeBallot' || !asking ? act : reasoned).run({ method: action.method, href: action.href, body }).then((sent) => sent && setAsking(null));
  const live = ballot.state === 'OPEN' || ballot.state === 'RECONCILING';
  return (
    <li className={`bx-card${live ? ' bx-live' : ''}`} id={`ballot-${ballot.id}`}>
      <h3>
        {ballot.ordinal}. {kind(ballot.kind)} <Tag>{stateOf(ballot.state)}</Tag>
      </h3>
      <p className="bx-muted bx-row">
        <span>{method(ballot.method)}</span>
        <span>{say('subjects', { n: ballot.subjects.length })}</span>
        {ballot.round > 1 && <span>{say('round', { n: ballot.round })}</span>}
        {ballot.entitled !== null && <span>{say('entitled', { n: ballot.entitled })}</span>}
        {ballot.countedBody !== null && <span>{say('counted', { n: ballot.countedBody })}</span>}
      </p>
      {ballot.reason && <p>{ballot.reason}</p>}
      {ballot.tally.length > 0 ? (
        <TallyTable ballot={ballot} cycleId={cycleId} />
      ) : (
        <ul className="bx-plain-list">
          {ballot.subjects.map((subject) => (
            <li key={subject.reviewId} className="bx-row">
              {nameOf(subject)}
              {subject.levels.self && (
                <span>
                  {say('self')}: <LevelChip words={levels} subjectKind={subject.subjectKind} level={subject.levels.self} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {ballot.state === 'OPEN' && <p role="status">{say('running')}</p>}
      {open?.allowed && ballot.method === 'SECRET_BALLOT' && (ballot.entitled ?? ballot.present ?? SMALL) < SMALL && <p className="bx-muted">{say('smallCell', { n: ballot.entitled ?? ballot.present })}</p>}
      {ballot.state === 'RECONCILING' && <p role="status">{say('counting', { n: ballot.entered })}</p>}
      {enter?.allowed && <CountForm key={`${ballot.id}.${ballot.attempt}`} ballot={ballot} action={enter} cycleId={cycleId} />}
      {ballot.state === 'RECONCILING' && mine && <Alert type="success" showIcon title={say('entered', { at: showInstant(mine.enteredAt) })} />}
      <div className="bx-row">
        {open && ['DRAFT', 'ROLL_FROZEN'].includes(ballot.state) && (
          <ActionButton action={open} primary busy={act.state === 'sending'} onAct={() => void send(open)}>
            {say('openBallot')}
          </ActionButton>
        )}
        {close?.allowed && asking !== 'closeBallot' && (
          <ActionButton action={close} primary onAct={() => setAsking('closeBallot')}>
            {say('closeBallot')}
          </ActionButton>
        )}
        {rerun?.allowed && asking !== 'rerunBallot' && (
          <ActionButton action={rerun} onAct={() => setAsking('rerunBallot')}>
            {say('rerun')}
          </ActionButton>
        )}
        {withdraw?.allowed && asking !== 'voidBallot' && (
          <ActionButton action={withdraw} danger onAct={() => setAsking('voidBallot')}>
            {say('void')}
          </ActionButton>
        )}
      </div>
      {asking === 'closeBallot' && close && <CloseQuestion busy={act.state === 'sending'} onClose={() => void send(close)} onCancel={() => setAsking(null)} />}
      {asking === 'rerunBallot' && rerun && <ReasonForm title={say('rerun')} act={reasoned} onCancel={() => setAsking(null)} onSend={(reason) => void send(rerun, { reason })} />}
      {asking === 'voidBallot' && withdraw && <ReasonForm title={say('void')} danger act={reasoned} onCancel={() => setAsking(null)} onSend={(reason) => void send(withdraw, { reason })} />}
      <ActStatus act={act} />
    </li>
  );
}

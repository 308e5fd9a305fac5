import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

/** Pausing a meeting before its first ballot, with a reason, and going on. */
export function Pausing({ room }: { readonly room: Schemas['MeetingRoom'] }) {
  const say = useWords(meetingWords);
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const adjourn = actionOf(room.allowedActions, 'adjournMeeting');
  const resume = actionOf(room.allowedActions, 'resumeMeeting');
  const send = (action: { method: 'POST' | 'PUT'; href: string }, body: object) => void act.run({ method: action.method, href: action.href, body }).then((sent) => sent && setAsking(false));
  return (
    <>
      {room.state === 'ADJOURNED' && <Alert type="warning" showIcon title={say('adjourned', { reason: room.reason })} />}
      <div className="bx-row">
        {resume?.allowed && (
          <ActionButton action={resume} primary busy={act.state === 'sending'} onAct={() => send(resume, {})}>
            {say('resume')}
          </ActionButton>
        )}
        {adjourn?.allowed && !asking && (
          <ActionButton action={adjourn} onAct={() => setAsking(true)}>
            {say('adjourn')}
          </ActionButton>
        )}
      </div>
      {asking && adjourn?.allowed ? <ReasonForm title={say('adjourn')} act={act} onCancel={() => setAsking(false)} onSend={(reason) => send(adjourn, { reason })} /> : <ActStatus act={act} />}
    </>
  );
}

import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

/** Minutes sent back before the meeting is closed; once they are, the reason stands where they are drafted again. */
export function ReturnMinutes({ room }: { readonly room: Schemas['MeetingRoom'] }) {
  const say = useWords(meetingWords);
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const action = actionOf(room.allowedActions, 'returnMinutes');
  const returned = room.state === 'MINUTES_DRAFT' && !room.steps.some((step) => step.kind === 'SIGN_MINUTES' && step.state === 'OPEN');
  return (
    <>
      {returned && room.reason && <Alert type="warning" showIcon title={say('minutesReturned', { reason: room.reason })} />}
      {action?.allowed && !asking && (
        <ActionButton action={action} onAct={() => setAsking(true)}>
          {say('returnMinutes')}
        </ActionButton>
      )}
      {asking && action?.allowed && (
        <ReasonForm title={say('returnMinutes')} act={act} onCancel={() => setAsking(false)} onSend={(reason) => void act.run({ method: action.method, href: action.href, body: { reason } }).then((sent) => sent && setAsking(false))} />
      )}
    </>
  );
}

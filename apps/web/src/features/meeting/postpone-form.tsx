import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

/** A new date and the reason. @param today date of the cycle */
export function PostponeForm({ action, today, onClose }: { readonly action: AllowedAction; readonly today: string; readonly onClose: () => void }) {
  const say = useWords(meetingWords);
  const shared = useWords(common);
  const act = useAct();
  const [newDate, setNewDate] = useState('');
  const [reason, setReason] = useState('');
  return (
    <form
      className="bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body: { newDate, reason: reason.trim() } }).then((sent) => sent && onClose());
      }}
    >
      <label htmlFor="postpone-date">{say('newDate')}</label>
      <input id="postpone-date" className="bx-input" type="date" required min={today} value={newDate} onChange={(event) => setNewDate(event.target.value)} />
      <label htmlFor="postpone-reason">{shared('reason')}</label>
      <Input.TextArea id="postpone-reason" required autoSize={{ minRows: 2 }} maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('postpone')}
        </Button>
        <Button size="large" onClick={onClose}>
          {shared('cancel')}
        </Button>
      </div>
      <ActStatus act={act} />
    </form>
  );
}

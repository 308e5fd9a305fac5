import { Alert, Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { type Act } from '../api/use-act.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';
import { ActStatus } from './act-status.js';

/** Asks for the reason of an act in the place where the act was chosen, and does it. */
export function ReasonForm({ title, act, onSend, onCancel, danger, withReason = true }: { readonly title: string; readonly act: Act; readonly onSend: (reason: string) => void; readonly onCancel: () => void; readonly danger?: boolean; readonly withReason?: boolean }) {
  const say = useWords(common);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = () => {
    if (withReason && reason.trim() === '') return setMissing(true);
    onSend(reason.trim());
  };
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {withReason && (
        <>
          <label htmlFor={id}>{say('reason')}</label>
          <Input.TextArea id={id} autoSize={{ minRows: 2 }} maxLength={4000} value={reason} aria-invalid={missing} onChange={(event) => setReason(event.target.value)} />
          {missing && reason.trim() === '' && <Alert type="error" title={say('reasonNeeded')} role="alert" />}
        </>
      )}
      <div className="bx-row">
        <Button size="large" htmlType="submit" type="primary" danger={danger ?? false} loading={act.state === 'sending'}>
          {title}
        </Button>
        <Button size="large" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
      <ActStatus act={act} />
    </form>
  );
}

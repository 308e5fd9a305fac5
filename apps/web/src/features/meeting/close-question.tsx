import { Button } from 'antd';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

/** Asks once more before the voting ends: nobody can vote after it. */
export function CloseQuestion({ busy, onClose, onCancel }: { readonly busy: boolean; readonly onClose: () => void; readonly onCancel: () => void }) {
  const say = useWords(meetingWords);
  const shared = useWords(common);
  return (
    <div className="bx-panel" role="alertdialog" aria-label={say('closeBallot')}>
      <p>{say('closeSure')}</p>
      <div className="bx-row">
        <Button size="large" type="primary" autoFocus loading={busy} onClick={onClose}>
          {say('closeBallot')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {shared('cancel')}
        </Button>
      </div>
    </div>
  );
}

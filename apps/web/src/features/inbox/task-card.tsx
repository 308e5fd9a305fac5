import { Button, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDue, showInstant } from '../../ui/dates.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { inboxWords } from './inbox.words.js';
import { pageOfTask, useTaskTitle } from './task-link.js';

export function TaskCard({ task }: { readonly task: Schemas['Task'] }) {
  const say = useWords(inboxWords);
  const shared = useWords(common);
  const act = useAct();
  const title = useTaskTitle()(task);
  const due = useDueText()(task);
  const over = task.state === 'DONE' || task.state === 'CANCELLED' || task.state === 'EXPIRED';
  return (
    <li className={`bx-card${task.live && !over ? ' bx-live' : ''}`}>
      <h3>{title}</h3>
      <p className="bx-muted">
        {task.organisation.name}
        {task.subject && task.subject.name !== task.organisation.name && ` · ${task.subject.name}`}
        {task.cycleId && ` · ${task.cycleId}`}
      </p>
      <p className="bx-row">
        {!over && due && <Tag color={task.heading === 'OVERDUE' ? 'error' : 'default'}>{due}</Tag>}
        {!over && task.dueAt && <span>{shared('dueOn', { date: showDue(task.dueAt) })}</span>}
        {!over && task.waitingCount > 0 && <span>{say('waiting', { n: task.waitingCount })}</span>}
        {!over && task.claimedBy && <span>{say('claimedBy', { name: task.claimedBy.fullName })}</span>}
        {over && task.doneAt && <span>{task.doneBy ? say('doneBy', { at: showInstant(task.doneAt), name: task.doneBy.fullName }) : say('doneAt', { at: showInstant(task.doneAt) })}</span>}
      </p>
      <div className="bx-row">
        <Link className="bx-button" to={pageOfTask(task)} aria-label={say('open', { task: title })}>
          {say('openShort')}
        </Link>
        {task.allowedActions
          .filter((one) => one.allowed && (one.id === 'claim' || one.id === 'release'))
          .map((one) => (
            <Button key={one.id} size="large" loading={act.state === 'sending'} onClick={() => void act.run({ method: one.method, href: one.href })}>
              {say(one.id as 'claim' | 'release')}
            </Button>
          ))}
      </div>
      <ActStatus act={act} />
    </li>
  );
}

function useDueText(): (task: Schemas['Task']) => string | null {
  const say = useWords(inboxWords);
  return ({ workingDaysLeft: left, heading }) => {
    if (left === null) return heading === 'OVERDUE' ? say('OVERDUE') : null;
    if (heading === 'OVERDUE' || left < 0) return say('overdueDays', { n: Math.abs(left) });
    return left === 0 ? say('today') : say('daysLeft', { n: left });
  };
}

import { type TaskView } from '../../readers/index.js';
import { action, type ActorRights, type AllowedAction } from './allowed-action.js';

/** Taking a task of a post, and giving it back. A personal task is one's own from birth. */
export function taskActions(task: TaskView, rights: ActorRights): AllowedAction[] {
  if (task.holder === 'PERSONAL' || rights.actor.memberId === null) return [];
  const base = `/tasks/${task.id}`;
  if (task.state === 'OPEN') return [action('claim', 'POST', `${base}/claim`, null)];
  if (task.state !== 'CLAIMED') return [];
  return task.claimedBy?.memberId === rights.actor.memberId
    ? [action('release', 'POST', `${base}/release`, null)]
    : [action('claim', 'POST', `${base}/claim`, { code: 'TASK.CLAIMED' })];
}

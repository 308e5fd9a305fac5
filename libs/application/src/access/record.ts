import { type Json } from '@binhxet/domain';
import { type Actor } from './actor.js';

/** How the log names who acted: ids and posts, no name. */
export function actedBy(actor: Actor | null): Json {
  if (!actor) return { engine: true };
  return {
    account: actor.accountId,
    member: actor.memberId,
    posts: actor.capacities.flatMap((capacity) => (capacity.kind === 'POST' ? [`${capacity.body}/${capacity.post}`] : capacity.kind === 'GRANT' ? [capacity.role] : [])).sort(),
  };
}

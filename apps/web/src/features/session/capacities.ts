import { bodyNames, grants, postNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { type Session } from './session.js';
import { sessionWords } from './session.words.js';

type Capacity = Session['capacities'][number];

/** Name of a capacity: the post with its body and organisation, membership, or a grant. */
export function useCapacityName(): (capacity: Capacity) => string {
  const post = useNames(postNames);
  const body = useNames(bodyNames);
  const grant = useNames(grants);
  const say = useWords(sessionWords);
  return (capacity) => {
    const place = capacity.organisation?.name ?? say('everywhere');
    if (capacity.kind === 'POST') return `${post(capacity.post ?? '')}${capacity.body ? `, ${body(capacity.body)}` : ''} · ${place}`;
    return `${grant(capacity.grant ?? 'MEMBER')} · ${place}`;
  };
}

/** Roles that lead to pages of a body, not only to one's own. */
export const reaches = (session: Session): boolean => session.capacities.some((capacity) => capacity.roles.some((role) => role !== 'MEMBER'));
export const hasRole = (session: Session, ...roles: readonly string[]): boolean => session.capacities.some((capacity) => capacity.roles.some((role) => roles.includes(role)));

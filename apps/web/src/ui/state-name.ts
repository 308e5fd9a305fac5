import { STATE_LABELS } from '@binhxet/messages';
import { useLanguage } from '../words/words.js';

type Machine = keyof typeof STATE_LABELS;
const OF_SUBJECT: Readonly<Record<string, Machine>> = { MEMBER: 'memberReview', COLLECTIVE: 'collectiveReview', ORGANISATION: 'orgClassification' };

/** Name of a state of one machine. */
export function useStateName(machine: Machine): (state: string) => string {
  const language = useLanguage();
  const labels = STATE_LABELS[machine] as Readonly<Record<string, { vi: string; en: string }>>;
  return (state) => labels[state]?.[language] ?? state;
}

/** Name of a review's state, by the kind of its subject. */
export function useReviewState(): (subjectKind: string, state: string) => string {
  const language = useLanguage();
  return (subjectKind, state) => (STATE_LABELS[OF_SUBJECT[subjectKind] ?? 'memberReview'] as Readonly<Record<string, { vi: string; en: string }>>)[state]?.[language] ?? state;
}

import { EVENT_LABELS } from '@binhxet/messages';
import { useLanguage } from '../words/words.js';

/** Name of a ledger event type; one that this build does not know is shown as it stands in the log. */
export function useEventName(): (type: string) => string {
  const language = useLanguage();
  return (type) => EVENT_LABELS[type]?.[language] ?? type;
}

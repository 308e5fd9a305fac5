import { type Schemas } from '@binhxet/api-client';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

/** Name of what a ballot is about: an organisation and its leadership collective bear the same name and stand on one paper. */
export function useSubjectName(): (subject: Pick<Schemas['BallotSubject'], 'subjectKind' | 'name'>) => string {
  const say = useWords(meetingWords);
  return ({ subjectKind, name }) => (subjectKind === 'COLLECTIVE' ? say('collectiveOf', { name }) : name);
}

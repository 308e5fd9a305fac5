import { Link } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { meetingNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

export default function MeetingsPage() {
  const say = useWords(meetingWords);
  const kind = useNames(meetingNames);
  const stateOf = useStateName('meeting');
  useTitle(say('mine'));
  const meetings = useRead('/api/v1/meetings', {});
  return (
    <>
      <h1>{say('mine')}</h1>
      <Loaded reading={meetings}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="bx-empty">{say('noMeetings')}</p>
          ) : (
            <ul className="bx-cards">
              {items.map((meeting) => (
                <li key={meeting.id} className="bx-card">
                  <h3>
                    <Link to={`/meetings/${meeting.id}`}>{kind(meeting.kind)}</Link>
                  </h3>
                  <p className="bx-muted">
                    {meeting.organisation.name} · {showDay(meeting.heldOn)} · {stateOf(meeting.state)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { meetingNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { AttendanceList } from './attendance-list.js';
import { BallotCard } from './ballot-card.js';
import { meetingWords } from './meeting.words.js';
import { MinutesView } from './minutes-view.js';
import { Pausing } from './pausing.js';
import { PersonBallots } from './person-ballots.js';
import { PostponeForm } from './postpone-form.js';
import { type QuorumFacts, QuorumMeter } from './quorum-meter.js';

type Room = Schemas['MeetingRoom'];
const OVER = ['CLOSED', 'CANCELLED', 'POSTPONED'];
const POLL_MS = 4_000;

/** The room: attendance, ballots, minutes; what comes next stands open. */
export default function MeetingPage() {
  const { id = '' } = useParams();
  const room = useRead('/api/v1/meetings/{id}', { path: { id } }, { poll: POLL_MS });
  return <Loaded reading={room}>{(data) => <RoomView room={data} />}</Loaded>;
}

function stageOf(room: Room): 'stepAttendance' | 'stepBallots' | 'stepMinutes' {
  if (['PLANNED', 'CONVENED', 'NO_QUORUM', 'POSTPONED', 'CANCELLED'].includes(room.state)) return 'stepAttendance';
  if (room.minutes || ['MINUTES_DRAFT', 'MINUTES_SIGNED', 'CLOSED'].includes(room.state) || actionOf(room.allowedActions, 'draftMinutes')?.allowed) return 'stepMinutes';
  return 'stepBallots';
}

function RoomView({ room }: { readonly room: Room }) {
  const say = useWords(meetingWords);
  const kind = useNames(meetingNames);
  const stateOf = useStateName('meeting');
  const stage = stageOf(room);
  useTitle(kind(room.kind), room.organisation.name);
  const unit = `/cycles/${room.cycleId}/units/${room.organisation.code}`;
  return (
    <>
      <SimulatedBanner simulated={room.simulated} />
      <h1>{kind(room.kind)}</h1>
      <p className="bx-lead">
        {room.organisation.name} · {showDay(room.heldOn)} · <strong>{stateOf(room.state)}</strong>
      </p>
      <ol className="bx-chain" aria-label={say('steps')}>
        {(['stepAttendance', 'stepBallots', 'stepMinutes'] as const).map((one) => (
          <li key={one} {...(one === stage && !OVER.includes(room.state) && { 'aria-current': 'step' as const })}>
            {one === stage && !OVER.includes(room.state) ? <strong>{`${say(one)} (${say('now')})`}</strong> : say(one)}
          </li>
        ))}
      </ol>
      {room.state === 'CLOSED' && (
        <Alert
          type="success"
          showIcon
          title={say('closed')}
          action={
            <span className="bx-row">
              <Link to={unit}>{say('unit')}</Link>
              {room.kind !== 'CELL_REVIEW' && room.kind !== 'LATE_REVIEW' && <Link to={`${unit}/decision`}>{say('decide')}</Link>}
            </span>
          }
        />
      )}
      {room.state === 'CANCELLED' && <Alert type="info" showIcon title={say('cancelled')} />}
      {room.state === 'POSTPONED' && <Alert type="warning" showIcon title={say('postponed', { reason: room.reason })} />}
      <div className="bx-room">
        <div>
          {stage === 'stepAttendance' ? (
            <>
              <AttendanceList room={room} />
              <Opening room={room} />
            </>
          ) : (
            <details>
              <summary>{say('attendance')}</summary>
              <AttendanceList room={room} />
            </details>
          )}
          <Pausing room={room} />
          <section aria-labelledby="agenda-h">
            <h2 id="agenda-h">{say('agenda')}</h2>
            <p className="bx-muted">{say('paperOnly')}</p>
            {room.ballots.length === 0 ? (
              <p className="bx-empty">{say('noBallots')}</p>
            ) : (
              <ol className="bx-cards">
                {room.ballots.map((ballot) => (
                  <BallotCard key={ballot.id} ballot={ballot} cycleId={room.cycleId} />
                ))}
              </ol>
            )}
          </section>
          <PersonBallots room={room} />
          {stage !== 'stepAttendance' && <MinutesView room={room} />}
        </div>
        <aside>
          <QuorumMeter quorum={room.quorum as QuorumFacts | null} />
          <dl className="bx-facts">
            <dt>{say('chair')}</dt>
            <dd>{room.chair.fullName}</dd>
            <dt>{say('minuteTaker')}</dt>
            <dd>{room.minuteTaker.fullName}</dd>
            <dt>{say('tellers')}</dt>
            <dd>{room.tellers.map((teller) => teller.fullName).join(', ')}</dd>
            {room.place && (
              <>
                <dt>{say('place')}</dt>
                <dd>{room.place}</dd>
              </>
            )}
            <dt>{say('excluded')}</dt>
            <dd>{excludedIn(room) || say('noneExcluded')}</dd>
          </dl>
          <Link to={unit}>{say('unit')}</Link>
        </aside>
      </div>
    </>
  );
}

const excludedIn = (room: Room): string =>
  room.attendance.items
    .filter((row) => row.excludedClause !== null)
    .map((row) => `${row.person.fullName} (${row.excludedClause})`)
    .join('; ');

function Opening({ room }: { readonly room: Room }) {
  const say = useWords(meetingWords);
  const act = useAct();
  const [postponing, setPostponing] = useState(false);
  const open = actionOf(room.allowedActions, 'openMeeting');
  const postpone = actionOf(room.allowedActions, 'postponeMeeting');
  if (OVER.includes(room.state) || (!open && !postpone)) return null;
  return (
    <section className="bx-panel">
      <div className="bx-row">
        {open && (
          <ActionButton action={open} primary busy={act.state === 'sending'} onAct={() => void act.run({ method: open.method, href: open.href, body: {} })}>
            {say('open')}
          </ActionButton>
        )}
        {postpone?.allowed && !postponing && (
          <ActionButton action={postpone} onAct={() => setPostponing(true)}>
            {say('postpone')}
          </ActionButton>
        )}
      </div>
      <ActStatus act={act} />
      {postponing && postpone && <PostponeForm action={postpone} today={room.today} onClose={() => setPostponing(false)} />}
    </section>
  );
}

import { Button, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-read.js';
import { actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { attendanceNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

const STATUSES = ['PRESENT', 'EXCUSED', 'UNEXCUSED'] as const;
type Status = (typeof STATUSES)[number];

/** Who is there: one radio group a person while it may be recorded, words after that. */
export function AttendanceList({ room }: { readonly room: Schemas['MeetingRoom'] }) {
  const say = useWords(meetingWords);
  const nameOf = useNames(attendanceNames);
  const act = useAct();
  const [changes, setChanges] = useState<Readonly<Record<string, Status>>>({});
  const pages = usePages('/api/v1/meetings/{id}/attendance', { path: { id: room.id }, query: { limit: 100 } });
  const record = actionOf(room.allowedActions, 'recordAttendance');
  const writable = record?.allowed === true;
  const rows = pages.pages.flatMap((page) => page.items);
  const changed = Object.entries(changes).map(([memberId, status]) => ({ memberId, status }));
  const save = () => void act.run({ method: 'PUT', href: record!.href, body: { rows: changed } }).then((sent) => sent && setChanges({}));
  return (
    <section aria-labelledby="attendance-h">
      <h2 id="attendance-h">{say('attendance')}</h2>
      {room.unrecorded > 0 && <p>{say('unrecorded', { n: room.unrecorded })}</p>}
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <ul className="bx-cards">
            {rows.map((row) => (
              <li key={row.person.memberId} className="bx-card">
                <fieldset className="bx-field">
                  <legend>
                    {row.person.fullName}{' '}
                    <small className="bx-muted">
                      {row.voter ? say('voter') : say('nonVoter')}
                      {row.excludedClause && ` · ${say('excluded')}: ${row.excludedClause}`}
                    </small>
                  </legend>
                  {writable ? (
                    <Radio.Group value={changes[row.person.memberId] ?? row.status} onChange={(event) => setChanges({ ...changes, [row.person.memberId]: event.target.value as Status })}>
                      {STATUSES.map((status) => (
                        <Radio key={status} value={status}>
                          <span className="bx-hidden">{row.person.fullName}: </span>
                          {nameOf(status)}
                        </Radio>
                      ))}
                    </Radio.Group>
                  ) : (
                    nameOf(row.status)
                  )}
                </fieldset>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton pages={pages} />
      {writable && (
        <div className="bx-row" style={{ marginTop: 12 }}>
          <Button size="large" onClick={() => setChanges({ ...Object.fromEntries(rows.filter((row) => row.status === 'SUMMONED').map((row) => [row.person.memberId, 'PRESENT' as const])), ...changes })}>
            {say('allPresent')}
          </Button>
          <Button size="large" type="primary" disabled={changed.length === 0} loading={act.state === 'sending'} onClick={save}>
            {say('saveAttendance')}
          </Button>
          <span role="status" aria-live="polite">
            {changed.length > 0 && say('changes', { n: changed.length })}
          </span>
        </div>
      )}
      <ActStatus act={act} done={say('attendanceSaved')} />
    </section>
  );
}

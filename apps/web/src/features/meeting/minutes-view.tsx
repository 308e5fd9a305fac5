import { Alert, Checkbox } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ReturnMinutes } from './return-minutes.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { ballotNames, meetingNames, methods, signingRoles } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { canonicalText, sha256Hex } from './canonical-bytes.js';
import { meetingWords } from './meeting.words.js';
import { PersonResult, type PersonResultRow } from './person-result.js';
import { TallyTable } from './tally-table.js';

type Room = Schemas['MeetingRoom'];
interface Content {
  readonly kind: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly chair: string;
  readonly minuteTaker: string;
  readonly tellers: readonly string[];
  readonly attendance: { readonly people: readonly { readonly member: string; readonly status: string; readonly voter: boolean }[] };
  readonly ballots: readonly { readonly ballot: string; readonly kind: string; readonly ordinal: number; readonly method: string; readonly totals: Schemas['Ballot']['totals']; readonly rows: readonly { readonly review: string; readonly votes: number[]; readonly blank: number; readonly invalid: number; readonly verdict: Schemas['Level'] | null; readonly proof: unknown }[] }[];
  /** Absent where no ballot about persons was held. */
  readonly personBallots?: readonly {
    readonly ballot: string;
    readonly ordinal: number;
    readonly title: string;
    readonly state: string;
    readonly method: string;
    readonly levels: readonly string[] | null;
    readonly countedBody: number | null;
    readonly clause: string;
    readonly totals: Schemas['Ballot']['totals'];
    readonly reason: string | null;
    readonly rows: readonly (Omit<PersonResultRow, 'personId' | 'name'> & { readonly person: string })[];
  }[];
  readonly waiting: readonly string[];
}
const ROLES = ['CHAIR', 'MINUTE_TAKER', 'HEAD_TELLER'] as const;

/** Minutes as they will be signed: readable, and beside it the very bytes with their hash recomputed here. */
export function MinutesView({ room }: { readonly room: Room }) {
  const say = useWords(meetingWords);
  const act = useAct();
  const draft = actionOf(room.allowedActions, 'draftMinutes');
  const { minutes } = room;
  return (
    <section aria-labelledby="minutes-h">
      <h2 id="minutes-h">{say('stepMinutes')}</h2>
      {!minutes && !draft?.allowed && <p className="bx-empty">{say('minutesWait')}</p>}
      {draft?.allowed && (
        <ActionButton action={draft} primary={!minutes} busy={act.state === 'sending'} onAct={() => void act.run({ method: draft.method, href: draft.href, body: {} })}>
          {say(minutes ? 'redraft' : 'draftMinutes')}
        </ActionButton>
      )}
      <ActStatus act={act} />
      <ReturnMinutes room={room} />
      {minutes && <Drafted room={room} minutes={minutes} />}
    </section>
  );
}

function Drafted({ room, minutes }: { readonly room: Room; readonly minutes: NonNullable<Room['minutes']> }) {
  const say = useWords(meetingWords);
  const role = useNames(signingRoles);
  const kind = useNames(meetingNames);
  const ballotKind = useNames(ballotNames);
  const method = useNames(methods);
  const content = minutes.content as Content;
  const nameOf = (id: string) => minutes.names[id]?.name ?? id;
  const bytes = canonicalText(minutes.content);
  const hash = useHash(bytes);
  const signed = room.state === 'MINUTES_SIGNED' || room.state === 'CLOSED';
  const people = content.attendance.people;
  return (
    <article className="bx-panel">
      <h3>
        {say(signed ? 'signedMinutes' : 'draft')} · {kind(content.kind)}
      </h3>
      <p className="bx-muted">{say('version', { n: minutes.version, at: showInstant(minutes.draftedAt) })}</p>
      <dl className="bx-facts">
        <dt>{say('heldOn')}</dt>
        <dd>
          {showDay(content.heldOn)}
          {content.place && `, ${content.place}`}
        </dd>
        <dt>{say('chair')}</dt>
        <dd>{nameOf(content.chair)}</dd>
        <dt>{say('minuteTaker')}</dt>
        <dd>{nameOf(content.minuteTaker)}</dd>
        <dt>{say('tellers')}</dt>
        <dd>{content.tellers.map(nameOf).join(', ')}</dd>
        <dt>{say('people')}</dt>
        <dd>
          {say('present', { n: people.filter((one) => one.status === 'PRESENT').length })}; {say('absent', { n: people.filter((one) => one.status !== 'PRESENT').length })}
          {people.some((one) => one.status !== 'PRESENT') && `: ${people.filter((one) => one.status !== 'PRESENT').map((one) => nameOf(one.member)).join(', ')}`}
        </dd>
        {content.waiting.length > 0 && (
          <>
            <dt>{say('waiting')}</dt>
            <dd>{content.waiting.map(nameOf).join(', ')}</dd>
          </>
        )}
      </dl>
      {content.ballots.map((ballot) => (
        <section key={ballot.ballot}>
          <h4>
            {ballot.ordinal}. {ballotKind(ballot.kind)} · {method(ballot.method)}
          </h4>
          <TallyTable
            cycleId={room.cycleId}
            ballot={{
              totals: ballot.totals,
              subjects: ballot.rows.map((row) => room.ballots.flatMap((one) => one.subjects).find((subject) => subject.reviewId === row.review) ?? ({ reviewId: row.review, subjectKind: 'MEMBER', name: nameOf(row.review) } as Schemas['BallotSubject'])),
              tally: ballot.rows.map((row) => ({ ...row, reviewId: row.review })),
            }}
          />
        </section>
      ))}
      {content.personBallots?.map((ballot) => (
        <section key={ballot.ballot}>
          <h4>
            {ballot.title} · {method(ballot.method)}
          </h4>
          {ballot.reason && <p>{ballot.reason}</p>}
          {ballot.rows.length > 0 && <PersonResult levels={ballot.levels} totals={ballot.totals} countedBody={ballot.countedBody} clause={ballot.clause} rows={ballot.rows.map(({ person, ...row }) => ({ ...row, personId: person, name: nameOf(person) }))} />}
        </section>
      ))}
      <details>
        <summary>{say('bytes')}</summary>
        <pre className="bx-bytes">{bytes}</pre>
        <p className="bx-hash">SHA-256 {minutes.contentHash}</p>
      </details>
      {hash !== null && <Alert type={hash === minutes.contentHash ? 'success' : 'error'} showIcon title={say(hash === minutes.contentHash ? 'hashOk' : 'hashWrong')} />}
      <h4>{say('signatures')}</h4>
      <ul className="bx-plain-list">
        {ROLES.map((key) => {
          const signature = minutes.signatures.find((one) => one.role === key);
          return (
            <li key={key}>
              {role(key)}: {signature ? <span className="bx-right">✓ {say('signedAt', { name: signature.person.fullName, at: showInstant(signature.signedAt) })}</span> : <span className="bx-muted">{say('unsigned')}</span>}
            </li>
          );
        })}
      </ul>
      <Signing key={minutes.contentHash} room={room} contentHash={minutes.contentHash} agrees={hash === null || hash === minutes.contentHash} />
    </article>
  );
}

function Signing({ room, contentHash, agrees }: { readonly room: Room; readonly contentHash: string; readonly agrees: boolean }) {
  const say = useWords(meetingWords);
  const act = useAct();
  const [read, setRead] = useState(false);
  const sign = actionOf(room.allowedActions, 'signMinutes');
  if (!sign?.allowed) return <ActStatus act={act} done={say('signed')} />;
  return (
    <>
      <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
        {say('signSure')}
      </Checkbox>
      <div>
        <button type="button" className="bx-button" disabled={!read || !agrees || act.state === 'sending'} onClick={() => void act.run({ method: sign.method, href: sign.href, body: { contentHash } })}>
          {say('sign')}
        </button>
      </div>
      <ActStatus act={act} done={say('signed')} />
    </>
  );
}

function useHash(text: string): string | null {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void sha256Hex(text).then((found) => current && setHash(found));
    return () => void (current = false);
  }, [text]);
  return hash;
}

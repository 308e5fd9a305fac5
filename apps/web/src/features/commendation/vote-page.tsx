import { Button } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

type Vote = Schemas['CommendationVote'];
const PARTS = ['agree', 'disagree', 'blank', 'invalid'] as const;
type Part = (typeof PARTS)[number];
type Counts = Readonly<Record<string, Partial<Record<Part, string>>>>;

/** A vote on commendations: each teller enters the own count; both see the result once the counts agree. */
export default function VotePage() {
  const { id = '', voteId = '' } = useParams();
  const say = useWords(commendationWords);
  useTitle(say('vote'), id);
  const vote = useRead('/api/v1/cycles/{id}/commendations/votes/{voteId}', { path: { id, voteId } });
  return (
    <>
      <p>
        <Link to={`/cycles/${id}/commendations`}>{say('title')}</Link>
      </p>
      <h1>{say('vote')}</h1>
      <Loaded reading={vote}>
        {(data) => (
          <>
            <p>{say('voteLine', { date: showDay(data.heldOn), present: data.present, body: data.countedBody, attempt: data.attempt })}</p>
            {data.state === 'TALLIED' ? <Results vote={data} /> : data.enteredByMe ? <p>{say('waitOther')}</p> : <CountForm key={data.attempt} vote={data} cycleId={id} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function CountForm({ vote, cycleId }: { readonly vote: Vote; readonly cycleId: string }) {
  const say = useWords(commendationWords);
  const act = useAct();
  const [returned, setReturned] = useState('');
  const [counts, setCounts] = useState<Counts>({});
  const whole = (text: string | undefined): number => Number(text === undefined || text === '' ? '0' : text);
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        const rows = vote.cases.map((one) => ({ caseId: one.id, ...Object.fromEntries(PARTS.map((part) => [part, whole(counts[one.id]?.[part])])) }));
        void act.run({ method: 'POST', href: `/api/v1/cycles/${cycleId}/commendations/votes/${vote.id}/count`, body: { returned: whole(returned), rows } });
      }}
    >
      <label htmlFor="vote-returned">{say('returned')}</label>
      <input id="vote-returned" className="bx-input" type="number" min={0} max={vote.present} required value={returned} onChange={(event) => setReturned(event.target.value)} />
      {vote.cases.map((one) => (
        <fieldset key={one.id} className="bx-field">
          <legend>
            {one.subject.name} · {one.awardId}
          </legend>
          <div className="bx-row">
            {PARTS.map((part) => (
              <label key={part}>
                {say(part)}{' '}
                <input
                  className="bx-input"
                  type="number"
                  min={0}
                  max={vote.present}
                  value={counts[one.id]?.[part] ?? ''}
                  onChange={(event) => setCounts({ ...counts, [one.id]: { ...counts[one.id], [part]: event.target.value } })}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('sendCount')}
        </Button>
      </div>
      <ActStatus act={act} done={say('done')} />
    </form>
  );
}

interface Result extends Readonly<Record<Part, number>> {
  readonly caseId: string;
  readonly carried: boolean;
}

function Results({ vote }: { readonly vote: Vote }) {
  const say = useWords(commendationWords);
  const results = new Map(((vote.results ?? []) as readonly Result[]).map((row) => [row.caseId, row]));
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{say('result')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('person')}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {say(part)}
              </th>
            ))}
            <th scope="col">{say('result')}</th>
          </tr>
        </thead>
        <tbody>
          {vote.cases.map((one) => {
            const row = results.get(one.id);
            return (
              <tr key={one.id}>
                <th scope="row">{one.subject.name}</th>
                {PARTS.map((part) => (
                  <td key={part}>{row?.[part] ?? '–'}</td>
                ))}
                <td>{say(row?.carried ? 'carried' : 'lost')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { hasRole } from '../session/capacities.js';
import { type Session, useSession } from '../session/session.js';
import { yearWords } from './year.words.js';

const LEADERS = ['SECRETARY', 'DEPUTY_SECRETARY', 'OFFICER'];

/** Levels aimed at: an organisation registers its own, the superior sees all, and at the end of the year what was achieved beside them. */
export default function RegistrationPage() {
  const { id = '' } = useParams();
  const say = useWords(yearWords);
  const session = useSession();
  useTitle(say('registration'), id);
  const cycle = useRead('/api/v1/cycles/{id}', { path: { id } });
  const superior = hasRole(session, 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'AUDITOR', 'ADMINISTRATOR', 'INSPECTION_COMMISSION');
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('registration')}</h1>
      <Loaded reading={cycle}>{(data) => (data.state === 'REGISTRATION' ? <OwnForms cycleId={id} session={session} /> : superior ? null : <p className="bx-empty">{say('closed')}</p>)}</Loaded>
      {superior && <Board cycleId={id} />}
    </>
  );
}

/** Organisations the person leads for which a level may be registered. */
function OwnForms({ cycleId, session }: { readonly cycleId: string; readonly session: Session }) {
  const own = session.capacities.filter((capacity) => capacity.roles.includes('GRASSROOTS_COMMITTEE') && LEADERS.includes(capacity.post ?? '') && capacity.organisation !== null);
  const units = new Map(own.map((capacity) => [capacity.organisation!.code, capacity.organisation!.name]));
  return (
    <>
      {[...units].map(([code, name]) => (
        <RegisterForm key={code} cycleId={cycleId} code={code} name={name} />
      ))}
    </>
  );
}

function RegisterForm({ cycleId, code, name }: { readonly cycleId: string; readonly code: string; readonly name: string }) {
  const say = useWords(yearWords);
  const act = useAct();
  const [level, setLevel] = useState('2');
  const [label, setLabel] = useState('');
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: 'PUT', href: `/api/v1/cycles/${cycleId}/registrations/${code}`, body: { level: Number(level), label: label.trim() || null } });
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('registerFor', { name })}</h2>
      <label htmlFor={`level-${code}`}>{say('levelAimed')}</label>
      <select id={`level-${code}`} className="bx-input" value={level} onChange={(event) => setLevel(event.target.value)}>
        {[1, 2, 3].map((rank) => (
          <option key={rank} value={rank}>
            {say('level', { n: rank })}
          </option>
        ))}
      </select>
      <label htmlFor={`label-${code}`}>{say('label')}</label>
      <Input id={`label-${code}`} size="large" maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('register')}
        </button>
      </div>
      <ActStatus act={act} done={say('registerDone')} />
    </form>
  );
}

function Board({ cycleId }: { readonly cycleId: string }) {
  const say = useWords(yearWords);
  const board = useRead('/api/v1/cycles/{id}/registrations', { path: { id: cycleId } });
  return (
    <Loaded reading={board}>
      {(data) => (
        <>
          <p className="bx-lead">
            {data.sums.map((sum) => say('sums', sum)).join(' · ')} · {say('missing', { n: data.missing })} · {say('lateOnes', { n: data.late })}
          </p>
          <Lines cycleId={cycleId} lines={data.lines} />
        </>
      )}
    </Loaded>
  );
}

function Lines({ cycleId, lines }: { readonly cycleId: string; readonly lines: readonly Schemas['RegistrationLine'][] }) {
  const say = useWords(yearWords);
  const words = useLevelWords(cycleId);
  const compared = (ranks: number | null) => (ranks === null ? '–' : ranks === 0 ? say('asRegistered') : ranks > 0 ? say('ranksLower', { n: ranks }) : say('ranksBetter', { n: -ranks }));
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            <th scope="col" className="bx-stick">
              {say('unit')}
            </th>
            <th scope="col">{say('registered')}</th>
            <th scope="col">{say('achieved')}</th>
            <th scope="col">{say('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row" className="bx-stick">
                {line.name}
              </th>
              <td>
                <LevelChip words={words} subjectKind="ORGANISATION" level={line.registered?.level} />
                {line.registered && ` ${line.registered.label ?? ''} ${showDay(line.registered.on)}${line.registered.late ? `, ${say('late')}` : ''}`}
              </td>
              <td>
                <LevelChip words={words} subjectKind="ORGANISATION" level={line.achieved?.level} nonLevel={line.achieved?.nonLevel} />
              </td>
              <td>{compared(line.ranksBelow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

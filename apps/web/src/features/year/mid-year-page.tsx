import { Alert, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { WORK_KIND_LABELS } from '@binhxet/messages';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { actionOf, type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useLanguage, useNames, useWords } from '../../words/words.js';
import { showScaled } from './scaled.js';
import { VerdictMark } from './verdict.js';
import { yearWords } from './year.words.js';

type Board = Schemas['MidYearBoard'];

/** The half-year from records: plans, who has done none, targets at risk, the list of late units and how it shrinks. */
export default function MidYearPage() {
  const { id = '' } = useParams();
  const say = useWords(yearWords);
  useTitle(say('midYear'), id);
  const cycle = useRead('/api/v1/cycles/{id}', { path: { id } });
  const board = useRead('/api/v1/cycles/{id}/mid-year', { path: { id } });
  const conclude = actionOf(cycle.data?.allowedActions ?? [], 'concludeMidYear');
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('midYear')}</h1>
      <Loaded reading={board}>
        {(data) => (
          <>
            <p className="bx-lead">{say('asOf', { day: showDay(data.now.on) })}</p>
            {data.concluded && <Concluded concluded={data.concluded} />}
            {conclude?.allowed && <ConcludeForm action={conclude} today={data.now.on} />}
            <Figures now={data.now} />
            <Targets now={data.now} />
            <LateList board={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Concluded({ concluded }: { readonly concluded: NonNullable<Board['concluded']> }) {
  const say = useWords(yearWords);
  const title = say('concludedOn', { day: showDay(concluded.heldOn), before: showDay(concluded.correctBefore), due: concluded.dueOn ? showDay(concluded.dueOn) : '–' });
  const rest = say('stillLate', { n: concluded.stillLate.length, m: concluded.lateThen.length });
  return <Alert type={concluded.overdue ? 'warning' : 'info'} showIcon title={title} description={concluded.overdue ? `${rest} ${say('overdue')}` : rest} />;
}

function ConcludeForm({ action, today }: { readonly action: AllowedAction; readonly today: string }) {
  const say = useWords(yearWords);
  const act = useAct();
  const [heldOn, setHeldOn] = useState(today);
  const [before, setBefore] = useState('');
  const [note, setNote] = useState('');
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body: { heldOn, correctBefore: before, workKinds: ['INSPECTION', 'SUPERVISION'], ...(note.trim() && { note: note.trim() }) } });
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('conclude')}</h2>
      <label htmlFor="held-on">{say('heldOn')}</label>
      <input id="held-on" className="bx-input" type="date" required max={today} value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
      <label htmlFor="correct-before">{say('correctBefore')}</label>
      <input id="correct-before" className="bx-input" type="date" required min={today} value={before} onChange={(event) => setBefore(event.target.value)} />
      <label htmlFor="mid-year-note">{say('note')}</label>
      <Input.TextArea id="mid-year-note" autoSize={{ minRows: 2 }} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('conclude')}
        </button>
      </div>
      <ActStatus act={act} />
    </form>
  );
}

function Figures({ now }: { readonly now: Board['now'] }) {
  const say = useWords(yearWords);
  const language = useLanguage();
  const role = useNames(yearWords);
  return (
    <dl className="bx-facts">
      {now.plans.map((plan) => (
        <div key={plan.kinds.join()} style={{ display: 'contents' }}>
          <dt>
            {say('plan')}: {plan.kinds.map((kind) => WORK_KIND_LABELS[kind][language]).join(', ')}
          </dt>
          <dd>
            {say('kOfN', { k: plan.done, n: plan.planned })}
            {plan.percent && ` (${showScaled(plan.percent)} %)`}
          </dd>
        </div>
      ))}
      {now.byRole.map((row) => (
        <div key={row.role} style={{ display: 'contents' }}>
          <dt>
            {say('noneDone')}: {role(row.role)}
          </dt>
          <dd>{say('kOfN', { k: row.k, n: row.n })}</dd>
        </div>
      ))}
    </dl>
  );
}

function Targets({ now }: { readonly now: Board['now'] }) {
  const say = useWords(yearWords);
  if (now.targets.length === 0) return null;
  return (
    <section>
      <h2>{say('atRisk')}</h2>
      <ul>
        {now.targets.map(({ target, outlook, verdict }) => (
          <li key={target.id}>
            <strong>{target.wording}</strong>: {verdict === null ? say('onCourse') : <VerdictMark verdict={verdict} />}. {outlook && say(outlook.base === null ? 'pace' : 'arithmetic', outlook)}{' '}
            {outlook?.missedLastYear && say('missedLastYear')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LateList({ board }: { readonly board: Board }) {
  const say = useWords(yearWords);
  const { late } = board.now;
  return (
    <section>
      <h2>{say('lateList', { n: late.length })}</h2>
      {late.length === 0 ? (
        <p className="bx-empty">{say('nobodyLate')}</p>
      ) : (
        <ol>
          {late.map((unit) => (
            <li key={unit.code}>
              {unit.name} ({unit.code})
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useWords } from '../../words/words.js';
import { ConveneForm } from './convene-form.js';
import { unitWords } from './unit.words.js';

type Asked = 'convene' | 'submitResult' | 'returnResult' | 'proceedWithout' | { readonly late: string; readonly name: string };

/** What the unit's leaders, or the level above, may do with it now. */
export function UnitActs({ unit }: { readonly unit: Schemas['UnitOverview'] }) {
  const say = useWords(unitWords);
  const act = useAct();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const allowed = (id: string) => actionOf(unit.allowedActions, id);
  const convene = allowed('convene');
  const submit = allowed('submitResult');
  const issue = allowed('issueDecision');
  const above = (['returnResult', 'proceedWithout'] as const).flatMap((id) => allowed(id) ?? []);
  const absent = useLate(unit, convene !== undefined || submit !== undefined);
  if (!convene && !submit && !issue && above.length === 0) return null;
  const done = () => setAsked(null);
  const parent = unit.path.at(-1)?.name ?? '';
  return (
    <section className="bx-panel" aria-labelledby="acts-h">
      <h2 id="acts-h" style={{ marginTop: 0 }}>
        {say('nextAct')}
      </h2>
      <div className="bx-row" style={{ alignItems: 'flex-start' }}>
        {convene && (
          <ActionButton action={convene} primary={convene.allowed} onAct={() => setAsked('convene')}>
            {say('convene')}
          </ActionButton>
        )}
        {submit && (
          <ActionButton action={submit} primary={submit.allowed} onAct={() => setAsked('submitResult')}>
            {say('submitResult')}
          </ActionButton>
        )}
        {issue && (
          <Link className="bx-button bx-button-plain" to={`/cycles/${unit.cycleId}/units/${unit.code}/decision`}>
            {say('board')}
          </Link>
        )}
        {above.map((action) => (
          <ActionButton key={action.id} action={action} danger={action.id === 'proceedWithout'} onAct={() => setAsked(action.id as 'returnResult' | 'proceedWithout')}>
            {say(action.id as 'returnResult' | 'proceedWithout')}
          </ActionButton>
        ))}
      </div>
      {absent.length > 0 && submit && (
        <ul className="bx-plain-list">
          {absent.map((row) => (
            <li key={row.id} className="bx-row">
              {row.person.fullName}
              <ActionButton action={{ ...submit, allowed: true }} onAct={() => setAsked({ late: row.id, name: row.person.fullName })}>
                {say('submitLate')}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {asked === 'convene' && convene && (
        <ConveneForm
          unit={unit}
          action={convene}
          onDone={(meetingId) => {
            done();
            if (meetingId) void navigate(`/meetings/${meetingId}`);
          }}
          onCancel={done}
        />
      )}
      {asked === 'submitResult' && submit && (
        <>
          <Alert type="info" title={say('submitSure', { to: parent })} />
          <ReasonForm title={say('submitResult')} withReason={false} act={act} onCancel={done} onSend={() => void act.run({ method: submit.method, href: submit.href, body: {} }).then((sent) => sent && done())} />
        </>
      )}
      {typeof asked === 'object' && asked !== null && submit && (
        <ReasonForm title={`${say('submitLate')}: ${asked.name}`} withReason={false} act={act} onCancel={done} onSend={() => void act.run({ method: submit.method, href: submit.href, body: { reviewId: asked.late } }).then((sent) => sent && done())} />
      )}
      {(asked === 'returnResult' || asked === 'proceedWithout') && (
        <ReasonForm
          key={asked}
          title={say(asked)}
          danger={asked === 'proceedWithout'}
          act={act}
          onCancel={done}
          onSend={(reason) => {
            const action = allowed(asked);
            if (action) void act.run({ method: action.method, href: action.href, body: { reason } }).then((sent) => sent && done());
          }}
        />
      )}
    </section>
  );
}

/** Late reviews that are ready to hand in: the unit's own result has gone before them. */
function useLate(unit: Schemas['UnitOverview'], wanted: boolean) {
  const handedIn = unit.submission !== null && unit.submission.state !== 'RETURNED';
  const late = useRead('/api/v1/cycles/{id}/units/{code}/members', { path: { id: unit.cycleId, code: unit.code }, query: { state: 'REVIEWED' } }, { enabled: wanted && handedIn && (unit.memberStates['REVIEWED'] ?? 0) > 0 });
  return late.data?.items ?? [];
}

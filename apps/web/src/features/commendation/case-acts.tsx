import { Button, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

type Case = Schemas['CommendationCase'];
const ACTS = ['NOMINATE', 'OPEN_DOSSIER', 'SUBMIT', 'VERIFY', 'APPROVE', 'ISSUE', 'AWARD', 'REJECT', 'DROP', 'REVOKE'] as const;
type ActName = (typeof ACTS)[number];
const MOST = 500;

/** One act on several cases at once: those that may take it are offered, the decision asks for its number. */
export function CaseActs({ cycleId, rows, selected, onSelect }: { readonly cycleId: string; readonly rows: readonly Case[]; readonly selected: ReadonlySet<string>; readonly onSelect: (ids: ReadonlySet<string>) => void }) {
  const say = useWords(commendationWords);
  const shared = useWords(common);
  const act = useAct();
  const [number, setNumber] = useState('');
  const [decidedOn, setDecidedOn] = useState('');
  const [reason, setReason] = useState('');
  const able = (name: ActName) => rows.filter((row) => row.allowedActions.some((action) => action.id === name && action.allowed));
  const offered = ACTS.filter((name) => able(name).length > 0);
  const [chosen, setChosen] = useState<ActName | null>(null);
  const name = chosen !== null && offered.includes(chosen) ? chosen : offered[0];
  if (!name) return <ActStatus act={act} done={say('done')} />;
  const ids = able(name)
    .map((row) => row.id)
    .filter((id) => selected.has(id))
    .slice(0, MOST);
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        const why = { reason: reason.trim() };
        const decision = { number: number.trim(), decidedOn };
        if (name === 'REVOKE') {
          void act.run({ method: 'POST', href: `/api/v1/cycles/${cycleId}/commendations/revocations`, body: { caseIds: ids, ...decision, ...why } }).then((sent) => sent && onSelect(new Set()));
          return;
        }
        const body = { act: name, caseIds: ids, ...(name === 'ISSUE' && decision), ...((name === 'DROP' || name === 'REJECT') && why) };
        void act.run({ method: 'POST', href: `/api/v1/cycles/${cycleId}/commendations/acts`, body }).then((sent) => sent && onSelect(new Set()));
      }}
    >
      <label htmlFor="case-act">{say('acts')}</label>
      <select id="case-act" className="bx-input" value={name} onChange={(event) => setChosen(event.target.value as ActName)}>
        {offered.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
      {(name === 'ISSUE' || name === 'REVOKE') && (
        <>
          <label htmlFor="case-number">{say('number')}</label>
          <Input id="case-number" size="large" required maxLength={60} style={{ maxWidth: 384 }} value={number} onChange={(event) => setNumber(event.target.value)} />
          <label htmlFor="case-date">{say('date')}</label>
          <input id="case-date" className="bx-input" type="date" required value={decidedOn} onChange={(event) => setDecidedOn(event.target.value)} />
        </>
      )}
      {(name === 'DROP' || name === 'REJECT' || name === 'REVOKE') && (
        <>
          <label htmlFor="case-reason">{shared('reason')}</label>
          <Input.TextArea id="case-reason" required autoSize={{ minRows: 2 }} maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </>
      )}
      <div className="bx-row">
        <Button size="large" onClick={() => onSelect(new Set(able(name).map((row) => row.id)))}>
          {say('selectAll')}
        </Button>
        <Button size="large" type="primary" htmlType="submit" disabled={ids.length === 0} loading={act.state === 'sending'}>
          {say('act', { act: say(name), n: ids.length })}
        </Button>
      </div>
      <ActStatus act={act} done={say('done')} />
    </form>
  );
}

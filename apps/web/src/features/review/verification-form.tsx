import { Button, Input, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { useProblemText } from '../../ui/problem-text.js';
import { useWords } from '../../words/words.js';
import { reviewWords } from './review.words.js';

/** The advisory body's proposal on a dossier: agree, or another level with its reason. */
export function VerificationForm({ review, action }: { readonly review: Pick<Schemas['Review'], 'cycleId' | 'levels' | 'id'>; readonly action: AllowedAction }) {
  const say = useWords(reviewWords);
  const text = useProblemText();
  const levels = useLevelWords(review.cycleId);
  const act = useAct();
  const [level, setLevel] = useState<Rank | null>(review.levels.self);
  const [collective, setCollective] = useState<Rank | null>(null);
  const [reason, setReason] = useState('');
  if (!action.allowed) return act.state === 'done' ? <ActStatus act={act} done={say('verifyDone')} /> : <p className="bx-muted">{text(action.reasonCode ?? 'SERVER.REFUSED', action.facts)}</p>;
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body: { level, ...(reason.trim() && { reason: reason.trim() }), ...(collective && { collectiveLevel: collective }) } });
      }}
    >
      <h2>{say('verify')}</h2>
      <p>{say('verifyLead')}</p>
      <fieldset className="bx-field">
        <legend>{say('verifyLevel')}</legend>
        <Radio.Group value={level} onChange={(event) => setLevel(event.target.value as Rank)}>
          {levels.ranks.map((rank) => (
            <Radio key={rank} value={rank}>
              <LevelChip words={levels} subjectKind="ORGANISATION" level={rank} long />
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <fieldset className="bx-field">
        <legend>{say('verifyCollective')}</legend>
        <Radio.Group value={collective ?? 0} onChange={(event) => setCollective((event.target.value as Rank | 0) || null)}>
          <Radio value={0}>{say('asSelf')}</Radio>
          {levels.ranks.map((rank) => (
            <Radio key={rank} value={rank}>
              <LevelChip words={levels} subjectKind="COLLECTIVE" level={rank} />
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <label htmlFor="verify-reason">{say('differs')}</label>
      <Input.TextArea id="verify-reason" autoSize={{ minRows: 2 }} maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div>
        <Button size="large" type="primary" htmlType="submit" disabled={level === null} loading={act.state === 'sending'}>
          {say('verifySend')}
        </Button>
      </div>
      <ActStatus act={act} done={say('verifyDone')} />
    </form>
  );
}

import { Alert, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showInstant } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useReviewState } from '../../ui/state-name.js';
import { useWords } from '../../words/words.js';
import { LevelPath } from './level-path.js';
import { type GRADES } from './paper-forms.js';
import { ProofTree } from './proof-tree.js';
import { reviewWords } from './review.words.js';
import { VerificationForm } from './verification-form.js';

type Props = { readonly review: Schemas['Review']; readonly rules: Schemas['CycleRules'] };

/** Reading: what was handed in, how the level came about so far, and what this reader may do about it. */
export function ReviewView({ review, rules }: Props) {
  const say = useWords(reviewWords);
  const stateOf = useReviewState();
  const levels = useLevelWords(review.cycleId);
  const verify = actionOf(review.allowedActions, 'verify');
  return (
    <>
      <dl className="bx-facts">
        <dt>{say('state')}</dt>
        <dd>{stateOf(review.subjectKind, review.state)}</dd>
        <dt>{say('decider')}</dt>
        <dd>{review.decider.name}</dd>
        {review.ceiling && (
          <>
            <dt>{say('ceiling')}</dt>
            <dd>
              <LevelChip words={levels} subjectKind={review.subjectKind} level={review.ceiling} long />
            </dd>
          </>
        )}
        {review.nonLevel && (
          <>
            <dt>{say('duty')}</dt>
            <dd>
              <LevelChip words={levels} subjectKind={review.subjectKind} nonLevel={review.nonLevel} long /> {review.nonLevelClause}
            </dd>
          </>
        )}
      </dl>
      <LevelPath review={review} />
      <ProofTree explanation={review.explanation} />
      {verify && <VerificationForm review={review} action={verify} />}
      {review.subjectKind !== 'ORGANISATION' && <Paper review={review} rules={rules} />}
      <ReturnPaper review={review} />
      <Opinions review={review} />
    </>
  );
}

function Paper({ review, rules }: Props) {
  const say = useWords(reviewWords);
  const levels = useLevelWords(review.cycleId);
  const { paper } = review;
  if (!review.paperVisible) return <p className="bx-empty">{say('hidden')}</p>;
  if (!paper) return <p className="bx-empty">{say('notWritten')}</p>;
  const form = rules.forms.find((one) => one.id === paper.form);
  const headings = new Map(form?.sections.map((section) => [section.id, section.heading]));
  const ids = form?.sections.map((section) => section.id) ?? Object.keys(paper.sections);
  return (
    <section>
      {paper.submittedAt && <Alert type={paper.late ? 'warning' : 'success'} showIcon title={say(paper.late ? 'submittedLate' : 'submitted', { at: showInstant(paper.submittedAt) })} description={say('reference', { id: review.id, n: paper.version })} />}
      {paper.returnedReason && <Alert type="warning" showIcon title={say('returned', { reason: paper.returnedReason })} />}
      <h2>{form?.label ?? paper.form}</h2>
      {ids.map((id) => (
        <section key={id}>
          <h3>
            {id}. {headings.get(id)}
          </h3>
          <p className="bx-written">{paper.sections[id] || say('empty')}</p>
          {paper.grades[id] && <p>{`${say('grade')}: ${say(paper.grades[id] as (typeof GRADES)[number])}`}</p>}
        </section>
      ))}
      {paper.selfLevel && (
        <p>
          {say('selfLevel')}: <LevelChip words={levels} subjectKind={review.subjectKind} level={paper.selfLevel} long />
        </p>
      )}
    </section>
  );
}

function ReturnPaper({ review }: { readonly review: Schemas['Review'] }) {
  const say = useWords(reviewWords);
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const action = actionOf(review.allowedActions, 'returnPaper');
  if (!action?.allowed && !asked) return null;
  return asked ? (
    <ReasonForm title={say('returnPaper')} act={act} onCancel={() => setAsked(false)} onSend={(reason) => void act.run({ method: 'POST', href: `/api/v1/reviews/${review.id}/paper/return`, body: { reason } }).then((sent) => sent && setAsked(false))} />
  ) : (
    <ActionButton action={action!} onAct={() => setAsked(true)}>
      {say('returnPaper')}
    </ActionButton>
  );
}

function Opinions({ review }: { readonly review: Schemas['Review'] }) {
  const say = useWords(reviewWords);
  const act = useAct();
  const [text, setText] = useState('');
  const give = actionOf(review.allowedActions, 'giveOpinion');
  if (review.opinions.length === 0 && !give) return null;
  return (
    <section>
      <h2>{say('opinions')}</h2>
      <ul className="bx-cards">
        {review.opinions.map((opinion) => (
          <li key={opinion.id} className="bx-card">
            {opinion.from && <strong>{say('opinionFrom', { name: opinion.from.name })}</strong>}
            <p className="bx-written">{opinion.body ?? say('opinionWaiting')}</p>
          </li>
        ))}
      </ul>
      {give?.allowed && (
        <form
          className="bx-panel"
          onSubmit={(event) => {
            event.preventDefault();
            void act.run({ method: give.method, href: give.href, body: { text } }).then((sent) => sent && setText(''));
          }}
        >
          <label htmlFor="opinion">{say('opinionText')}</label>
          <Input.TextArea id="opinion" autoSize={{ minRows: 3 }} required maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} />
          <div>
            <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
              {say('giveOpinion')}
            </button>
          </div>
          <ActStatus act={act} done={say('opinionGiven')} />
        </form>
      )}
    </section>
  );
}

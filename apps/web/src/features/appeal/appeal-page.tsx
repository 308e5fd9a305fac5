import { Alert, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { appealWords } from './appeal.words.js';
import { CaseActForm } from './case-act-form.js';
import { CaseActs, EvidenceList, QuotaAfter } from './case-parts.js';

/** One case as far as its reader may see it, with what the reader may do. */
export default function AppealPage() {
  const { id = '' } = useParams();
  const reading = useRead('/api/v1/appeals/{id}', { path: { id } });
  return <Loaded reading={reading}>{(data) => <AppealView appeal={data} />}</Loaded>;
}

function AppealView({ appeal }: { readonly appeal: Schemas['Appeal'] }) {
  const say = useWords(appealWords);
  const nameOf = useNames(appealWords);
  const kinds = useNames(subjectKinds);
  const stateOf = useStateName('appealCase');
  const levels = useLevelWords(appeal.cycleId);
  const title = say('row', { kind: nameOf(appeal.kind), year: String(appeal.ratingYear), name: appeal.subject.name });
  useTitle(title);
  const chip = (level: Schemas['Level']) => <LevelChip words={levels} subjectKind={appeal.subject.kind} level={level} />;
  return (
    <>
      <p>
        <Link to={appeal.sight === 'ALL' ? '/appeals?box=handled' : '/appeals'}>{say('title')}</Link>
      </p>
      <h1>{title}</h1>
      <p className="bx-row">
        <Tag>{stateOf(appeal.state)}</Tag>
        <span className="bx-muted">
          {say('filedOn', { date: showDay(appeal.filedOn) })} · {say('authority', { name: appeal.authority.name })}
        </span>
      </p>
      {appeal.late && <Alert type="warning" showIcon title={say('late')} />}
      <dl className="bx-facts">
        {appeal.filer && (
          <>
            <dt>{say('filer')}</dt>
            <dd>{appeal.filer.fullName}</dd>
          </>
        )}
        <dt>{say('window')}</dt>
        <dd>{appeal.window.lastOn ? say('windowLine', { days: appeal.window.days ?? 0, date: showDay(appeal.window.lastOn) }) : say('windowUnknown')}</dd>
        <dt>{say('review')}</dt>
        <dd>
          <Link to={`/reviews/${appeal.reviewId}`}>{appeal.subject.name}</Link>
        </dd>
        {appeal.oldLevel && (
          <>
            <dt>{say('values')}</dt>
            <dd className="bx-row">
              {say('old', { level: '' })} {chip(appeal.oldLevel)} {appeal.newLevel ? <>→ {chip(appeal.newLevel)}</> : appeal.decision && say('unchanged')}
            </dd>
          </>
        )}
      </dl>
      {appeal.grounds && (
        <section>
          <h2>{say('grounds')}</h2>
          <p>{appeal.grounds}</p>
        </section>
      )}
      <CaseActForm actions={appeal.allowedActions} />
      {appeal.panel.length > 0 && (
        <section>
          <h2>{say('panel')}</h2>
          <ul>
            {appeal.panel.map((one) => (
              <li key={one.person.memberId}>
                {one.person.fullName}: {say(one.role)}
                {one.reason && <small className="bx-muted"> ({one.reason})</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {appeal.sight !== 'SUBJECT' && <EvidenceList evidence={appeal.evidence} />}
      {appeal.findings && (
        <section>
          <h2>{say('findings')}</h2>
          <p>{appeal.findings}</p>
          {appeal.recommended && (
            <p>
              {say('recommended')}: {nameOf(appeal.recommended)}
            </p>
          )}
        </section>
      )}
      {appeal.decision && (
        <section>
          <h2>{say('decision', { number: appeal.decision.number, date: showDay(appeal.decision.decidedOn) })}</h2>
          <p>{appeal.decisionReason}</p>
        </section>
      )}
      <QuotaAfter quota={appeal.quota} subjects={kinds} />
      <CaseActs acts={appeal.acts} stateOf={stateOf} />
    </>
  );
}

import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { CaseActForm } from '../appeal/case-act-form.js';
import { CaseActs, EvidenceList, QuotaAfter } from '../appeal/case-parts.js';
import { reevaluationWords } from './reevaluation.words.js';

interface Discipline {
  readonly form?: string;
  readonly number?: string;
  readonly inForceOn?: string;
  readonly selfDetected?: boolean;
  readonly remedied?: boolean;
}
interface TakenBack {
  readonly case: string;
  readonly cycle: string;
  readonly award: string;
  readonly before: string;
  readonly after: string;
}

/** One past year of one subject: the discipline, what was cancelled and recognised, and what fell with it. */
export default function ReevaluationPage() {
  const { id = '' } = useParams();
  const reading = useRead('/api/v1/reevaluations/{id}', { path: { id } });
  return <Loaded reading={reading}>{(data) => <View row={data} />}</Loaded>;
}

function View({ row }: { readonly row: Schemas['Reevaluation'] }) {
  const say = useWords(reevaluationWords);
  const stateOf = useStateName('reevaluationCase');
  const kinds = useNames(subjectKinds);
  const title = say('row', { year: String(row.year), name: row.subject.name });
  useTitle(title);
  const discipline = row.discipline as Discipline;
  return (
    <>
      <p>
        <Link to="/reevaluations">{say('title')}</Link>
      </p>
      <h1>{title}</h1>
      <p className="bx-row">
        <Tag>{stateOf(row.state)}</Tag>
        <span className="bx-muted">
          {say('openedOn', { date: showDay(row.openedOn), pack: row.packId })} · {row.cycleId ?? say('imported')}
        </span>
      </p>
      <dl className="bx-facts">
        <dt>{say('discipline')}</dt>
        <dd>
          {say('disciplineLine', { form: discipline.form, number: discipline.number, date: showDay(discipline.inForceOn ?? row.openedOn) })}{' '}
          {discipline.selfDetected && <Tag>{say('selfDetected')}</Tag>} {discipline.remedied && <Tag>{say('remedied')}</Tag>}
        </dd>
        <dt>{say('grounds')}</dt>
        <dd>{row.grounds}</dd>
        <dt>{say('result')}</dt>
        <dd>
          {row.oldLevel && (row.newLevel ? say('cancelled', { level: say('level', { n: row.oldLevel }) }) : say('level', { n: row.oldLevel }))}
          {row.newLevel && ` · ${say('recognised', { level: say('level', { n: row.newLevel }) })}`}
        </dd>
      </dl>
      <CaseActForm actions={row.allowedActions} weighed />
      {row.decision && (
        <section>
          <h2>{say('decision', { number: row.decision.number, date: showDay(row.decision.decidedOn) })}</h2>
          <p>{row.reason}</p>
        </section>
      )}
      <TakenBackList rows={(Array.isArray(row.revoked) ? row.revoked : []) as readonly TakenBack[]} />
      <QuotaAfter quota={row.quota} subjects={kinds} />
      <EvidenceList evidence={row.evidence} />
      <CaseActs acts={row.acts} stateOf={stateOf} />
    </>
  );
}

function TakenBackList({ rows }: { readonly rows: readonly TakenBack[] }) {
  const say = useWords(reevaluationWords);
  const stateOf = useStateName('commendationCase');
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say('revoked')}</h2>
      <ul>
        {rows.map((one) => (
          <li key={one.case}>{say('revokedLine', { award: one.award, cycle: one.cycle, before: stateOf(one.before), after: stateOf(one.after) })}</li>
        ))}
      </ul>
    </section>
  );
}

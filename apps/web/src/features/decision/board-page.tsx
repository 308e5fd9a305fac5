import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { usePages, useRead } from '../../api/use-read.js';
import { actionOf } from '../../ui/action-button.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useTitle } from '../../ui/use-title.js';
import { columnNames, decisionNames, subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { ceilingsOf } from './above-ceiling.js';
import { type Adjustments, BoardTable } from './board-table.js';
import { decisionWords } from './decision.words.js';
import { IssueForm } from './issue-form.js';
import { QuotaLines } from './quota-lines.js';
import { QuotaProposals } from './quota-proposal.js';

const KINDS = ['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const;
type Board = Schemas['DecisionBoard'];

/** How many top places are left, who needs a reason? The superior's board is the classification of organisations. */
export default function BoardPage() {
  const { id = '', code = '' } = useParams();
  const say = useWords(decisionWords);
  const subject = useNames(subjectKinds);
  const [params] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const [adjustments, setAdjustments] = useState<Adjustments>({});
  const act = useAct();
  const refused = ceilingsOf(act.problem);
  const pages = usePages('/api/v1/cycles/{id}/units/{code}/decisions', { path: { id, code }, query: { limit: 100, ...(kind && { subjectKind: kind }) } });
  const unit = useRead('/api/v1/cycles/{id}/units/{code}', { path: { id, code } });
  const first = pages.pages[0];
  const superior = id.slice(0, id.lastIndexOf('.')) === code;
  const title = say(superior ? 'classification' : 'board');
  useTitle(title, first?.organisation.name);
  const base = `/cycles/${id}/units/${code}/decision`;
  return (
    <>
      <SimulatedBanner simulated={unit.data?.simulated ?? false} />
      <p>
        <Link to={`/cycles/${id}/units/${code}`}>{first?.organisation.name ?? say('unit')}</Link>
      </p>
      <h1>{title}</h1>
      <Loaded reading={{ data: first, error: pages.error, refetch: pages.refetch }}>
        {(board) => {
          const rows = pages.pages.flatMap((page) => page.items);
          const issue = actionOf(board.allowedActions, 'issueDecision');
          return (
            <>
              <Counts board={board} />
              <QuotaLines quota={board.quota} />
              <QuotaProposals proposals={board.quota.proposals} />
              <nav className="bx-tabs" aria-label={say('filter')}>
                <Link to={base} aria-current={kind ? undefined : 'page'}>
                  {say('all')}
                </Link>
                {KINDS.filter((one) => board.counts.some((row) => row.subjectKind === one)).map((one) => (
                  <Link key={one} to={`${base}?kind=${one}`} aria-current={one === kind ? 'page' : undefined}>
                    {subject(one)}
                  </Link>
                ))}
              </nav>
              {rows.length === 0 ? <p className="bx-empty">{say('empty')}</p> : <BoardTable cycleId={id} rows={rows} adjustments={adjustments} refused={refused} onAdjust={issue?.allowed ? setAdjustments : null} />}
              <MoreButton pages={pages} />
              {issue && unit.data && <IssueForm action={issue} unit={unit.data} superior={superior} groups={board.quota.projected} rows={rows} adjustments={adjustments} act={act} refused={refused} onIssued={() => setAdjustments({})} />}
              <Issued board={board} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Counts({ board }: { readonly board: Board }) {
  const say = useWords(decisionWords);
  const subject = useNames(subjectKinds);
  const column = useNames(columnNames);
  return (
    <ul className="bx-plain-list">
      {KINDS.map((kind) => {
        const rows = board.counts.filter((row) => row.subjectKind === kind && row.count > 0);
        return rows.length === 0 ? null : <li key={kind}>{say('counts', { kind: subject(kind), list: rows.map((row) => `${column(row.column)}: ${row.count}`) })}</li>;
      })}
    </ul>
  );
}

function Issued({ board }: { readonly board: Board }) {
  const say = useWords(decisionWords);
  const kind = useNames(decisionNames);
  if (board.decisions.length === 0) return null;
  return (
    <section>
      <h2>{say('decisions')}</h2>
      <ul className="bx-links">
        {board.decisions.map((decision) => (
          <li key={decision.id}>
            <Link to={`/decisions/${decision.id}`}>
              <span className="bx-row">
                {kind(decision.kind)} <Tag>{say('line', { number: decision.number, date: showDay(decision.decidedOn) })}</Tag>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

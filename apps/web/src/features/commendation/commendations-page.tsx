import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { useLevelWords } from '../../ui/level-chip.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { CaseActs } from './case-acts.js';
import { commendationWords } from './commendation.words.js';
import { DossierForm } from './dossier-form.js';
import { NearMisses } from './near-misses.js';
import { VoteForm } from './vote-form.js';
import { YearChain } from './year-chain.js';

type Case = Schemas['CommendationCase'];

/** Who qualifies, by which chain of years, and how far each case is. */
export default function CommendationsPage() {
  const { id = '' } = useParams();
  const say = useWords(commendationWords);
  const stateOf = useStateName('commendationCase');
  const [params] = useSearchParams();
  const state = params.get('state');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useTitle(say('title'), id);
  const pages = usePages('/api/v1/cycles/{id}/commendations', { path: { id }, query: { limit: 100, ...(state && { state }) } });
  const rows = pages.pages.flatMap((page) => page.items);
  const byState = new Map<string, number>();
  for (const row of pages.pages[0]?.counts ?? []) byState.set(row.state, (byState.get(row.state) ?? 0) + row.count);
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('title')}</h1>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <>
            <RulesLine page={pages.pages[0]} />
            <nav className="bx-tabs" aria-label={say('filter')}>
              <Link to="?" aria-current={state ? undefined : 'page'}>
                {say('all')}
              </Link>
              {[...byState].map(([one, n]) => (
                <Link key={one} to={`?state=${one}`} aria-current={one === state ? 'page' : undefined}>
                  {say('count', { state: stateOf(one), n })}
                </Link>
              ))}
            </nav>
            {rows.length === 0 ? <p className="bx-empty">{say('empty')}</p> : <CaseActs cycleId={id} rows={rows} selected={selected} onSelect={setSelected} />}
            {pages.pages[0]?.majority && <VoteForm cycleId={id} rows={rows.filter((row) => selected.has(row.id) && row.state === 'VERIFIED')} />}
            <ul className="bx-cards">
              {rows.map((row) => (
                <CaseCard key={row.id} row={row} cycleId={id} checklist={pages.pages[0]?.checklist ?? []} selected={selected.has(row.id)} onSelect={(chosen) => setSelected(new Set(chosen ? [...selected, row.id] : [...selected].filter((one) => one !== row.id)))} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
      <p>
        <Link to={`/cycles/${id}/commendations/payments`}>{say('payments')}</Link>
      </p>
      <NearMisses cycleId={id} />
    </>
  );
}

/** What the rules ask for before a case is decided. */
function RulesLine({ page }: { readonly page: Schemas['CommendationCasePage'] | undefined }) {
  const say = useWords(commendationWords);
  if (!page) return null;
  const { checklist, majority } = page;
  return (
    <dl className="bx-facts">
      <dt>{say('checklist')}</dt>
      <dd>{checklist === null ? say('unknown') : checklist.join('; ')}</dd>
      <dt>{say('majority')}</dt>
      <dd>{majority === null ? say('unknown') : say('majorityLine', { strict: say(majority.strict ? 'over' : 'atLeast'), num: majority.num, den: majority.den, source: majority.source })}</dd>
    </dl>
  );
}

function CaseCard({ row, cycleId, checklist, selected, onSelect }: { readonly row: Case; readonly cycleId: string; readonly checklist: readonly string[]; readonly selected: boolean; readonly onSelect: (chosen: boolean) => void }) {
  const say = useWords(commendationWords);
  const stateOf = useStateName('commendationCase');
  const levels = useLevelWords(cycleId);
  const actable = row.allowedActions.some((action) => action.allowed);
  return (
    <li className="bx-card">
      <div className="bx-row">
        {actable && <input type="checkbox" style={{ width: 24, height: 24 }} aria-label={say('select', { name: row.subject.name })} checked={selected} onChange={(event) => onSelect(event.target.checked)} />}
        <h3>{row.subject.name}</h3>
        <Tag>{stateOf(row.state)}</Tag>
      </div>
      <p className="bx-muted">
        {row.organisation.name} · {row.awardId}
        {row.decision && ` · ${say('decision', { number: row.decision.number, date: showDay(row.decision.decidedOn) })}`}
        {row.certificateNumber && ` · ${say('certificate', { number: row.certificateNumber })}`}
      </p>
      <YearChain chain={row.chain} subjectKind={row.subjectKind} words={levels} />
      <p>
        {say('amount')}: {amountOf(row.money) ?? say('unknown')}
      </p>
      {row.voteId && (
        <p>
          <Link to={`/cycles/${cycleId}/commendations/votes/${row.voteId}`}>{say('toVote')}</Link>
        </p>
      )}
      {actable && row.state === 'DOSSIER_OPEN' && checklist.length > 0 && <DossierForm cycleId={cycleId} row={row} checklist={checklist} />}
      {row.revoked && <p>{say('revoked', { number: row.revoked.number, date: showDay(row.revoked.on) })}</p>}
      {row.reason && <p className="bx-muted">{row.reason}</p>}
    </li>
  );
}

/** @param money amounts as whole đồng in text; null where the rules confirm none */
function amountOf(money: unknown): string | null {
  const amount = money !== null && typeof money === 'object' ? (money as { amount?: unknown }).amount : money;
  return typeof amount === 'string' && /^\d+$/.test(amount) ? `${new Intl.NumberFormat('vi-VN').format(BigInt(amount))} đ` : null;
}

import { useState } from 'react';
import { Link } from 'react-router';
import { type Schemas } from '@binhxet/api-client';
import { usePages } from '../../api/use-read.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { orgRoles } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { changeNames, organisationWords } from './organisation.words.js';
import { type TwoTimes, TwoTimesForm, useTwoTimes } from './two-times.js';

type Row = Schemas['OrganisationRow'];

/** Branches a person has opened or folded, by code: they stay so while the day is moved. */
interface Folds {
  readonly opened: ReadonlyMap<string, boolean>;
  readonly fold: (code: string, open: boolean) => void;
}

/** What was the tree on that day, and what was known of it? */
export default function TreePage() {
  const say = useWords(organisationWords);
  const kind = useNames(changeNames);
  const [times, setTimes] = useTwoTimes();
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const folds: Folds = { opened, fold: (code, open) => setOpened(new Map(opened).set(code, open)) };
  useTitle(say('title'));
  const tops = usePages('/api/v1/organisations', { query: { limit: 100, ...times } } as never);
  const changes = usePages('/api/v1/organisation-changes', { query: { limit: 50 } } as never);
  const decisions = changes.pages.flatMap((page) => page.items);
  const days = [...new Set(decisions.map((row) => row.effectiveOn))].sort();
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <TwoTimesForm value={times} onChange={setTimes} days={days} />
      <Loaded reading={{ data: tops.pages[0], error: tops.error, refetch: tops.refetch }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="bx-empty">{say('empty')}</p>
          ) : (
            <ul className="bx-tree" aria-label={say('title')}>
              {items.map((row) => (
                <Branch key={row.code} row={row} times={times} folds={folds} first={items.length === 1} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <h2>{say('changes')}</h2>
      {decisions.length === 0 ? (
        <p className="bx-empty">{say('noChanges')}</p>
      ) : (
        <ul className="bx-cards">
          {decisions.map((row) => (
            <li key={row.id} className="bx-card">
              {say('changeLine', { kind: kind(row.kind), on: showDay(row.effectiveOn), decision: row.decision, at: showInstant(row.recordedAt) })}
              <div className="bx-muted">{row.organisations.map((one) => one.name).join(' · ')}</div>
            </li>
          ))}
        </ul>
      )}
      <MoreButton pages={changes} />
    </>
  );
}

function Branch({ row, times, folds, first = false }: { readonly row: Row; readonly times: TwoTimes; readonly folds: Folds; readonly first?: boolean }) {
  const say = useWords(organisationWords);
  const role = useNames(orgRoles);
  const open = folds.opened.get(row.code) ?? first;
  const query = new URLSearchParams(times as Record<string, string>).toString();
  return (
    <li>
      <div className="bx-row">
        {row.childCount > 0 ? (
          <button type="button" className="bx-fold" aria-expanded={open} aria-label={say(open ? 'shut' : 'open', { name: row.name })} onClick={() => folds.fold(row.code, !open)}>
            {open ? '−' : '+'}
          </button>
        ) : (
          <span className="bx-fold" aria-hidden />
        )}
        <Link to={`/organisations/${row.code}${query && `?${query}`}`}>{row.name}</Link>
        <span className="bx-muted">
          {role(row.role)} · {say('members', { n: row.memberCount })}
        </span>
      </div>
      {open && row.childCount > 0 && <Children code={row.code} times={times} folds={folds} />}
    </li>
  );
}

function Children({ code, times, folds }: { readonly code: string; readonly times: TwoTimes; readonly folds: Folds }) {
  const pages = usePages('/api/v1/organisations/{code}/children', { path: { code }, query: { limit: 100, ...times } } as never);
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
      {() => (
        <>
          <ul>
            {rows.map((row) => (
              <Branch key={row.code} row={row} times={times} folds={folds} />
            ))}
          </ul>
          <MoreButton pages={pages} />
        </>
      )}
    </Loaded>
  );
}

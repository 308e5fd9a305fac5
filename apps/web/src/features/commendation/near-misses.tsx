import { useState } from 'react';
import { usePages } from '../../api/use-read.js';
import { useLevelWords } from '../../ui/level-chip.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useNames, useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';
import { YearChain } from './year-chain.js';

/** Who is one year short of an award, which year it is and why; read when it is opened. */
export function NearMisses({ cycleId }: { readonly cycleId: string }) {
  const say = useWords(commendationWords);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('nearMisses')}</summary>
      {open && <List cycleId={cycleId} />}
    </details>
  );
}

function List({ cycleId }: { readonly cycleId: string }) {
  const say = useWords(commendationWords);
  const whyOf = useNames(commendationWords);
  const levels = useLevelWords(cycleId);
  const pages = usePages('/api/v1/cycles/{id}/commendations/near-misses', { path: { id: cycleId }, query: { limit: 50 } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <ul className="bx-cards">
            {rows.length === 0 && <li className="bx-empty">{say('noNearMiss')}</li>}
            {rows.map((row) => (
              <li key={`${row.awardId} ${row.subject.id}`} className="bx-card">
                <h3>{say('nearMiss', { name: row.subject.name, year: String(row.brokenYear), why: whyOf(row.brokenStatus) })}</h3>
                <p className="bx-muted">
                  {row.organisation.name} · {row.awardId}
                </p>
                <YearChain chain={row.chain} subjectKind={row.subjectKind} words={levels} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

import { Tag } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { hasRole } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { OpenReevaluationForm } from './open-form.js';
import { reevaluationWords } from './reevaluation.words.js';

/** Past years that were opened again, and the form that opens one. */
export default function ReevaluationsPage() {
  const say = useWords(reevaluationWords);
  const stateOf = useStateName('reevaluationCase');
  const session = useSession();
  useTitle(say('title'));
  const pages = usePages('/api/v1/reevaluations', { query: { limit: 50 } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('title')}</h1>
      {hasRole(session, 'SUPERIOR_STANDING_COMMITTEE') && (
        <details>
          <summary>{say('open')}</summary>
          <OpenReevaluationForm />
        </details>
      )}
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <ul className="bx-cards">
            {rows.length === 0 && <li className="bx-empty">{say('empty')}</li>}
            {rows.map((row) => (
              <li key={row.id} className="bx-card">
                <h2>
                  <Link to={`/reevaluations/${row.id}`}>{say('row', { year: String(row.year), name: row.subject.name })}</Link>
                </h2>
                <p className="bx-row">
                  <Tag>{stateOf(row.state)}</Tag>
                  <span className="bx-muted">{say('openedOn', { date: showDay(row.openedOn), pack: row.packId })}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

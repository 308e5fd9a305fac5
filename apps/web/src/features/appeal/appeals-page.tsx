import { Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useNames, useWords } from '../../words/words.js';
import { reaches } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { appealWords } from './appeal.words.js';

/** Cases of the reader: filed or about the own result; and those to handle, for who holds such a post. */
export default function AppealsPage() {
  const say = useWords(appealWords);
  const nameOf = useNames(appealWords);
  const stateOf = useStateName('appealCase');
  const session = useSession();
  const [params] = useSearchParams();
  const box = params.get('box') === 'handled' ? 'handled' : 'mine';
  useTitle(say('title'));
  const pages = usePages('/api/v1/appeals', { query: { limit: 50, box } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('title')}</h1>
      {reaches(session) && (
        <nav className="bx-tabs" aria-label={say('box')}>
          {(['mine', 'handled'] as const).map((one) => (
            <Link key={one} to={`?box=${one}`} aria-current={one === box ? 'page' : undefined}>
              {say(one)}
            </Link>
          ))}
        </nav>
      )}
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <ul className="bx-cards">
            {rows.length === 0 && <li className="bx-empty">{say('empty')}</li>}
            {rows.map((row) => (
              <li key={row.id} className="bx-card">
                <h2>
                  <Link to={`/appeals/${row.id}`}>{say('row', { kind: nameOf(row.kind), year: String(row.ratingYear), name: row.subject.name })}</Link>
                </h2>
                <p className="bx-row">
                  <Tag>{stateOf(row.state)}</Tag>
                  <span className="bx-muted">
                    {say('filedOn', { date: showDay(row.filedOn) })} · {say('authority', { name: row.authority.name })}
                  </span>
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

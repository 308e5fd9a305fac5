import { Tag } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { cycleWords } from './cycle.words.js';

export default function CyclesPage() {
  const say = useWords(cycleWords);
  const shared = useWords(common);
  const stateOf = useStateName('cycle');
  useTitle(say('cycles'));
  const pages = usePages('/api/v1/cycles', { query: {} });
  const items = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('cycles')}</h1>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() =>
          items.length === 0 ? (
            <p className="bx-empty">{say('noCycles')}</p>
          ) : (
            <ul className="bx-cards">
              {items.map((cycle) => (
                <li key={cycle.id} className="bx-card">
                  <h3>
                    <Link to={`/cycles/${cycle.id}`}>
                      {say('title', { year: String(cycle.ratingYear) })} · {cycle.superior.name}
                    </Link>
                  </h3>
                  <p className="bx-row">
                    {stateOf(cycle.state)} · {showDay(cycle.today)} {cycle.simulated && <Tag>{shared('simulated')}</Tag>}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

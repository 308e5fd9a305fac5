import { EVENT_TYPES } from '@binhxet/verify';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showInstant, showNumber } from '../../ui/dates.js';
import { useEventName } from '../../ui/event-name.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { logWords } from './log.words.js';

const FILTERS = ['type', 'cycle', 'organisation'] as const;

/** Has anything been changed? Entries within one's scope, newest first, under the signed checkpoint. */
export default function LogPage() {
  const say = useWords(logWords);
  const nameOf = useEventName();
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(FILTERS.flatMap((key) => (params.get(key) ? [[key, params.get(key)!]] : [])));
  useTitle(say('title'));
  const pages = usePages('/api/v1/log', { query: { limit: 50, ...filter } as never });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <form
        className="bx-row"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          setParams(Object.fromEntries(FILTERS.flatMap((key) => (data.get(key) ? [[key, String(data.get(key)).trim()]] : []))));
        }}
      >
        <label>
          {say('filterType')}
          <select name="type" className="bx-input" defaultValue={filter['type'] ?? ''}>
            <option value="">{say('all')}</option>
            {[...EVENT_TYPES].sort().map((type) => (
              <option key={type} value={type}>
                {nameOf(type)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('filterCycle')}
          <input name="cycle" className="bx-input" defaultValue={filter['cycle'] ?? ''} />
        </label>
        <label>
          {say('filterOrg')}
          <input name="organisation" className="bx-input" defaultValue={filter['organisation'] ?? ''} />
        </label>
        <button type="submit" className="bx-button">
          {say('apply')}
        </button>
      </form>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {({ head }) => (
          <>
            {head && (
              <details>
                <summary>{say('size', { n: head.size, at: showInstant(head.signedAt) })}</summary>
                <pre className="bx-bytes">{head.checkpoint}</pre>
                <p className="bx-hash">
                  {say('key')}: {head.verifierKey}
                </p>
              </details>
            )}
            {head !== null && head.pending > 0 && <p role="status">{say('pending', { n: head.pending })}</p>}
            {rows.length === 0 ? (
              <p className="bx-empty">{say('empty')}</p>
            ) : (
              <div className="bx-scroll">
                <table className="bx-table">
                  <thead>
                    <tr>
                      <th scope="col" className="bx-num">
                        {say('index')}
                      </th>
                      <th scope="col">{say('at')}</th>
                      <th scope="col">{say('type')}</th>
                      <th scope="col">{say('cycle')}</th>
                      <th scope="col">{say('org')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.index}>
                        <th scope="row" className="bx-num">
                          <Link to={`/log/${row.index}`}>{showNumber(row.index)}</Link>
                        </th>
                        <td>{showInstant(row.entry.at)}</td>
                        <td title={row.entry.type}>{nameOf(row.entry.type)}</td>
                        <td>{row.entry.cycle ?? '–'}</td>
                        <td>{row.entry.org ?? '–'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

import { type Schemas } from '@binhxet/api-client';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useReviewState } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { cycleWords } from './cycle.words.js';

/** Dossiers of the organisations, those that wait for the advisory body first. */
export default function VerificationPage() {
  const { id = '' } = useParams();
  const say = useWords(cycleWords);
  useTitle(say('verification'), id);
  const superior = id.slice(0, id.lastIndexOf('.'));
  const pages = usePages('/api/v1/cycles/{id}/units/{code}/decisions', { path: { id, code: superior }, query: { subjectKind: 'ORGANISATION', limit: 100 } });
  const rows = pages.pages.flatMap((page) => page.items);
  const waiting = rows.filter((row) => row.state === 'SUBMITTED');
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('verification')}</h1>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <>
            <p className="bx-lead">{say('waiting', { n: waiting.length })}</p>
            {rows.length === 0 ? <p className="bx-empty">{say('noDossiers')}</p> : <Dossiers cycleId={id} rows={[...waiting, ...rows.filter((row) => row.state !== 'SUBMITTED')]} />}
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

function Dossiers({ cycleId, rows }: { readonly cycleId: string; readonly rows: readonly Schemas['BoardRow'][] }) {
  const say = useWords(cycleWords);
  const stateOf = useReviewState();
  const levels = useLevelWords(cycleId);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            <th scope="col" className="bx-stick">
              {say('unit')}
            </th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('self')}</th>
            <th scope="col">{say('ceiling')}</th>
            <th scope="col">{say('proposed')}</th>
            <th scope="col">{say('note')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="bx-stick">
                {row.subject.name}
              </th>
              <td>{stateOf('ORGANISATION', row.state)}</td>
              <td>
                <LevelChip words={levels} subjectKind="ORGANISATION" level={row.levels.self} />
              </td>
              <td>
                <LevelChip words={levels} subjectKind="ORGANISATION" level={row.ceiling} />
              </td>
              <td>
                <LevelChip words={levels} subjectKind="ORGANISATION" level={row.levels.verified ?? row.levels.proposed} />
              </td>
              <td>{row.note}</td>
              <td>
                <Link to={`/reviews/${row.id}`} aria-label={`${say(row.state === 'SUBMITTED' ? 'open2' : 'read')}: ${row.subject.name}`}>
                  {say(row.state === 'SUBMITTED' ? 'open2' : 'read')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

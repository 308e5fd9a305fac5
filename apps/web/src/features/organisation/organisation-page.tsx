import { Link, useParams } from 'react-router';
import { useRead, usePages } from '../../api/use-read.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { bodyNames, columnNames, orgRoles, postNames, subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { hasRole } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { changeNames, organisationWords } from './organisation.words.js';
import { TwoTimesForm, useTwoTimes } from './two-times.js';

/** One organisation: its place, people and posts on a day, every version, where it comes from. */
export default function OrganisationPage() {
  const { code = '' } = useParams();
  const say = useWords(organisationWords);
  const role = useNames(orgRoles);
  const body = useNames(bodyNames);
  const post = useNames(postNames);
  const session = useSession();
  const [times, setTimes] = useTwoTimes();
  const organisation = useRead('/api/v1/organisations/{code}', { path: { code }, query: times } as never);
  const people = usePages('/api/v1/organisations/{code}/members', { path: { code }, query: { limit: 50, ...times } } as never);
  const versions = useRead('/api/v1/organisations/{code}/versions', { path: { code } } as never);
  const days = [...new Set((versions.data ?? []).map((version) => version.from))].sort();
  const members = people.pages.flatMap((page) => page.items);
  useTitle(organisation.data?.name ?? say('title'));
  return (
    <>
      <p>
        <Link to="/organisations">{say('title')}</Link>
      </p>
      <Loaded reading={organisation}>
        {(view) => (
          <>
            <h1>{view.name}</h1>
            <dl className="bx-facts">
              <dt>{say('role')}</dt>
              <dd>{role(view.role)}</dd>
              <dt>{say('path')}</dt>
              <dd>{view.path.map((above) => above.name).join(' › ') || '–'}</dd>
              <dt>{say('people')}</dt>
              <dd>{say('members', { n: view.memberCount })}</dd>
            </dl>
            <ul className="bx-links">
              <li>
                <Link to={`/organisations/${code}/work-records`}>{say('workRecords')}</Link>
              </li>
              {view.role === 'SUPERIOR_ORG' && (
                <li>
                  <Link to={`/organisations/${code}/resolutions`}>{say('resolutions')}</Link>
                </li>
              )}
              {hasRole(session, 'ADMINISTRATOR') && (
                <li>
                  <Link to={`/organisations/${code}/change`}>{say('recordChange')}</Link>
                </li>
              )}
            </ul>
            <h2>{say('posts')}</h2>
            {view.posts.length === 0 ? (
              <p className="bx-empty">{say('noPosts')}</p>
            ) : (
              <ul>
                {view.posts.map((one, at) => (
                  <li key={at}>
                    {post(one.post)}, {body(one.body)}: {one.person.fullName}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <TwoTimesForm value={times} onChange={setTimes} days={days} />
      {members.length > 0 && (
        <>
          <h2>{say('people')}</h2>
          <ul>
            {members.map((one) => (
              <li key={one.code}>
                {one.fullName} <span className="bx-muted">{one.code}</span>
              </li>
            ))}
          </ul>
          <MoreButton pages={people} />
        </>
      )}
      <h2>{say('versions')}</h2>
      <Loaded reading={versions}>
        {(rows) => (
          <div className="bx-scroll">
            <table className="bx-table">
              <thead>
                <tr>
                  {(['from', 'to', 'name', 'path', 'decision', 'recorded', 'superseded'] as const).map((column) => (
                    <th key={column} scope="col">
                      {say(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.from}${row.recordedAt}`} className={row.supersededAt === null ? undefined : 'bx-muted'}>
                    <th scope="row">{showDay(row.from)}</th>
                    <td>{row.to === null ? '–' : showDay(row.to)}</td>
                    <td>{row.name}</td>
                    <td>{row.parent?.name ?? '–'}</td>
                    <td>{row.decision ?? '–'}</td>
                    <td>{showInstant(row.recordedAt)}</td>
                    <td>{row.supersededAt === null ? say('holds') : showInstant(row.supersededAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <Lineage code={code} />
    </>
  );
}

function Lineage({ code }: { readonly code: string }) {
  const say = useWords(organisationWords);
  const kind = useNames(changeNames);
  const state = useNames(columnNames);
  const subject = useNames(subjectKinds);
  const lineage = useRead('/api/v1/organisations/{code}/lineage', { path: { code } } as never);
  return (
    <>
      <h2>{say('lineage')}</h2>
      <Loaded reading={lineage}>
        {({ predecessors, successors, years }) => (
          <>
            {predecessors.length + successors.length === 0 && <p className="bx-empty">{say('noLineage')}</p>}
            {([['predecessors', predecessors], ['successors', successors]] as const).map(
              ([key, steps]) =>
                steps.length > 0 && (
                  <section key={key}>
                    <h3>{say(key)}</h3>
                    <ul>
                      {steps.map((step) => (
                        <li key={`${step.code}${step.effectiveOn}`}>
                          <Link to={`/organisations/${step.code}?validOn=${step.effectiveOn}`}>{step.name}</Link> · {kind(step.kind)} · {showDay(step.effectiveOn)}
                          {step.decision && ` · ${step.decision}`}
                        </li>
                      ))}
                    </ul>
                  </section>
                ),
            )}
            {years.length > 0 && (
              <div className="bx-scroll">
                <table className="bx-table">
                  <caption>{say('years')}</caption>
                  <thead>
                    <tr>
                      {(['year', 'whose', 'role', 'level', 'decision'] as const).map((column) => (
                        <th key={column} scope="col">
                          {say(column)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {years.map((row, at) => (
                      <tr key={at}>
                        <th scope="row">{row.year}</th>
                        <td>{row.organisation.name}</td>
                        <td>{subject(row.subjectKind)}</td>
                        <td>{row.label ?? state(row.level === null ? (row.nonLevel ?? '') : `L${row.level}`)}</td>
                        <td>{row.decisionNumber ?? '–'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

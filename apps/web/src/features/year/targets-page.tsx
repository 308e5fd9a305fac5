import { Alert } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showNumber } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useTitle } from '../../ui/use-title.js';
import { useNames, useWords } from '../../words/words.js';
import { showRequired, showScaled } from './scaled.js';
import { useVerdict, VerdictMark } from './verdict.js';
import { yearWords } from './year.words.js';

type Report = Schemas['TargetReport'];
type Line = Report['lines'][number];

/** Targets against results: every line as written, with its verdict by each reading. */
export default function TargetsPage() {
  const { id = '' } = useParams();
  const say = useWords(yearWords);
  useTitle(say('targets'), id);
  const report = useRead('/api/v1/cycles/{id}/targets', { path: { id } });
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('targets')}</h1>
      <Loaded reading={report}>{(data) => <ReportView report={data} />}</Loaded>
    </>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const say = useWords(yearWords);
  return (
    <>
      <SimulatedBanner simulated={report.simulated} />
      {report.packId === null && <Alert type="info" showIcon title={say('openPack')} />}
      {report.lines.length === 0 ? <p className="bx-empty">{say('noTargets')}</p> : <Lines lines={report.lines} />}
      {report.conflicts.length > 0 && <Conflicts report={report} />}
      {report.groups.length > 0 && <h2>{say('groups')}</h2>}
      {report.groups.map((group) => (
        <Groups key={group.subject} group={group} />
      ))}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const say = useWords(yearWords);
  const verdictName = useVerdict();
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            <th scope="col">{say('code')}</th>
            <th scope="col" className="bx-stick">
              {say('wording')}
            </th>
            <th scope="col">{say('required')}</th>
            <th scope="col">{say('reached')}</th>
            <th scope="col">{say('verdict')}</th>
            <th scope="col">{say('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ target, outcome, term, label, resolution }) => (
            <tr key={target.id}>
              <td>
                {resolution.number}: {target.code}
              </td>
              <th scope="row" className="bx-stick">
                {target.wording}
                {(label as { state?: string } | null)?.state === 'UNMAPPED' && <small className="bx-muted"> {say('unmapped', { label: target.label ?? '' })}</small>}
              </th>
              <td>{showRequired(target)}</td>
              <td>
                {outcome.k === null ? '–' : outcome.n === null ? showNumber(outcome.k) : `${showNumber(outcome.k)}/${showNumber(outcome.n)}`}
                {outcome.percent && ` (${showScaled(outcome.percent)} %)`}
                {term && term.cumulative !== null && <small className="bx-muted"> {say('termSoFar', { n: term.cumulative })}</small>}
              </td>
              <td>
                <VerdictMark verdict={outcome.verdict} />
                {outcome.ambiguous &&
                  outcome.readings.slice(1).map((reading) => (
                    <small key={reading.reading} className="bx-muted">
                      {' '}
                      {say('otherReading', { id: reading.reading, verdict: verdictName(reading.verdict) })}
                    </small>
                  ))}
              </td>
              <td>{outcome.difference ? say(outcome.difference.unit === 'POINTS' ? 'points' : 'percentOfTarget', { n: showScaled(outcome.difference) }) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Conflicts({ report }: { readonly report: Report }) {
  const say = useWords(yearWords);
  const codeOf = (id: string) => report.lines.find((line) => line.target.id === id)?.target.code ?? id;
  return (
    <section>
      <h2>{say('conflicts')}</h2>
      <ul>
        {report.conflicts.map((conflict) => (
          <li key={conflict.kind + conflict.targets.join()}>
            {conflict.targets.map(codeOf).join(' ↔ ')}: {say(conflict.kind as 'YEARLY_TIMES_YEARS' | 'AT_CEILING' | 'ABOVE_CEILING', conflict)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Groups({ group }: { readonly group: Report['groups'][number] }) {
  const say = useWords(yearWords);
  const name = useNames(yearWords);
  return (
    <>
      <h3>
        {say(group.subject)}: {showNumber(group.base)}
      </h3>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('group')}</th>
              <th scope="col">{say('count')}</th>
              <th scope="col">{say('share')}</th>
            </tr>
          </thead>
          <tbody>
            {group.levels.map((row) => (
              <tr key={row.level}>
                <th scope="row">{say('level', { n: row.level })}</th>
                <td>{showNumber(row.k)}</td>
                <td>{row.percent ? `${showScaled(row.percent)} %` : '–'}</td>
              </tr>
            ))}
            {group.levels.slice(1).map((row) => (
              <tr key={`better-${row.level}`}>
                <th scope="row">{say('orBetter', { n: row.level })}</th>
                <td>{showNumber(row.orBetter)}</td>
                <td>{row.orBetterPercent ? `${showScaled(row.orBetterPercent)} %` : '–'}</td>
              </tr>
            ))}
            {group.rest.map((row) => (
              <tr key={row.key}>
                <th scope="row">{name(row.key)}</th>
                <td>{showNumber(row.k)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

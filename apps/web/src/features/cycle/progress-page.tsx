import { type Schemas } from '@binhxet/api-client';
import { lazy } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { ChartBelow } from '../../ui/chart-below.js';
import { showDay, showTime } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { stepNames } from '../../words/nouns.words.js';
import { phaseNames } from '../../words/phases.words.js';
import { useNames, useWords } from '../../words/words.js';
import { cycleWords } from './cycle.words.js';

const StepChart = lazy(() => import('./step-chart.js'));
const COLUMNS = ['SELF_REVIEW', 'OPINIONS', 'COLLECTIVE_REPORT', 'MEETING', 'UNITS', 'VERIFICATION', 'DECISION', 'SUBMISSION', 'HEADS'] as const;
type Step = Schemas['Step'];

/** Where is it stuck, who is late by how long? The most late first. */
export default function ProgressPage() {
  const { id = '' } = useParams();
  const say = useWords(cycleWords);
  const [params, setParams] = useSearchParams();
  const late = params.get('late') === 'true';
  useTitle(say('progress'), id);
  const pages = usePages('/api/v1/cycles/{id}/progress', { path: { id }, query: { limit: 50, ...(late && { late: 'true' as never }) } });
  const first = pages.pages[0];
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <p>
        <Link to={`/cycles/${id}`}>{id}</Link>
      </p>
      <h1>{say('progress')}</h1>
      <Loaded reading={{ data: first, error: pages.error, refetch: pages.refetch }}>
        {(head) => (
          <>
            <p className="bx-muted">
              {showDay(head.today)} · {say('asOf', { at: showTime(head.asOf) })}
            </p>
            <Totals totals={head.steps} />
            <label className="bx-row" style={{ minHeight: 48 }}>
              <input type="checkbox" checked={late} onChange={(event) => setParams(event.target.checked ? { late: 'true' } : {})} style={{ width: 22, height: 22 }} /> {say('lateOnly')}
            </label>
            {rows.length === 0 ? <p className="bx-empty">{say('noneLate')}</p> : <HeatTable cycleId={id} rows={rows} />}
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

/** The finding as a sentence, the figures as a table, and the same as a bar when asked for. */
function Totals({ totals }: { readonly totals: Schemas['ProgressPage']['steps'] }) {
  const say = useWords(cycleWords);
  const nameOf = useNames(stepNames);
  const sum = (key: 'done' | 'total' | 'late') => totals.reduce((all, one) => all + one[key], 0);
  if (totals.length === 0) return null;
  return (
    <section>
      <h2>{say('chartTitle', { done: sum('done'), total: sum('total'), late: sum('late') })}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('step')}</th>
              {(['done', 'total', 'late'] as const).map((key) => (
                <th key={key} scope="col" className="bx-num">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{nameOf(row.kind)}</th>
                <td className="bx-num">{row.done}</td>
                <td className="bx-num">{row.total}</td>
                <td className="bx-num">{row.late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ChartBelow label={say('showChart')}>
        <StepChart totals={totals} />
      </ChartBelow>
    </section>
  );
}

function HeatTable({ cycleId, rows }: { readonly cycleId: string; readonly rows: readonly Schemas['ProgressRow'][] }) {
  const say = useWords(cycleWords);
  const nameOf = useNames(stepNames);
  const phase = useNames(phaseNames);
  const columns = COLUMNS.filter((kind) => rows.some((row) => row.steps.some((step) => step.kind === kind)));
  return (
    <>
      <p className="bx-muted">{say('legend')}</p>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col" className="bx-stick">
                {say('unit')}
              </th>
              <th scope="col">{say('phase')}</th>
              {columns.map((kind) => (
                <th key={kind} scope="col" className="bx-heat">
                  {nameOf(kind)}
                </th>
              ))}
              <th scope="col">{say('members')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row" className="bx-stick">
                  <Link to={`/cycles/${cycleId}/units/${row.code}`}>{row.name}</Link>
                  {row.workingDaysLate !== null && row.workingDaysLate > 0 && <div className="bx-wrong">{say('lateDays', { n: row.workingDaysLate })}</div>}
                </th>
                <td>{phase(row.phase)}</td>
                {columns.map((kind) => (
                  <HeatCell key={kind} step={row.steps.find((step) => step.kind === kind)} />
                ))}
                <td className="bx-num">
                  {row.members.submitted} · {row.members.decided} · {row.members.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function HeatCell({ step }: { readonly step: Step | undefined }) {
  const say = useWords(cycleWords);
  if (!step) return <td className="bx-heat bx-heat-none">–</td>;
  const kind = step.state === 'CLOSED' ? 'done' : step.overdue ? 'late' : 'run';
  const mark = { done: '✓', run: '▶', late: '!' }[kind];
  return (
    <td className={`bx-heat bx-heat-${kind}`}>
      <span aria-hidden>{mark} </span>
      {step.total - step.outstanding}/{step.total}
      <span className="bx-hidden"> {say(({ done: 'cellDone', run: 'cellRun', late: 'cellLate' } as const)[kind])}</span>
    </td>
  );
}

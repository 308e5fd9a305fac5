import { type Schemas } from '@binhxet/api-client';
import { WORK_KIND_LABELS } from '@binhxet/messages';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { usePages, useRead } from '../../api/use-read.js';
import { showDay, showNumber } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useTitle } from '../../ui/use-title.js';
import { useLanguage, useNames, useWords } from '../../words/words.js';
import { hasRole } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { RecordForm } from './record-form.js';
import { detailNames, recordWords } from './records.words.js';

type Kind = Schemas['WorkKind'];
type Row = Schemas['WorkRecord'];
const KINDS = Object.keys(WORK_KIND_LABELS) as readonly Kind[];
const WRITERS = ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE', 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION'];

/** Kinds of work that somebody with these posts may record; discipline is for inspection commissions. */
function useKinds(): readonly Kind[] {
  const session = useSession();
  return KINDS.filter((kind) => hasRole(session, ...(kind === 'DISCIPLINE' ? ['INSPECTION_COMMISSION'] : WRITERS)));
}

/** Dated work of an organisation and of what is below it, newest first. */
export default function RecordsPage() {
  const { code = '' } = useParams();
  const say = useWords(recordWords);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : undefined;
  const organisation = useRead('/api/v1/organisations/{code}', { path: { code }, query: {} } as never);
  const pages = usePages('/api/v1/organisations/{code}/work-records', { path: { code }, query: { limit: 50, ...(kind && { kind }), ...(year && { year }) } });
  const rows = pages.pages.flatMap((page) => page.items);
  const kinds = useKinds();
  useTitle(say('title'), organisation.data?.name);
  const filter = (next: Record<string, string>) => setParams(Object.fromEntries(Object.entries({ ...Object.fromEntries(params), ...next }).filter(([, value]) => value)));
  return (
    <>
      <p>
        <Link to={`/organisations/${code}`}>{organisation.data?.name ?? say('back')}</Link>
      </p>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() => (
          <>
            {kinds.length > 0 && <RecordForm code={code} kinds={kinds} today={today()} />}
            <div className="bx-row">
              <label>
                {say('filterKind')}
                <select className="bx-input" value={kind ?? ''} onChange={(event) => filter({ kind: event.target.value })}>
                  <option value="">{say('all')}</option>
                  {KINDS.map((one) => (
                    <option key={one} value={one}>
                      {WORK_KIND_LABELS[one][language]}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {say('filterYear')}
                <input className="bx-input" type="number" min={1930} max={2199} defaultValue={year ?? ''} onBlur={(event) => filter({ year: event.target.value })} />
              </label>
            </div>
            {rows.length === 0 ? <p className="bx-empty">{say('empty')}</p> : <Records rows={rows} kinds={kinds} />}
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

/** Day in the country of the organisations, `YYYY-MM-DD`. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

function Records({ rows, kinds }: { readonly rows: readonly Row[]; readonly kinds: readonly Kind[] }) {
  const say = useWords(recordWords);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            {(['on', 'kind', 'who', 'subjectColumn', 'quantity', 'decisionNumber', 'note'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'quantity' ? 'bx-num' : undefined}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Record key={row.id} row={row} mayCancel={kinds.includes(row.kind)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Record({ row, mayCancel }: { readonly row: Row; readonly mayCancel: boolean }) {
  const say = useWords(recordWords);
  const language = useLanguage();
  const detail = useNames(detailNames);
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const kind = WORK_KIND_LABELS[row.kind][language];
  const what = `${kind}, ${showDay(row.on)}`;
  return (
    <tr className={row.cancelledReason === null ? undefined : 'bx-muted'}>
      <th scope="row">
        {showDay(row.on)}
        {row.to && ` – ${showDay(row.to)}`}
      </th>
      <td>
        {kind}
        {row.detail && `: ${detail(row.detail)}`}
        {row.state === 'PLANNED' && ` (${say('PLANNED')})`}
      </td>
      <td>{row.organisation.name}</td>
      <td>{row.subject?.name ?? '–'}</td>
      <td className="bx-num">
        {showNumber(row.quantity)} {row.unit}
      </td>
      <td>{[row.decisionNumber, row.document].filter(Boolean).join(' · ') || '–'}</td>
      <td>
        {row.note}
        {row.selfDetected && <div>{say('selfDetected')}</div>}
        {row.cancelledReason !== null && <div>{say('cancelled', { reason: row.cancelledReason })}</div>}
        {row.cancelledReason === null && mayCancel && !asking && (
          <button type="button" className="bx-button bx-button-plain" aria-label={say('cancelOf', { what })} onClick={() => setAsking(true)}>
            {say('cancel')}
          </button>
        )}
        {asking && row.cancelledReason === null && <ReasonForm title={say('cancel')} danger act={act} onSend={(reason) => void act.run({ method: 'POST', href: `/api/v1/work-records/${row.id}/cancel`, body: { reason } })} onCancel={() => setAsking(false)} />}
      </td>
    </tr>
  );
}

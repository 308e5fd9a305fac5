import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { type Schemas } from '@binhxet/api-client';
import { describeExpectation, IMPORT_FAULT_LABELS } from '@binhxet/messages';
import { useAct } from '../../api/use-act.js';
import { usePages, useRead } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useLanguage, useNames, useWords } from '../../words/words.js';
import { importWords, rowClasses, rowDecisions } from './import.words.js';

type Batch = Schemas['ImportBatch'];
type Row = Schemas['ImportBatchRow'];
type RowClass = keyof Batch['counts'];
const CLASSES = Object.keys(rowClasses) as RowClass[];
const DECIDABLE: readonly RowClass[] = ['ADDED', 'CHANGED', 'ENDED', 'CONFLICT'];

/** Which rows are wrong, what would the others change? Accepted one by one or by class, then written with progress. */
export default function ImportPage() {
  const { id = '' } = useParams();
  const say = useWords(importWords);
  const batch = useRead('/api/v1/import-batches/{id}', { path: { id } } as never);
  useTitle(say('title'));
  return (
    <>
      <h1>{say('title')}</h1>
      <Loaded reading={batch}>{(data) => <Sheet batch={data} />}</Loaded>
    </>
  );
}

function Sheet({ batch }: { readonly batch: Batch }) {
  const say = useWords(importWords);
  const name = useNames(rowClasses);
  const [shown, setShown] = useState<RowClass>(CLASSES.find((one) => batch.counts[one] > 0 && one !== 'UNCHANGED') ?? 'UNCHANGED');
  const act = useAct();
  const pages = usePages('/api/v1/import-batches/{id}/rows', { path: { id: batch.id }, query: { limit: 50, class: shown } } as never);
  const rows = pages.pages.flatMap((page) => page.items);
  const total = CLASSES.reduce((sum, one) => sum + batch.counts[one], 0);
  const decide = (decision: 'ACCEPTED' | 'REFUSED', which: { rows: number[] } | { classes: RowClass[] }) => void act.run({ method: 'POST', href: `/api/v1/import-batches/${batch.id}/decisions`, body: { decision, ...which } });
  return (
    <>
      <p className="bx-lead">{batch.files.map((file) => file.name).join(', ')}</p>
      <p>{say('summary', { a: total - batch.counts.FAULTY, b: batch.counts.FAULTY })}</p>
      {total > 0 && batch.counts.UNCHANGED === total && <p role="status">{say('unchangedOnly')}</p>}
      {batch.state === 'CANCELLED' ? <p role="status">{say('cancelled')}</p> : <Writing batch={batch} />}
      <h2>{say('rows')}</h2>
      <div className="bx-tabs">
        {CLASSES.map((one) => (
          <a
            key={one}
            href={`#${one}`}
            aria-current={one === shown ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              setShown(one);
            }}
          >
            {name(one)} ({batch.counts[one]})
          </a>
        ))}
      </div>
      {DECIDABLE.includes(shown) && batch.counts[shown] > 0 && (
        <div className="bx-row">
          <Button size="large" onClick={() => decide('ACCEPTED', { classes: [shown] })}>
            {say('acceptClass', { name: name(shown) })}
          </Button>
          <Button size="large" onClick={() => decide('REFUSED', { classes: [shown] })}>
            {say('refuseClass', { name: name(shown) })}
          </Button>
        </div>
      )}
      {shown === 'FAULTY' && rows.length > 0 && <FaultyDownload rows={rows} />}
      <ActStatus act={act} />
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() =>
          rows.length === 0 ? null : (
            <div className="bx-scroll">
              <table className="bx-table">
                <thead>
                  <tr>
                    {(['row', 'what', shown === 'FAULTY' ? 'fault' : 'difference', 'state'] as const).map((column) => (
                      <th key={column} scope="col">
                        {say(column)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Line key={row.n} row={row} onDecide={(decision) => decide(decision, { rows: [row.n] })} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

function Line({ row, onDecide }: { readonly row: Row; readonly onDecide: (decision: 'ACCEPTED' | 'REFUSED') => void }) {
  const say = useWords(importWords);
  const decided = useNames(rowDecisions);
  const fault = useFaultText();
  const open = row.class !== 'FAULTY' && row.class !== 'UNCHANGED' && row.writtenAt === null;
  return (
    <tr>
      <th scope="row">
        {row.file}: {row.row}
      </th>
      <td>{Object.values(row.cells).filter(Boolean).slice(0, 4).join(' · ')}</td>
      <td className="bx-diff">
        {row.faults.map((one, at) => (
          <div key={at}>{fault(one)}</div>
        ))}
        {row.differences.map((one) => (
          <div key={one.column}>
            {one.column}: <del>{one.stored ?? '–'}</del> → <ins>{one.incoming}</ins>
          </div>
        ))}
      </td>
      <td>
        {row.writtenAt !== null ? say('written', { n: 1 }) : row.decision !== null && decided(row.decision)}
        {open && (
          <div className="bx-row">
            <Button onClick={() => onDecide('ACCEPTED')} disabled={row.decision === 'ACCEPTED'}>
              {say('accept')}
            </Button>
            <Button onClick={() => onDecide('REFUSED')} disabled={row.decision === 'REFUSED'}>
              {say('refuse')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}

/** Writes a page of rows a request, so that it can be seen and stopped. */
function Writing({ batch }: { readonly batch: Batch }) {
  const say = useWords(importWords);
  const act = useAct();
  const dropping = useAct();
  const stopped = useRef(false);
  const [waiting, setWaiting] = useState(0);
  const [running, setRunning] = useState(false);
  const left = batch.accepted - batch.written;
  const write = async () => {
    stopped.current = false;
    setRunning(true);
    try {
      for (;;) {
        const sent = await act.run<Schemas['ImportApplyAnswer']>({ method: 'POST', href: `/api/v1/import-batches/${batch.id}/apply`, body: { limit: 2000 } });
        if (!sent) return;
        setWaiting(sent.data.waiting);
        if (sent.data.remaining <= sent.data.waiting || stopped.current) return;
      }
    } finally {
      setRunning(false);
    }
  };
  return (
    <section className="bx-panel">
      {batch.accepted > 0 && <Progress percent={Math.floor((100 * batch.written) / batch.accepted)} aria-label={say('writing', { done: batch.written, total: batch.accepted })} />}
      <p role="status">{say('written', { n: batch.written })}</p>
      {waiting > 0 && <p role="status">{say('waiting', { n: waiting })}</p>}
      <div className="bx-row">
        <Button size="large" type="primary" disabled={left <= 0 || running} loading={running} onClick={() => void write()}>
          {say('write', { n: Math.max(0, left) })}
        </Button>
        {running && (
          <Button size="large" onClick={() => (stopped.current = true)}>
            {say('stop')}
          </Button>
        )}
        <Button size="large" danger disabled={running} onClick={() => void dropping.run({ method: 'POST', href: `/api/v1/import-batches/${batch.id}/cancel` })}>
          {say('drop')}
        </Button>
      </div>
      <ActStatus act={act} />
      <ActStatus act={dropping} />
    </section>
  );
}

/** Faulty rows as a table with a column that says what is wrong; to be mended and uploaded again. */
function FaultyDownload({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(importWords);
  const fault = useFaultText();
  const save = () => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const lines = rows.map((row) => [...columns.map((column) => row.cells[column] ?? ''), row.faults.map(fault).join('; ')].map(quoted).join(','));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`\uFEFF${[[...columns, say('fault')].map(quoted).join(','), ...lines].join('\n')}`], { type: 'text/csv' }));
    link.download = 'loi.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return <Button onClick={save}>{say('download')}</Button>;
}

function useFaultText(): (fault: Row['faults'][number]) => string {
  const language = useLanguage();
  return ({ column, code, facts }) => {
    const label = (IMPORT_FAULT_LABELS as Readonly<Record<string, { vi: string; en: string }>>)[code]?.[language] ?? code;
    const expected = describeExpectation((facts ?? {}) as Record<string, unknown>, language);
    return `${column ? `${column}: ` : ''}${label}${expected ? ` (${expected})` : ''}`;
  };
}

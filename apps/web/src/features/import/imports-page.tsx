import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { showInstant } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useNames, useWords } from '../../words/words.js';
import { importWords, tableNames } from './import.words.js';

const KINDS = Object.keys(tableNames);

/** Uploading tables and the imports there were. */
export default function ImportsPage() {
  const say = useWords(importWords);
  const table = useNames(tableNames);
  const act = useAct();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState('members');
  const batches = usePages('/api/v1/import-batches', { query: { limit: 20 } } as never);
  useTitle(say('title'));
  const check = async () => {
    if (!file) return;
    const sent = await act.run<{ batchId: string }>({ method: 'POST', href: '/api/v1/import-batches', body: { files: [{ name: file.name, kind, content: await base64(file) }] } });
    if (sent) void navigate(`/imports/${sent.data.batchId}`);
  };
  const rows = batches.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <form
        className="bx-form"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label>
          {say('kind')}
          <select className="bx-input" value={kind} onChange={(event) => setKind(event.target.value)}>
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {table(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('file')}
          <input className="bx-input" type="file" accept=".csv,.xlsx" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        </label>
        <button type="submit" className="bx-button" disabled={!file || act.state === 'sending'}>
          {say('check')}
        </button>
        <ActStatus act={act} />
      </form>
      <h2>{say('earlier')}</h2>
      <Loaded reading={{ data: batches.pages[0], error: batches.error, refetch: batches.refetch }}>
        {() =>
          rows.length === 0 ? (
            <p className="bx-empty">{say('none')}</p>
          ) : (
            <ul className="bx-cards">
              {rows.map((row) => (
                <li key={row.id} className="bx-card">
                  <Link to={`/imports/${row.id}`}>{row.files.map((one) => `${one.name} (${table(one.kind)})`).join(', ')}</Link>
                  <div className="bx-muted">
                    {showInstant(row.createdAt)} · {row.state === 'CANCELLED' ? say('cancelled') : say('written', { n: row.written })}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={batches} />
    </>
  );
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

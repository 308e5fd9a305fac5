import { Alert, Button } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showInstant } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useEventName } from '../../ui/event-name.js';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { checkEntry, type Checked } from './check-entry.js';
import { logWords } from './log.words.js';

export default function LogEntryPage() {
  const { index = '' } = useParams();
  const say = useWords(logWords);
  useTitle(say('entry', { n: index }));
  const entry = useRead('/api/v1/log/{index}', { path: { index: Number(index) } } as never);
  return <Loaded reading={entry}>{(data: Schemas['LogEntry']) => <Entry entry={data} />}</Loaded>;
}

function Entry({ entry }: { readonly entry: Schemas['LogEntry'] }) {
  const say = useWords(logWords);
  const nameOf = useEventName();
  return (
    <>
      <p>
        <Link to="/log">{say('title')}</Link>
      </p>
      <h1>{say('entry', { n: entry.index })}</h1>
      <p className="bx-lead">
        {nameOf(entry.entry.type)} (<code>{entry.entry.type}</code>) · {showInstant(entry.entry.at)}
      </p>
      <h2>{say('leaf')}</h2>
      <pre className="bx-bytes">{entry.data}</pre>
      <p className="bx-hash">
        {say('leafHash')}: {entry.leafHash}
      </p>
      <h2>{say('payload')}</h2>
      <p>{say(entry.payloadState)}</p>
      {entry.payload !== null && <pre className="bx-bytes">{entry.payload}</pre>}
      {entry.head && <Proof key={entry.head.size} entry={entry} />}
    </>
  );
}

/** Runs the steps in this browser and names the one that fails. */
function Proof({ entry }: { readonly entry: Schemas['LogEntry'] }) {
  const say = useWords(logWords);
  const shared = useWords(common);
  const [asked, setAsked] = useState(false);
  const [checked, setChecked] = useState<Checked | 'failed' | null>(null);
  useEffect(() => {
    if (!asked) return;
    let current = true;
    checkEntry(entry).then(
      (result) => current && setChecked(result),
      () => current && setChecked('failed'),
    );
    return () => void (current = false);
  }, [asked, entry]);
  return (
    <section>
      <h2>{say('check')}</h2>
      <p className="bx-muted">{say('checkNote')}</p>
      {!asked && (
        <Button size="large" type="primary" onClick={() => setAsked(true)}>
          {say('prove')}
        </Button>
      )}
      {checked === 'failed' && <Alert type="error" showIcon title={shared('failed')} />}
      {checked !== null && checked !== 'failed' && (
        <>
          <ol role="status">
            {checked.steps.map(({ step, right }) => (
              <li key={step}>
                {say(step)}: <span className={right === null ? 'bx-muted' : right ? 'bx-right' : 'bx-wrong'}>{right === null ? say('skipped') : right ? `✓ ${say('right')}` : `✗ ${say('wrong')}`}</span>
              </li>
            ))}
          </ol>
          {checked.steps.some(({ right }) => right === false) && <Alert type="error" showIcon title={say('wrongMeans')} />}
          <a className="bx-button bx-button-plain" download={`binhxet-${entry.index}.json`} href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(checked.bundle, null, 2))}`}>
            {say('download')}
          </a>
        </>
      )}
    </section>
  );
}

import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { type Problem } from '../api/problem.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';
import { ProblemPanel } from './problem-panel.js';

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: Problem | null;
  refetch(): unknown;
}

/** Skeleton while loading, the refusal when it failed, the content once it is there. What was read before stays while it is read again. */
export function Loaded<T>({ reading, children }: { readonly reading: Reading<T>; readonly children: (data: T) => ReactNode }) {
  const say = useWords(common);
  if (reading.data !== undefined) return <>{children(reading.data)}</>;
  if (!reading.error) return <Waiting />;
  if (reading.error.status === 404 || reading.error.status === 403) {
    return (
      <section className="bx-empty">
        <p>{say('notFound')}</p>
        <Link to="/inbox">{say('toInbox')}</Link>
      </section>
    );
  }
  return <ProblemPanel problem={reading.error} onRetry={() => void reading.refetch()} />;
}

/** A skeleton that appears only when waiting takes long enough to notice. */
export function Waiting() {
  const say = useWords(common);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={say('loading')} className="bx-waiting">
      {shown && <Skeleton active={false} paragraph={{ rows: 5 }} />}
    </div>
  );
}

export function MoreButton({ pages }: { readonly pages: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown } }) {
  const say = useWords(common);
  if (!pages.hasNextPage) return null;
  return (
    <Button size="large" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {say('more')}
    </Button>
  );
}

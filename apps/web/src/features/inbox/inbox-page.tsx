import { type Schemas } from '@binhxet/api-client';
import { Link, useSearchParams } from 'react-router';
import { useRead, usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { stepNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { inboxWords } from './inbox.words.js';
import { TaskCard } from './task-card.js';
import { useTaskTitle } from './task-link.js';

const TABS = ['mine', 'body', 'upcoming', 'done'] as const;
type Tab = (typeof TABS)[number];
const HEADINGS = ['NOW', 'OVERDUE', 'WEEK', 'LATER', 'NONE'] as const;

/** What must I do next, and who is waiting for me? */
export function InboxPage() {
  const say = useWords(inboxWords);
  const [params] = useSearchParams();
  const asked = params.get('tab');
  const tab: Tab = TABS.find((one) => one === asked) ?? 'mine';
  useTitle(say('title'));
  const pages = usePages('/api/v1/tasks', { query: { tab, limit: 50 } });
  const first = pages.pages[0];
  return (
    <>
      <h1>{say('title')}</h1>
      {first && <p className="bx-lead">{first.counts.overdue > 0 ? say('sentence', { n: first.counts.mine, m: first.counts.overdue }) : say('sentenceNone', { n: first.counts.mine })}</p>}
      <nav className="bx-tabs" aria-label={say('tabs')}>
        {TABS.map((one) => (
          <Link key={one} to={one === 'mine' ? '/inbox' : `/inbox?tab=${one}`} aria-current={one === tab ? 'page' : undefined}>
            {say(one)}
          </Link>
        ))}
      </nav>
      <Loaded reading={{ data: first, error: pages.error, refetch: pages.refetch }}>
        {(head) => (tab === 'upcoming' ? <Upcoming rows={head.upcoming} /> : <Tasks tab={tab} tasks={pages.pages.flatMap((page) => page.items)} />)}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

function Tasks({ tab, tasks }: { readonly tab: Tab; readonly tasks: readonly Schemas['Task'][] }) {
  const say = useWords(inboxWords);
  if (tasks.length === 0) return tab === 'mine' ? <NothingLeft /> : <p className="bx-empty">{say(tab === 'body' ? 'emptyBody' : 'emptyDone')}</p>;
  if (tab === 'done') {
    return (
      <ul className="bx-cards">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </ul>
    );
  }
  return HEADINGS.map((heading) => {
    const rows = tasks.filter((task) => task.heading === heading);
    if (rows.length === 0) return null;
    return (
      <section key={heading} aria-labelledby={`bx-${heading}`}>
        <h2 id={`bx-${heading}`}>{say(heading)}</h2>
        <ul className="bx-cards">
          {rows.map((task) => (
            <TaskCard key={task.id} task={task} />
          ))}
        </ul>
      </section>
    );
  });
}

/** The empty inbox says what comes next, if anything does. */
function NothingLeft() {
  const say = useWords(inboxWords);
  const title = useTaskTitle();
  const ahead = useRead('/api/v1/tasks', { query: { tab: 'upcoming' } });
  const next = ahead.data?.upcoming.filter((row) => row.expectedOn !== null).sort((a, b) => a.expectedOn!.localeCompare(b.expectedOn!))[0];
  return (
    <p className="bx-empty">
      {next ? say('emptyNext', { date: showDay(next.expectedOn!), task: title({ kind: next.kind, ratingYear: null, subject: null, organisation: next.organisation } as never) }) : say('empty')}
    </p>
  );
}

function Upcoming({ rows }: { readonly rows: readonly Schemas['UpcomingTask'][] }) {
  const say = useWords(inboxWords);
  const title = useTaskTitle();
  const step = useNames(stepNames);
  if (rows.length === 0) return <p className="bx-empty">{say('emptyUpcoming')}</p>;
  return (
    <ul className="bx-cards">
      {rows.map((row) => (
        <li key={`${row.cycleId}${row.organisation.code}${row.kind}`} className="bx-card">
          <h3>{title({ kind: row.kind, ratingYear: null, subject: null, organisation: row.organisation } as never)}</h3>
          <p className="bx-muted">
            {row.organisation.name} · {row.cycleId}
          </p>
          <p className="bx-row">
            {row.expectedOn && <span>{say('expected', { date: showDay(row.expectedOn) })}</span>}
            {row.waitsFor.length > 0 && <span>{say('waitsFor', { list: row.waitsFor.map((one) => `${step(one.kind)} (${one.outstanding})`) })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

import { Button, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { NOTICE_TEXTS } from '@binhxet/messages';
import { Link } from 'react-router';
import { pageOf } from '../../api/page-of.js';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-read.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { type Facts, fill, useLanguage, useWords } from '../../words/words.js';
import { notificationWords } from './notification.words.js';

type Notification = Schemas['Notification'];

export default function NotificationsPage() {
  const say = useWords(notificationWords);
  useTitle(say('title'));
  const pages = usePages('/api/v1/notifications', { query: { limit: 50 } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <h1>{say('title')}</h1>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {(head) => (
          <>
            <p className="bx-lead">{say('unread', { n: head.counts.unread })}</p>
            {rows.length === 0 ? (
              <p className="bx-empty">{say('empty')}</p>
            ) : (
              <ul className="bx-cards">
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

function Row({ row }: { readonly row: Notification }) {
  const say = useWords(notificationWords);
  const language = useLanguage();
  const act = useAct();
  const sentence = NOTICE_TEXTS[row.kind];
  const text = sentence ? fill(sentence[language], datesIn(row.facts)) : row.kind;
  const page = row.href && pageOf(row.href);
  const read = () => void act.run({ method: 'POST', href: `/api/v1/notifications/${row.id}/read` });
  return (
    <li className={`bx-card${row.readAt ? '' : ' bx-live'}`}>
      <p>
        {!row.readAt && <Tag color="processing">{say('new')}</Tag>} {text}
      </p>
      <p className="bx-row">
        <small className="bx-muted">{showInstant(row.createdAt)}</small>
        {page && (
          <Link className="bx-button bx-button-plain" to={page} onClick={row.readAt ? undefined : read}>
            {say('open')}
          </Link>
        )}
        {!row.readAt && (
          <Button size="large" loading={act.state === 'sending'} onClick={read}>
            {say('markRead')}
          </Button>
        )}
      </p>
    </li>
  );
}

const datesIn = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? showDay(value) : key === 'year' ? String(value) : value]));

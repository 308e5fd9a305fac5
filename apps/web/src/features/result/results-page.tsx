import { type Schemas } from '@binhxet/api-client';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded, Waiting } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useReviewState } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { LevelPath } from '../review/level-path.js';
import { resultWords } from './result.words.js';

// Opened by a few, loaded by them.
const FileAppealForm = lazy(() => import('../appeal/file-form.js').then((module) => ({ default: module.FileAppealForm })));
const Why = lazy(() => import('./why.js'));

type Own = Schemas['OwnReviews']['items'][number];

/** A notified result may be appealed against; one that is being looked at is not, twice. */
const FILES = ['NOTIFIED', 'CLOSED'];

/** Which level, why, and what it rests on. */
export default function ResultsPage() {
  const say = useWords(resultWords);
  useTitle(say('title'));
  const own = useRead('/api/v1/reviews', {});
  return (
    <>
      <h1>{say('title')}</h1>
      <Loaded reading={own}>{({ items }) => (items.length === 0 ? <p className="bx-empty">{say('none')}</p> : items.map((review) => <Result key={review.id} review={review} />))}</Loaded>
    </>
  );
}

function Result({ review }: { readonly review: Own }) {
  const say = useWords(resultWords);
  const stateOf = useReviewState();
  const levels = useLevelWords(review.cycleId);
  const [open, setOpen] = useState(false);
  const key = review.levels.decided ?? review.nonLevel;
  const year = String(review.ratingYear);
  return (
    <section className="bx-panel">
      <SimulatedBanner simulated={review.simulated} />
      <h2 style={{ marginTop: 0 }}>{key ? say('decided', { year, level: levels.label(review.subjectKind, key) }) : say('pending', { year })}</h2>
      <p className="bx-row">
        <LevelChip words={levels} subjectKind={review.subjectKind} level={review.levels.decided} nonLevel={review.nonLevel} long />
        <span className="bx-muted">
          {review.organisation.name} · {stateOf(review.subjectKind, review.state)}
        </span>
      </p>
      <LevelPath review={review} />
      <p>
        <Link to={`/reviews/${review.id}`}>{say('open')}</Link> · <Link to="/appeals">{say('appeals')}</Link>
      </p>
      {FILES.includes(review.state) && (
        <details>
          <summary>{say('file')}</summary>
          <Suspense fallback={<Waiting />}>
            <FileAppealForm reviewId={review.id} />
          </Suspense>
        </details>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('why')}</summary>
        {open && (
          <Suspense fallback={<Waiting />}>
            <Why id={review.id} />
          </Suspense>
        )}
      </details>
    </section>
  );
}

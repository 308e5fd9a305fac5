import { type Schemas } from '@binhxet/api-client';
import { useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { actionOf } from '../../ui/action-button.js';
import { showDue } from '../../ui/dates.js';
import { useRules } from '../../ui/level-chip.js';
import { Loaded } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { appealWords } from '../appeal/appeal.words.js';
import { FileAppealForm } from '../appeal/file-form.js';
import { useSession } from '../session/session.js';
import { PaperEditor } from './paper-editor.js';
import { reviewWords } from './review.words.js';
import { ReviewView } from './review-view.js';

/** A notified result may be appealed against. */
const FILES = ['NOTIFIED', 'CLOSED'];
const TITLES = { MEMBER: 'member', COLLECTIVE: 'collective', ORGANISATION: 'organisation' } as const;

/** One review: the author writes it, everybody else with a right to it reads it. */
export default function ReviewPage() {
  const { id = '' } = useParams();
  const review = useRead('/api/v1/reviews/{id}', { path: { id } });
  return <Loaded reading={review}>{(data) => <Shown key={data.id} review={data} />}</Loaded>;
}

function Shown({ review }: { readonly review: Schemas['Review'] }) {
  const say = useWords(reviewWords);
  const shared = useWords(common);
  const appeal = useWords(appealWords);
  const session = useSession();
  const rules = useRules(review.cycleId);
  const title = say(TITLES[review.subjectKind], { year: String(review.ratingYear) });
  useTitle(title, review.subject.name);
  const step = review.steps.find((one) => one.state === 'OPEN');
  const writable = actionOf(review.allowedActions, 'savePaper')?.allowed === true;
  return (
    <>
      <SimulatedBanner simulated={review.simulated} />
      <h1>{title}</h1>
      <p className="bx-lead">
        {review.subject.name} <span className="bx-muted">· {review.organisation.name}</span>
      </p>
      {step?.dueAt && <p>{shared('dueOn', { date: showDue(step.dueAt) })}</p>}
      {writable ? <Loaded reading={rules}>{(book) => <PaperEditor review={review} rules={book} />}</Loaded> : <Loaded reading={rules}>{(book) => <ReviewView review={review} rules={book} />}</Loaded>}
      {session.member && FILES.includes(review.state) && (
        <details>
          <summary>{appeal('file')}</summary>
          <FileAppealForm reviewId={review.id} />
        </details>
      )}
    </>
  );
}

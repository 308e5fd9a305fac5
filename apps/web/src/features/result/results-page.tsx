import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { Loaded, Waiting } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useReviewState } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { FileAppealForm } from '../appeal/file-form.js';
import { VerdictFormula } from '../meeting/verdict-formula.js';
import { LevelPath } from '../review/level-path.js';
import { ProofTree } from '../review/proof-tree.js';
import { resultWords } from './result.words.js';

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
          <FileAppealForm reviewId={review.id} />
        </details>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('why')}</summary>
        {open && <Why id={review.id} />}
      </details>
    </section>
  );
}

/** Vote by vote, decision by decision, with formula and clause. */
function Why({ id }: { readonly id: string }) {
  const say = useWords(resultWords);
  const review = useRead('/api/v1/reviews/{id}', { path: { id } });
  const levels = useLevelWords(review.data?.cycleId);
  if (!review.data) return <Waiting />;
  const { votes, decisions, subjectKind, years } = review.data;
  return (
    <>
      {votes.length === 0 && <p>{say('noVote')}</p>}
      {votes.map((vote) => (
        <section key={vote.ballotId}>
          <h3>{say('vote', { organisation: vote.organisation.name, date: showDay(vote.heldOn) })}</h3>
          <p className="bx-row">
            {vote.votes.map((n, index) => (
              <span key={index}>{say('counts', { level: levels.short(subjectKind, (index + 1) as Rank), n })}</span>
            ))}
            <LevelChip words={levels} subjectKind={subjectKind} level={vote.verdict} />
          </p>
          <VerdictFormula proof={vote.proof as never} label={(level) => levels.short(subjectKind, level)} />
        </section>
      ))}
      {decisions.map((decision) => (
        <p key={decision.decisionId}>
          {say('by', { number: decision.number, date: showDay(decision.decidedOn), organisation: decision.organisation.name })}: <LevelChip words={levels} subjectKind={subjectKind} level={decision.level} nonLevel={decision.nonLevel} />
          {decision.reason && <span> {say('reason', { reason: decision.reason })}</span>}
        </p>
      ))}
      <ProofTree explanation={review.data.explanation} />
      {years.length > 0 && (
        <div className="bx-scroll">
          <table className="bx-table">
            <caption>{say('earlier')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('year')}</th>
                <th scope="col">{say('level')}</th>
                <th scope="col">{say('pack')}</th>
                <th scope="col">{say('decision')}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((row) => (
                <tr key={`${row.year}${row.state}`}>
                  <th scope="row">{row.year}</th>
                  <td>
                    {row.label ?? '–'}
                    {row.state !== 'VALID' && (
                      <small className="bx-muted">
                        {' '}
                        ({say(row.state === 'CANCELLED' ? 'cancelled' : 'corrected')}
                        {row.cancelledReason && `: ${row.cancelledReason}`})
                      </small>
                    )}
                  </td>
                  <td>{row.packId}</td>
                  <td>{row.decisionNumber ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { Waiting } from '../../ui/loaded.js';
import { useWords } from '../../words/words.js';
import { VerdictFormula } from '../meeting/verdict-formula.js';
import { ProofTree } from '../review/proof-tree.js';
import { resultWords } from './result.words.js';

/** Vote by vote, decision by decision, with formula and clause. */
export default function Why({ id }: { readonly id: string }) {
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

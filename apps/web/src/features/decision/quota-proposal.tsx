import { type Schemas } from '@binhxet/api-client';
import { useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';

type Proposal = Schemas['QuotaProposal'];
type Candidate = Schemas['QuotaCandidate'];

/** What would mend a breach: one smallest set, and who could stand in for whom. Nothing happens by itself. */
export function QuotaProposals({ proposals }: { readonly proposals: Schemas['QuotaProposals'] }) {
  const say = useWords(decisionWords);
  const { toPass, toHold } = proposals;
  if (!toPass && !toHold) return null;
  const same = toPass !== null && toHold !== null && toPass.changes.length === toHold.changes.length;
  return (
    <section aria-labelledby="quota-proposal">
      <h2 id="quota-proposal">{say('proposal')}</h2>
      <p>{say('proposalLead')}</p>
      {toPass && <OneProposal title={say(same ? 'toBoth' : 'toPass', { n: toPass.changes.length })} proposal={toPass} />}
      {toHold && !same && <OneProposal title={say('toHold', { n: toHold.changes.length })} proposal={toHold} />}
    </section>
  );
}

function OneProposal({ title, proposal }: { readonly title: string; readonly proposal: Proposal }) {
  const say = useWords(decisionWords);
  return (
    <details>
      <summary>{title}</summary>
      {proposal.shortages.map(({ group, missing }) => (
        <p key={group} className="bx-wrong">
          {say('shortage', { n: missing })}
        </p>
      ))}
      {!proposal.smallest && <p className="bx-muted">{say('notProven')}</p>}
      <p className="bx-muted">{say('alternatives', { n: proposal.alternatives })}</p>
      {proposal.pools.map((pool, index) => (
        <Pool key={index} caption={say('pool', { n: pool.lower, of: pool.candidates.length })} pool={pool} />
      ))}
    </details>
  );
}

function Pool({ caption, pool }: { readonly caption: string; readonly pool: Proposal['pools'][number] }) {
  const say = useWords(decisionWords);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="bx-stick">
              {say('subject')}
            </th>
            <th scope="col" className="bx-num">
              {say('points')}
            </th>
            <th scope="col" className="bx-num">
              {say('topVotes')}
            </th>
            <th scope="col">{say('last')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {pool.candidates.map((candidate, place) => (
            <tr key={candidate.reviewId}>
              <th scope="row" className="bx-stick">
                {candidate.subject.name}
              </th>
              <td className="bx-num">{pointsOf(candidate)}</td>
              <td className="bx-num">{candidate.votes ? `${candidate.votes.top} / ${candidate.votes.of}` : '–'}</td>
              <td>{candidate.lastYear ? say('rank', { n: candidate.lastYear }) : '–'}</td>
              <td>{say(place < pool.lower ? 'suggested' : 'instead')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hundredths of a point, as people write them. */
function pointsOf({ points }: Candidate): string {
  if (points === null) return '–';
  const [whole, rest] = [Math.floor(points / 100), points % 100];
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0')}`;
}

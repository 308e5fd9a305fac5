import { type Schemas } from '@binhxet/api-client';
import { showPerMille } from '../../ui/dates.js';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

const RANKS = [1, 2, 3, 4] as const;
interface Test {
  readonly level: Rank;
  readonly own: number;
  readonly formula: { readonly votes: number; readonly of: number; readonly sharePerMille: number | null; readonly comparator: '>' | '>='; readonly num: number; readonly den: number; readonly holds: boolean };
}
interface Proof {
  readonly clause?: string;
  readonly tests?: readonly Test[];
}

/** Votes by level with the verdict and, on request, the formula behind it. */
export function TallyTable({ ballot, cycleId }: { readonly ballot: Pick<Schemas['Ballot'], 'subjects' | 'tally' | 'totals'>; readonly cycleId: string }) {
  const say = useWords(meetingWords);
  const levels = useLevelWords(cycleId);
  const kind = ballot.subjects[0]?.subjectKind ?? 'MEMBER';
  const { totals } = ballot;
  return (
    <>
      {totals && (
        <p className="bx-row">
          {(['distributed', 'returned', 'valid', 'invalid'] as const).map((key) => (
            <span key={key}>
              {say(key)}: <strong>{totals[key]}</strong>
            </span>
          ))}
        </p>
      )}
      <div className="bx-scroll">
        <table className="bx-table">
          <caption>{say('tally')}</caption>
          <thead>
            <tr>
              <th scope="col" className="bx-stick">
                {say('subject')}
              </th>
              {RANKS.map((rank) => (
                <th key={rank} scope="col" className="bx-num">
                  {levels.short(kind, rank)}
                </th>
              ))}
              <th scope="col" className="bx-num">
                {say('blank')}
              </th>
              <th scope="col" className="bx-num">
                {say('invalidRow')}
              </th>
              <th scope="col">{say('verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {ballot.subjects.map((subject) => {
              const row = ballot.tally.find((one) => one.reviewId === subject.reviewId);
              return (
                row && (
                  <tr key={subject.reviewId}>
                    <th scope="row" className="bx-stick">
                      {subject.name}
                    </th>
                    {row.votes.map((votes, index) => (
                      <td key={index} className="bx-num">
                        {votes}
                      </td>
                    ))}
                    <td className="bx-num">{row.blank}</td>
                    <td className="bx-num">{row.invalid}</td>
                    <td>
                      {row.verdict ? <LevelChip words={levels} subjectKind={subject.subjectKind} level={row.verdict} /> : say('noMajority')}
                      <VerdictFormula proof={row.proof as Proof | null} label={(level) => levels.short(subject.subjectKind, level)} />
                    </td>
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** "7/12 = 58,3 % > 1/2" for every level that was tried, and the clause. */
export function VerdictFormula({ proof, label }: { readonly proof: Proof | null; readonly label: (level: Rank) => string }) {
  const say = useWords(meetingWords);
  if (!proof?.tests?.length) return null;
  return (
    <details>
      <summary>{say('why')}</summary>
      <ul className="bx-plain-list">
        {proof.tests.map(({ level, own, formula }) => (
          <li key={level} className={formula.holds ? 'bx-right' : ''}>
            {say('formula', { level: label(level), votes: formula.votes, of: formula.of, share: showPerMille(formula.sharePerMille), sign: formula.holds ? formula.comparator.replace('>=', '≥') : formula.comparator === '>' ? '≤' : '<', num: formula.num, den: formula.den })}
            {own !== formula.votes && ` (${say('own')}: ${own}, ${say('cumulative')})`}
          </li>
        ))}
      </ul>
      {proof.clause && <small className="bx-muted">{proof.clause}</small>}
    </details>
  );
}

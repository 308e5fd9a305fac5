import { type Schemas } from '@binhxet/api-client';
import { showPerMille } from '../../ui/dates.js';
import { useNames, useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';
import { outcomeNames, personWords } from './person.words.js';

type Verdict = NonNullable<Schemas['PersonBallot']['result']>['persons'][number];

export interface PersonResultRow {
  readonly personId: string;
  readonly name: string;
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
  readonly outcome: string | null;
  readonly level: number | null;
  readonly shares: Verdict['shares'];
}

interface Props {
  /** Words of the levels of confidence; null in an election. */
  readonly levels: readonly string[] | null;
  readonly totals: Schemas['PersonBallot']['totals'];
  readonly countedBody: number | null;
  readonly clause: string | null;
  readonly rows: readonly PersonResultRow[];
}

/** Votes on each person with shares of those counted, the result, and the comparison behind it. */
export function PersonResult({ levels, totals, countedBody, clause, rows }: Props) {
  const say = useWords(personWords);
  const sheet = useWords(meetingWords);
  const outcome = useNames(outcomeNames);
  const open = rows.some((row) => row.outcome === 'UNCONFIRMED');
  return (
    <>
      {totals && (
        <p className="bx-row">
          {(['distributed', 'returned', 'valid', 'invalid'] as const).map((key) => (
            <span key={key}>
              {sheet(key)}: <strong>{totals[key]}</strong>
            </span>
          ))}
        </p>
      )}
      <div className="bx-scroll">
        <table className="bx-table">
          <caption>{sheet('tally')}</caption>
          <thead>
            <tr>
              <th scope="col" className="bx-stick">
                {say('person')}
              </th>
              {(levels ?? [say('votes')]).map((word) => (
                <th key={word} scope="col" className="bx-num">
                  {word}
                </th>
              ))}
              <th scope="col" className="bx-num">
                {sheet('blank')}
              </th>
              <th scope="col" className="bx-num">
                {sheet('invalidRow')}
              </th>
              <th scope="col">{say('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row" className="bx-stick">
                  {row.name}
                </th>
                {row.votes.map((votes, at) => (
                  <td key={at} className="bx-num">
                    {votes}
                    <br />
                    <small className="bx-muted">{showPerMille(row.shares[at]?.sharePerMille ?? null)}</small>
                  </td>
                ))}
                <td className="bx-num">{row.blank}</td>
                <td className="bx-num">{row.invalid}</td>
                <td>
                  {row.outcome && outcome(row.outcome)}
                  {row.level !== null && levels && `: ${levels[row.level - 1] ?? ''}`}
                  {row.shares.map(({ choice, formula }) => formula && <small key={choice} className={`bx-formula ${formula.holds ? 'bx-right' : 'bx-muted'}`}>{` ${say('formula', { votes: formula.votes, of: formula.of, share: showPerMille(formula.sharePerMille), sign: formula.holds ? formula.comparator.replace('>=', '≥') : formula.comparator === '>' ? '≤' : '<', num: formula.num, den: formula.den })}`}</small>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="bx-muted">
        {countedBody !== null && say('base', { n: countedBody })}
        {open && ` · ${say('majorityOpen')}`}
        {clause && ` · ${clause}`}
      </p>
    </>
  );
}

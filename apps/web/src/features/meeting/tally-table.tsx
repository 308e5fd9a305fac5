import { type Schemas } from '@binhxet/api-client';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';
import { useSubjectName } from './subject-name.js';
import { type Proof, VerdictFormula } from './verdict-formula.js';

/** Votes by level with the verdict and, on request, the formula behind it. */
export function TallyTable({ ballot, cycleId }: { readonly ballot: Pick<Schemas['Ballot'], 'subjects' | 'tally' | 'totals'>; readonly cycleId: string }) {
  const say = useWords(meetingWords);
  const nameOf = useSubjectName();
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
              {levels.ranks.map((rank) => (
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
                      {nameOf(subject)}
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

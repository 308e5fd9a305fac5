import { type Schemas } from '@binhxet/api-client';
import { Link } from 'react-router';
import { LevelChip } from '../../ui/level-chip.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { simulationWords } from './simulation.words.js';
import { type TwoLadders } from './simulation-result.js';

type Row = Schemas['SimulatedRow'];

/** Who would have another level, and the sentences that say why. */
export function SimulatedRows({ rows, more, ladders }: { readonly rows: readonly Row[]; readonly more: number; readonly ladders: TwoLadders }) {
  const say = useWords(simulationWords);
  const kind = useNames(subjectKinds);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{say('rows')}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col" className="bx-stick">
                {say('subject')}
              </th>
              <th scope="col">{say('place')}</th>
              <th scope="col">{say('before')}</th>
              <th scope="col">{say('after')}</th>
              <th scope="col">{say('why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.reviewId}>
                <th scope="row" className="bx-stick">
                  {row.subject.name}
                  <br />
                  <small className="bx-muted">{kind(row.subjectKind)}</small>
                </th>
                <td>{row.organisation.name}</td>
                <td>
                  <LevelChip words={ladders.own} subjectKind={row.subjectKind} level={row.level} />
                </td>
                <td>
                  <LevelChip words={ladders.tried} subjectKind={row.subjectKind} level={row.simulated} />
                </td>
                <td style={{ minWidth: '18rem' }}>
                  <Why row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{say('more', { n: more })}</p>}
    </>
  );
}

function Why({ row }: { readonly row: Row }) {
  const say = useWords(simulationWords);
  return (
    <>
      {row.because.map((gate) => (
        <p key={gate.gate}>
          {say(gate.requires ? 'notMet' : 'applies', { label: gate.label })} <small className="bx-muted">{say('clause', { clause: gate.clause })}</small>
        </p>
      ))}
      {row.because.length === 0 && <p>{say(row.simulated < row.level ? 'risesToVote' : 'follows')}</p>}
      {row.unknown > 0 && <p className="bx-muted">{say('gatesUnknown', { n: row.unknown })}</p>}
      <Link to={`/reviews/${row.reviewId}`}>{say('proof')}</Link>
    </>
  );
}

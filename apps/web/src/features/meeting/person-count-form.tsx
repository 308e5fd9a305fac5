import { Alert, Button } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { askedIn, bodyOf, isWhole, rowSum, type Sheet, total, TOTALS } from './count-sheet.js';
import { meetingWords } from './meeting.words.js';
import { personWords } from './person.words.js';

/** A teller's own totals of a ballot about persons; a recount asks for the whole sheet again. */
export function PersonCountForm({ ballot, action }: { readonly ballot: Schemas['PersonBallot']; readonly action: AllowedAction }) {
  const say = useWords(personWords);
  const sheetWords = useWords(meetingWords);
  const choices = ballot.levels ?? [say('votes')];
  const subjects = ballot.persons.map((person) => ({ reviewId: person.memberId, name: person.fullName }));
  const act = useAct();
  const [sheet, setSheet] = useState<Sheet>(() => ({ distributed: '', returned: '', valid: '', invalid: '', rows: Object.fromEntries(subjects.map(({ reviewId }) => [reviewId, { votes: choices.map(() => ''), blank: '', invalid: '0' }])) }));
  const whole = bodyOf(sheet, subjects);
  const body = { ...whole, rows: whole.rows.map(({ reviewId, ...row }) => ({ memberId: reviewId, ...row })) };
  const valid = total(sheet.valid);
  const adds = total(sheet.returned) === valid + total(sheet.invalid);
  const wrong = new Set(act.problem?.errors.map((error) => error.pointer));
  const setRow = (id: string, part: Partial<Sheet['rows'][string]>) => setSheet({ ...sheet, rows: { ...sheet.rows, [id]: { ...sheet.rows[id]!, ...part } } });
  const cell = (pointer: string, label: string, value: string, onChange: (text: string) => void) => (
    <input
      id={`${ballot.id}${pointer}`}
      className="bx-number"
      inputMode="numeric"
      pattern="[0-9]*"
      autoComplete="off"
      aria-label={label}
      aria-invalid={[...wrong].some((one) => one === pointer || pointer.startsWith(`${one}/`)) || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body });
      }}
    >
      <h4>{sheetWords('count')}</h4>
      <p>{sheetWords('countLead')}</p>
      {ballot.recount && <Alert type="warning" showIcon title={say('recount', { names: differing(ballot, say('totalsDiffer')) })} />}
      <div className="bx-row">
        {TOTALS.map((key) => (
          <label key={key}>
            {sheetWords(key)}
            <br />
            {cell(`/${key}`, sheetWords(key), sheet[key], (text) => setSheet({ ...sheet, [key]: text }))}
          </label>
        ))}
      </div>
      <p role="status" className={adds ? 'bx-right' : 'bx-wrong'}>
        {sheetWords(adds ? 'sheetSum' : 'sheetOff', { returned: sheet.returned || 0, valid: sheet.valid || 0, invalid: sheet.invalid || 0 })}
      </p>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th className="bx-stick" scope="col">
                {say('person')}
              </th>
              {choices.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
              <th scope="col">{sheetWords('blank')}</th>
              <th scope="col">{sheetWords('invalidRow')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ reviewId, name }, index) => {
              const row = sheet.rows[reviewId]!;
              const sum = rowSum(row);
              const at = `/rows/${index}`;
              return (
                <tr key={reviewId}>
                  <th className="bx-stick" scope="row">
                    {name}
                  </th>
                  {choices.map((word, place) => (
                    <td key={word}>{cell(`${at}/votes/${place}`, `${name}: ${word}`, row.votes[place]!, (text) => setRow(reviewId, { votes: row.votes.map((old, other) => (other === place ? text : old)) }))}</td>
                  ))}
                  <td>{cell(`${at}/blank`, `${name}: ${sheetWords('blank')}`, row.blank, (text) => setRow(reviewId, { blank: text }))}</td>
                  <td>{cell(`${at}/invalid`, `${name}: ${sheetWords('invalidRow')}`, row.invalid, (text) => setRow(reviewId, { invalid: text }))}</td>
                  <td className={sum === valid ? 'bx-right' : 'bx-wrong'}>{sheetWords(sum === valid ? 'rowSum' : 'rowOff', { sum: Number.isNaN(sum) ? '?' : sum, valid })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div>
        <Button size="large" type="primary" htmlType="submit" disabled={!isWhole(whole)} loading={act.state === 'sending'}>
          {sheetWords('enter')}
        </Button>
      </div>
      <ActStatus act={act} done={sheetWords('enteredDone')} />
    </form>
  );
}

function differing(ballot: Schemas['PersonBallot'], totals: string): string {
  const asked = askedIn(ballot.recount ?? []);
  return [...(asked.totals ? [totals] : []), ...ballot.persons.filter((person) => asked.reviewIds.has(person.memberId)).map((person) => person.fullName)].join(', ');
}

import { Alert, Button } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { type KeyboardEvent, useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { ranksOfBallot } from '../../ui/ranks.js';
import { useWords } from '../../words/words.js';
import { askedIn, bodyOf, isWhole, rowSum, sheetFor, type Sheet, total, TOTALS } from './count-sheet.js';
import { meetingWords } from './meeting.words.js';
import { useSubjectName } from './subject-name.js';

type Props = { readonly ballot: Schemas['Ballot']; readonly action: AllowedAction; readonly cycleId: string };

/** A teller's own totals, shaped like the paper form; each row says whether it adds up. */
export function CountForm({ ballot, action, cycleId }: Props) {
  const say = useWords(meetingWords);
  const nameOf = useSubjectName();
  const levels = useLevelWords(cycleId);
  const ranks = ranksOfBallot(ballot);
  const act = useAct();
  const [sheet, setSheet] = useState<Sheet>(() => sheetFor(ballot));
  const asked = ballot.recount && askedIn(ballot.recount);
  const body = bodyOf(sheet, ballot.subjects);
  const errors = new Set(act.problem?.errors.map((error) => error.pointer));
  const wrong = (pointer: string) => [...errors].some((one) => one === pointer || pointer.startsWith(`${one}/`));
  const valid = total(sheet.valid);
  const fieldOf = (pointer: string) => {
    const [, place, index, ...rest] = pointer.split('/');
    if (place && (TOTALS as readonly string[]).includes(place)) return { id: `${ballot.id}${pointer}`, label: say(place as (typeof TOTALS)[number]) };
    const subject = place === 'rows' && index !== undefined ? ballot.subjects[Number(index)] : undefined;
    return subject ? { id: `${ballot.id}/rows/${index}/${rest.length === 2 ? rest.join('/') : 'votes/0'}`, label: nameOf(subject) } : null;
  };
  const setRow = (reviewId: string, part: Partial<Sheet['rows'][string]>) => setSheet({ ...sheet, rows: { ...sheet.rows, [reviewId]: { ...sheet.rows[reviewId]!, ...part } } });
  const cell = (pointer: string, label: string, value: string, locked: boolean, onChange: (text: string) => void) => (
    <input
      id={`${ballot.id}${pointer}`}
      className="bx-number"
      inputMode="numeric"
      pattern="[0-9]*"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong(pointer) || undefined}
      readOnly={locked}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <form
      className="bx-panel"
      onKeyDown={nextCell}
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ method: action.method, href: action.href, body });
      }}
    >
      <h4>{say('count')}</h4>
      <p>{say('countLead')}</p>
      {ballot.recount && <Alert type="warning" showIcon title={say('recount')} />}
      <div className="bx-row">
        {TOTALS.map((key) => (
          <label key={key}>
            {say(key)}
            <br />
            {cell(`/${key}`, say(key), sheet[key], asked !== null && !asked.totals, (text) => setSheet({ ...sheet, [key]: text }))}
          </label>
        ))}
      </div>
      <p role="status" className={total(sheet.returned) === valid + total(sheet.invalid) ? 'bx-right' : 'bx-wrong'}>
        {say(total(sheet.returned) === valid + total(sheet.invalid) ? 'sheetSum' : 'sheetOff', { returned: sheet.returned || 0, valid: sheet.valid || 0, invalid: sheet.invalid || 0 })}
      </p>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th className="bx-stick" scope="col">
                {say('subject')}
              </th>
              {ranks.map((rank) => (
                <th key={rank} scope="col">
                  <LevelChip words={levels} subjectKind={ballot.subjects[0]?.subjectKind ?? 'MEMBER'} level={rank} />
                </th>
              ))}
              <th scope="col">{say('blank')}</th>
              <th scope="col">{say('invalidRow')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {ballot.subjects.map((subject, index) => {
              const row = sheet.rows[subject.reviewId]!;
              const locked = asked !== null && !asked.reviewIds.has(subject.reviewId);
              const sum = rowSum(row);
              const at = `/rows/${index}`;
              return (
                <tr key={subject.reviewId}>
                  <th className="bx-stick" scope="row">
                    {nameOf(subject)}
                  </th>
                  {ranks.map((rank, place) => (
                    <td key={rank}>
                      {cell(`${at}/votes/${place}`, `${nameOf(subject)}: ${levels.label(subject.subjectKind, rank)}`, row.votes[place]!, locked, (text) => setRow(subject.reviewId, { votes: row.votes.map((old, other) => (other === place ? text : old)) }))}
                    </td>
                  ))}
                  <td>{cell(`${at}/blank`, `${nameOf(subject)}: ${say('blank')}`, row.blank, locked, (text) => setRow(subject.reviewId, { blank: text }))}</td>
                  <td>{cell(`${at}/invalid`, `${nameOf(subject)}: ${say('invalidRow')}`, row.invalid, locked, (text) => setRow(subject.reviewId, { invalid: text }))}</td>
                  <td className={sum === valid ? 'bx-right' : 'bx-wrong'}>{say(sum === valid ? 'rowSum' : 'rowOff', { sum: Number.isNaN(sum) ? '?' : sum, valid })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div>
        <Button size="large" type="primary" htmlType="submit" disabled={!isWhole(body)} loading={act.state === 'sending'}>
          {say('enter')}
        </Button>
      </div>
      <ActStatus act={act} done={say('enteredDone')} fieldOf={fieldOf} />
    </form>
  );
}

/** Enter goes to the next field, as tellers expect of a column of figures; the last one sends. */
function nextCell(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not([readonly])')];
  const next = cells[cells.indexOf(event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

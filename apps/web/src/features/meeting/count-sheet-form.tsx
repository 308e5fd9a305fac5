import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode } from 'react';
import { type useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { isWhole, rowSum, type Sheet, type SheetBody, total, TOTALS } from './count-sheet.js';
import { meetingWords } from './meeting.words.js';

export interface SheetLine {
  /** Key of its row on the sheet. */
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
}
export interface SheetColumn {
  readonly key: string | number;
  readonly head: ReactNode;
  /** The same in words, for the cell of a line. */
  readonly label: (line: SheetLine, index: number) => string;
}

interface Props {
  readonly ballotId: string;
  readonly action: AllowedAction;
  readonly act: ReturnType<typeof useAct>;
  readonly sheet: Sheet;
  readonly onChange: (sheet: Sheet) => void;
  readonly lineHead: string;
  readonly lines: readonly SheetLine[];
  readonly columns: readonly SheetColumn[];
  readonly totalsLocked: boolean;
  /** The sheet as numbers; whether it is complete decides if it may be sent. */
  readonly whole: SheetBody;
  /** What is sent. */
  readonly body: object;
  /** Above the figures: why they are asked for again. */
  readonly note: ReactNode;
}

/** A teller's own totals, shaped like the paper form; each row says whether it adds up. */
export function CountSheetForm({ ballotId, action, act, sheet, onChange, lineHead, lines, columns, totalsLocked, whole, body, note }: Props) {
  const say = useWords(meetingWords);
  const errors = [...new Set(act.problem?.errors.map((error) => error.pointer))];
  const wrong = (pointer: string) => errors.some((one) => one === pointer || pointer.startsWith(`${one}/`));
  const valid = total(sheet.valid);
  const adds = total(sheet.returned) === valid + total(sheet.invalid);
  const fieldOf = (pointer: string) => {
    const [, place, index, ...rest] = pointer.split('/');
    if (place && (TOTALS as readonly string[]).includes(place)) return { id: `${ballotId}${pointer}`, label: say(place as (typeof TOTALS)[number]) };
    const line = place === 'rows' && index !== undefined ? lines[Number(index)] : undefined;
    return line ? { id: `${ballotId}/rows/${index}/${rest.length === 2 ? rest.join('/') : 'votes/0'}`, label: line.name } : null;
  };
  const setRow = (id: string, part: Partial<Sheet['rows'][string]>) => onChange({ ...sheet, rows: { ...sheet.rows, [id]: { ...sheet.rows[id]!, ...part } } });
  const cell = (pointer: string, label: string, value: string, locked: boolean, onText: (text: string) => void) => (
    <input
      id={`${ballotId}${pointer}`}
      className="bx-number"
      inputMode="numeric"
      pattern="[0-9]*"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong(pointer) || undefined}
      readOnly={locked}
      value={value}
      onChange={(event) => onText(event.target.value)}
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
      {note}
      <div className="bx-row">
        {TOTALS.map((key) => (
          <label key={key}>
            {say(key)}
            <br />
            {cell(`/${key}`, say(key), sheet[key], totalsLocked, (text) => onChange({ ...sheet, [key]: text }))}
          </label>
        ))}
      </div>
      <p role="status" className={adds ? 'bx-right' : 'bx-wrong'}>
        {say(adds ? 'sheetSum' : 'sheetOff', { returned: sheet.returned || 0, valid: sheet.valid || 0, invalid: sheet.invalid || 0 })}
      </p>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th className="bx-stick" scope="col">
                {lineHead}
              </th>
              {columns.map(({ key, head }) => (
                <th key={key} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">{say('blank')}</th>
              <th scope="col">{say('invalidRow')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const row = sheet.rows[line.id]!;
              const sum = rowSum(row);
              const at = `/rows/${index}`;
              return (
                <tr key={line.id}>
                  <th className="bx-stick" scope="row">
                    {line.name}
                  </th>
                  {columns.map(({ key, label }, place) => (
                    <td key={key}>{cell(`${at}/votes/${place}`, label(line, index), row.votes[place]!, line.locked, (text) => setRow(line.id, { votes: row.votes.map((old, other) => (other === place ? text : old)) }))}</td>
                  ))}
                  <td>{cell(`${at}/blank`, `${line.name}: ${say('blank')}`, row.blank, line.locked, (text) => setRow(line.id, { blank: text }))}</td>
                  <td>{cell(`${at}/invalid`, `${line.name}: ${say('invalidRow')}`, row.invalid, line.locked, (text) => setRow(line.id, { invalid: text }))}</td>
                  <td className={sum === valid ? 'bx-right' : 'bx-wrong'}>{say(sum === valid ? 'rowSum' : 'rowOff', { sum: Number.isNaN(sum) ? '?' : sum, valid })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div>
        <Button size="large" type="primary" htmlType="submit" disabled={!isWhole(whole)} loading={act.state === 'sending'}>
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

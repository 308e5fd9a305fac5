import { type Schemas } from '@binhxet/api-client';
import { Input } from 'antd';
import { type Problem } from '../../api/problem.js';
import { Field } from '../../ui/field.js';
import { useNames, useWords } from '../../words/words.js';
import { newReading, rationalOf, type TargetDraft } from './drafts.js';
import { resolutionWords } from './resolution.words.js';
import { SetFields } from './set-fields.js';

const OPERATORS: readonly TargetDraft['operator'][] = ['>', '>=', '=', '<=', 'between', 'none'];
const PERIODS: readonly TargetDraft['period'][] = ['YEAR', 'MID_YEAR', 'TERM'];
export const MARKS: readonly TargetDraft['mark'][] = ['V', 'V/S', 'S', 'I', 'M', 'UNKNOWN'];

/** Texts that are no number although the comparison needs one. */
export const unreadable = (target: TargetDraft): readonly ('value' | 'upper')[] => [
  ...(target.operator !== 'none' && rationalOf(target.value) === null ? (['value'] as const) : []),
  ...(target.operator === 'between' && rationalOf(target.upper) === null ? (['upper'] as const) : []),
];

/** One target: its words, what it asks for, and every way to read it. @param checked the form was sent once: show what cannot be read */
export function TargetFields({ at, target, packs, problem, checked, onChange }: { readonly at: number; readonly target: TargetDraft; readonly packs: readonly Schemas['RuleFileSummary'][]; readonly problem: Problem | null; readonly checked: boolean; readonly onChange: (next: TargetDraft) => void }) {
  const say = useWords(resolutionWords);
  const name = useNames(resolutionWords);
  const here = `/targets/${at}`;
  const id = `target-${at}`;
  const set = (key: keyof TargetDraft) => (event: { target: { value: string } }) => onChange({ ...target, [key]: event.target.value });
  const wrong = checked ? unreadable(target) : [];
  const options = (codes: readonly string[]) =>
    codes.map((one) => (
      <option key={one} value={one}>
        {name(one)}
      </option>
    ));
  return (
    <fieldset className="bx-card">
      <legend>
        <strong>{say('target', { n: at + 1 })}</strong>
      </legend>
      <Field id={`${id}-code`} label={say('code')} problem={problem} pointer={`${here}/code`}>
        {(field) => <input {...field} className="bx-input" required maxLength={12} pattern="[A-Za-z0-9.]+" value={target.code} onChange={set('code')} />}
      </Field>
      <Field id={`${id}-wording`} label={say('wording')} problem={problem} pointer={`${here}/wording`}>
        {(field) => <Input.TextArea {...field} required autoSize={{ minRows: 2 }} maxLength={1000} value={target.wording} onChange={set('wording')} />}
      </Field>
      <div className="bx-grid">
        <Field id={`${id}-operator`} label={say('operator')} problem={problem} pointer={`${here}/operator`}>
          {(field) => (
            <select {...field} className="bx-input" value={target.operator} onChange={set('operator')}>
              {options(OPERATORS)}
            </select>
          )}
        </Field>
        {(['value', 'upper'] as const).map(
          (key) =>
            (key === 'value' ? target.operator !== 'none' : target.operator === 'between') && (
              <Field key={key} id={`${id}-${key}`} label={say(key)} hint={say('numberHint')} problem={problem} pointer={`${here}/${key}`}>
                {(field) => (
                  <>
                    <input {...field} className="bx-input" inputMode="decimal" required maxLength={14} value={target[key]} onChange={set(key)} {...(wrong.includes(key) && { 'aria-invalid': true })} />
                    {wrong.includes(key) && <small className="bx-wrong">{say('numberWrong')}</small>}
                  </>
                )}
              </Field>
            ),
        )}
        <Field id={`${id}-unit`} label={say('measure')} problem={problem} pointer={`${here}/unit`}>
          {(field) => (
            <select {...field} className="bx-input" value={target.unit} onChange={set('unit')}>
              {options(['PERCENT', 'COUNT'])}
            </select>
          )}
        </Field>
        <Field id={`${id}-period`} label={say('period')} problem={problem} pointer={`${here}/period`}>
          {(field) => (
            <select {...field} className="bx-input" value={target.period} onChange={set('period')}>
              {options(PERIODS)}
            </select>
          )}
        </Field>
        {(['fromYear', 'toYear'] as const).map((key) => (
          <Field key={key} id={`${id}-${key}`} label={say(key)} problem={problem} pointer={`${here}/${key}`}>
            {(field) => <input {...field} className="bx-input" type="number" min={1930} max={2199} required value={target[key]} onChange={set(key)} />}
          </Field>
        ))}
        <Field id={`${id}-label`} label={say('label')} problem={problem} pointer={`${here}/label`}>
          {(field) => <input {...field} className="bx-input" maxLength={200} value={target.label} onChange={set('label')} />}
        </Field>
        <Field id={`${id}-packOfLabel`} label={say('packOfLabel')} problem={problem} pointer={`${here}/packOfLabel`}>
          {(field) => (
            <select {...field} className="bx-input" value={target.packOfLabel} onChange={set('packOfLabel')}>
              <option value="">{say('rankItself')}</option>
              {packs.map((pack) => (
                <option key={pack.id} value={pack.id}>
                  {pack.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id={`${id}-mark`} label={say('mark')} problem={problem} pointer={`${here}/mark`}>
          {(field) => (
            <select {...field} className="bx-input" value={target.mark} onChange={set('mark')}>
              {options(MARKS)}
            </select>
          )}
        </Field>
      </div>
      {target.readings.map((reading, n) => {
        const change = (next: Partial<typeof reading>) => onChange({ ...target, readings: target.readings.map((old, other) => (other === n ? { ...old, ...next } : old)) });
        return (
          <fieldset key={n} className="bx-panel">
            <legend>{say('reading', { n: n + 1 })}</legend>
            <SetFields id={`${id}-numerator-${n}`} title={say('numerator')} pointer={`${here}/readings/${n}/numerator`} value={reading.numerator} problem={problem} onChange={(numerator) => change({ numerator })} />
            {target.unit === 'PERCENT' && <SetFields id={`${id}-denominator-${n}`} title={say('denominator')} pointer={`${here}/readings/${n}/denominator`} value={reading.denominator} problem={problem} onChange={(denominator) => change({ denominator })} />}
            <label>
              {say('mark')}
              <select className="bx-input" value={reading.mark} onChange={(event) => change({ mark: event.target.value as TargetDraft['mark'] })}>
                {options(MARKS)}
              </select>
            </label>
            <label>
              {say('note')}
              <input className="bx-input" maxLength={500} value={reading.note} onChange={(event) => change({ note: event.target.value })} />
            </label>
          </fieldset>
        );
      })}
      <div className="bx-row">
        <button type="button" className="bx-button bx-button-plain" onClick={() => onChange({ ...target, readings: [...target.readings, newReading()] })}>
          {say('addReading')}
        </button>
        {target.readings.length > 1 && (
          <button type="button" className="bx-button bx-button-plain" onClick={() => onChange({ ...target, readings: target.readings.slice(0, -1) })}>
            {say('removeReading')}
          </button>
        )}
      </div>
      <Field id={`${id}-note`} label={say('note')} problem={problem} pointer={`${here}/note`}>
        {(field) => <Input {...field} size="large" maxLength={1000} value={target.note} onChange={set('note')} />}
      </Field>
    </fieldset>
  );
}

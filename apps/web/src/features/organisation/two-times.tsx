import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { showDay } from '../../ui/dates.js';
import { useWords } from '../../words/words.js';
import { organisationWords } from './organisation.words.js';

export interface TwoTimes {
  readonly validOn?: string;
  readonly recordedOn?: string;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that is looked at and the day it was known on, kept in the address so that a view can be shared. */
export function useTwoTimes(): [TwoTimes, (next: TwoTimes) => void] {
  const [params, setParams] = useSearchParams();
  const of = (key: 'validOn' | 'recordedOn') => {
    const day = params.get(key);
    return day && DAY.test(day) ? { [key]: day } : {};
  };
  return [{ ...of('validOn'), ...of('recordedOn') }, (next) => setParams(Object.fromEntries(Object.entries(next).filter(([, day]) => day)) as Record<string, string>, { replace: true })];
}

/** @param days on which something changed, oldest first: the slider stops there and now */
export function TwoTimesForm({ value, onChange, days }: { readonly value: TwoTimes; readonly onChange: (next: TwoTimes) => void; readonly days: readonly string[] }) {
  const say = useWords(organisationWords);
  const id = useId();
  const place = value.validOn === undefined ? days.length : days.filter((day) => day <= value.validOn!).length - 1;
  return (
    <form className="bx-panel" onSubmit={(event) => event.preventDefault()}>
      {days.length > 0 && (
        <>
          <label htmlFor={`${id}-slider`}>
            {say('slider')}: {value.validOn === undefined ? say('now') : showDay(value.validOn)}
          </label>
          <input
            id={`${id}-slider`}
            type="range"
            min={0}
            max={days.length}
            value={Math.max(0, place)}
            list={`${id}-ticks`}
            aria-valuetext={value.validOn === undefined ? say('now') : showDay(value.validOn)}
            onChange={(event) => {
              const { validOn: _old, ...rest } = value;
              const day = days[Number(event.target.value)];
              onChange(day === undefined ? rest : { ...rest, validOn: day });
            }}
          />
          <datalist id={`${id}-ticks`}>
            {days.map((day, at) => (
              <option key={day} value={at} label={showDay(day)} />
            ))}
          </datalist>
        </>
      )}
      <div className="bx-row">
        {(['validOn', 'recordedOn'] as const).map((key) => (
          <label key={key}>
            {say(key)}
            <input
              type="date"
              className="bx-input"
              value={value[key] ?? ''}
              onChange={(event) => {
                const { [key]: _old, ...rest } = value;
                onChange(event.target.value === '' ? rest : { ...rest, [key]: event.target.value });
              }}
            />
          </label>
        ))}
        <button type="button" className="bx-button bx-button-plain" onClick={() => onChange({})}>
          {say('now')}
        </button>
      </div>
    </form>
  );
}

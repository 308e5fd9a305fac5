import { type Schemas } from '@binhxet/api-client';
import { WORK_KIND_LABELS } from '@binhxet/messages';
import { type Problem } from '../../api/problem.js';
import { Field } from '../../ui/field.js';
import { ALL_RANKS } from '../../ui/ranks.js';
import { useLanguage, useWords } from '../../words/words.js';
import { type SetDraft } from './drafts.js';
import { resolutionWords } from './resolution.words.js';

/** What is counted, said outright: subjects with a level, recorded work, or a figure. */
export function SetFields({ id, title, pointer, value, problem, onChange }: { readonly id: string; readonly title: string; readonly pointer: string; readonly value: SetDraft; readonly problem: Problem | null; readonly onChange: (next: SetDraft) => void }) {
  const say = useWords(resolutionWords);
  const language = useLanguage();
  const select = <K extends keyof SetDraft>(key: K, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select className="bx-input" value={value[key] as string} onChange={(event) => onChange({ ...value, [key]: event.target.value })}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const subjects = [['MEMBER', say('MEMBER')], ['ORGANISATION', say('ORGANISATION')]] as const;
  return (
    <Field id={id} label={title} problem={problem} pointer={pointer}>
      {(field) => (
        <fieldset {...field} className="bx-field bx-grid" aria-label={title} tabIndex={-1}>
          {select('kind', say('set'), [['SUBJECTS', say('SUBJECTS')], ['WORK', say('WORK')], ['FIGURE', say('FIGURE')]])}
          {value.kind === 'SUBJECTS' && (
            <>
              {select('subject', say('subject'), subjects)}
              {select('base', say('base'), [['RATED', say('RATED')], ['ALL', say('ALL')]])}
              {select('rank', say('rank'), [['', say('anyRank')], ...ALL_RANKS.map((rank): [string, string] => [String(rank), say('rankN', { n: rank })])])}
              {value.rank && (
                <>
                  <label className="bx-row" style={{ fontWeight: 400, minHeight: 44 }}>
                    <input type="checkbox" style={{ width: 22, height: 22 }} checked={value.orBetter} onChange={(event) => onChange({ ...value, orBetter: event.target.checked })} /> {say('orBetter')}
                  </label>
                  <label>
                    {say('subtitle')}
                    <input className="bx-input" maxLength={60} value={value.title} onChange={(event) => onChange({ ...value, title: event.target.value })} />
                  </label>
                </>
              )}
            </>
          )}
          {value.kind === 'WORK' && (
            <>
              {select('work', say('work'), (Object.keys(WORK_KIND_LABELS) as Schemas['WorkKind'][]).map((one) => [one, WORK_KIND_LABELS[one][language]]))}
              {select('count', say('countBy'), [['TURNS', say('TURNS')], ['SUBJECTS', say('DISTINCT')]])}
              {select('state', say('state'), [['DONE', say('DONE')], ['PLANNED', say('PLANNED')]])}
              {select('subject', say('subject'), [['', say('anySubject')], ...subjects])}
            </>
          )}
          {value.kind === 'FIGURE' && (
            <label>
              {say('key')}
              <input className="bx-input" required maxLength={60} value={value.key} onChange={(event) => onChange({ ...value, key: event.target.value })} />
            </label>
          )}
        </fieldset>
      )}
    </Field>
  );
}

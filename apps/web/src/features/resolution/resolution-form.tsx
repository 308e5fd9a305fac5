import { type Schemas } from '@binhxet/api-client';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { Field } from '../../ui/field.js';
import { useNames, useWords } from '../../words/words.js';
import { newTarget, type ResolutionDraft, resolutionOf } from './drafts.js';
import { resolutionWords } from './resolution.words.js';
import { TargetFields, unreadable } from './target-fields.js';

type Packs = readonly Schemas['RuleFileSummary'][];
const blank = (year: string): ResolutionDraft => ({ number: '', title: '', adoptedOn: '', fromYear: year, toYear: year, document: '', replaces: '', reason: '', targets: [newTarget(1, year, year)] });
const TEXTS = { number: 60, title: 300, document: 300 } as const;

/** A resolution with its targets, recorded as a whole or not at all. @param year the first one proposed */
export function ResolutionForm({ code, year, packs, inForce }: { readonly code: string; readonly year: string; readonly packs: Packs; readonly inForce: readonly Schemas['Resolution'][] }) {
  const say = useWords(resolutionWords);
  const name = useNames(resolutionWords);
  const act = useAct();
  const { problem } = act;
  const [draft, setDraft] = useState<ResolutionDraft>(() => blank(year));
  const [checked, setChecked] = useState(false);
  const set = (key: keyof ResolutionDraft) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const labelOf = { number: say('number'), title: say('name'), adoptedOn: say('adoptedOn'), fromYear: say('fromYear'), toYear: say('toYear'), document: say('document'), replaces: say('replaces'), reason: say('reason') };
  const fieldOf = (pointer: string) => {
    const [, first = '', at = '', part = 'code', n = '', side = ''] = pointer.split('/');
    if (first === 'targets') {
      const inside = part === 'readings' ? `${side || 'numerator'}-${n || '0'}` : part;
      return { id: `target-${at}-${inside}`, label: `${say('target', { n: Number(at) + 1 })}, ${part === 'readings' ? name(side || 'numerator') : name(part === 'unit' ? 'measure' : part)}` };
    }
    const label = labelOf[first as keyof typeof labelOf];
    return label === undefined ? null : { id: `resolution-${first}`, label };
  };
  const send = async () => {
    setChecked(true);
    if (draft.targets.some((target) => unreadable(target).length > 0)) return;
    if (!(await act.run({ method: 'POST', href: `/api/v1/organisations/${code}/resolutions`, body: resolutionOf(draft) }))) return;
    setDraft(blank(year));
    setChecked(false);
  };
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('add')}</h2>
      <div className="bx-form">
        {(Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((key) => (
          <Field key={key} id={`resolution-${key}`} label={labelOf[key]} problem={problem} pointer={`/${key}`}>
            {(field) => <Input {...field} size="large" required={key !== 'document'} maxLength={TEXTS[key]} value={draft[key]} onChange={set(key)} />}
          </Field>
        ))}
        <Field id="resolution-adoptedOn" label={labelOf.adoptedOn} problem={problem} pointer="/adoptedOn">
          {(field) => <input {...field} className="bx-input" type="date" required value={draft.adoptedOn} onChange={set('adoptedOn')} />}
        </Field>
        <div className="bx-grid">
          {(['fromYear', 'toYear'] as const).map((key) => (
            <Field key={key} id={`resolution-${key}`} label={labelOf[key]} problem={problem} pointer={`/${key}`}>
              {(field) => <input {...field} className="bx-input" type="number" min={1930} max={2199} required value={draft[key]} onChange={set(key)} />}
            </Field>
          ))}
        </div>
        {inForce.length > 0 && (
          <Field id="resolution-replaces" label={labelOf.replaces} problem={problem} pointer="/replaces">
            {(field) => (
              <select {...field} className="bx-input" value={draft.replaces} onChange={set('replaces')}>
                <option value="">{say('replacesNone')}</option>
                {inForce.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.number}: {one.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {draft.replaces && (
          <Field id="resolution-reason" label={labelOf.reason} problem={problem} pointer="/reason">
            {(field) => <Input.TextArea {...field} autoSize={{ minRows: 2 }} maxLength={4000} value={draft.reason} onChange={set('reason')} />}
          </Field>
        )}
      </div>
      {draft.targets.map((target, at) => (
        <TargetFields key={at} at={at} target={target} packs={packs} problem={problem} checked={checked} onChange={(next) => setDraft({ ...draft, targets: draft.targets.map((old, n) => (n === at ? next : old)) })} />
      ))}
      <div className="bx-row">
        <button type="button" className="bx-button bx-button-plain" onClick={() => setDraft({ ...draft, targets: [...draft.targets, newTarget(draft.targets.length + 1, draft.fromYear, draft.toYear)] })}>
          {say('addTarget')}
        </button>
        {draft.targets.length > 1 && (
          <button type="button" className="bx-button bx-button-plain" onClick={() => setDraft({ ...draft, targets: draft.targets.slice(0, -1) })}>
            {say('removeTarget')}
          </button>
        )}
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('save')}
        </button>
      </div>
      <ActStatus act={act} done={say('saved')} fieldOf={fieldOf} />
    </form>
  );
}

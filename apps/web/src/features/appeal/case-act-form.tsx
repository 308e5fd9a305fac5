import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { common } from '../../words/common.words.js';
import { useNames, useWords } from '../../words/words.js';
import { appealWords } from './appeal.words.js';

const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  ADMIT: [],
  WITHDRAW: [],
  REJECT: ['reason'],
  DISMISS: ['reason'],
  DECLARE_CONFLICT: ['reason'],
  FORWARD: ['organisation', 'reason'],
  APPOINT_PANEL: ['chair', 'members'],
  ADD_EVIDENCE: ['body', 'document'],
  CONCLUDE: ['findings', 'recommended'],
  DECIDE: ['outcome', 'level', 'number', 'decidedOn', 'reason', 'document'],
};
type Field = 'reason' | 'organisation' | 'chair' | 'members' | 'body' | 'document' | 'findings' | 'recommended' | 'outcome' | 'level' | 'number' | 'decidedOn';
const OPTIONAL: readonly Field[] = ['document', 'members', 'level'];
const LONG: readonly Field[] = ['reason', 'body', 'findings'];

/** The acts the API offers on a case, one form for the one that is chosen. @param weighed a past year: no outcome to choose, the lowest level unless a milder one is named */
export function CaseActForm({ actions, weighed = false }: { readonly actions: readonly AllowedAction[]; readonly weighed?: boolean }) {
  const say = useWords(appealWords);
  const shared = useWords(common);
  const nameOf = useNames(appealWords);
  const act = useAct();
  const offered = actions.filter((action) => action.allowed);
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState<Partial<Record<Field, string>>>({});
  const action = offered.find((one) => one.id === chosen) ?? offered[0];
  if (!action) return <ActStatus act={act} done={shared('done')} />;
  const fields = (FIELDS[action.id] ?? []).filter((field) => !(weighed && field === 'outcome') && !(field === 'level' && !weighed && (values.outcome ?? 'CONFIRM') === 'CONFIRM'));
  const set = (field: Field, value: string) => setValues({ ...values, [field]: value });
  return (
    <form
      className="bx-panel"
      onSubmit={(event) => {
        event.preventDefault();
        const body = bodyOf(fields, values);
        void act.run({ method: action.method, href: action.href, ...(fields.length > 0 && { body }) }).then((sent) => sent && setValues({}));
      }}
    >
      <label htmlFor="case-act">{say('chosen')}</label>
      <select id="case-act" className="bx-input" value={action.id} onChange={(event) => setChosen(event.target.value)}>
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one.id)}
          </option>
        ))}
      </select>
      {fields.map((field) => (
        <FieldInput key={field} field={field} value={values[field] ?? ''} weighed={weighed} onChange={(value) => set(field, value)} />
      ))}
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {nameOf(action.id)}
        </Button>
      </div>
      <ActStatus act={act} done={shared('done')} />
    </form>
  );
}

/** Choices start at their first option: nothing is sent that was not shown. */
const FIRST: Partial<Record<Field, string>> = { outcome: 'CONFIRM', recommended: 'CONFIRM', level: '' };

function bodyOf(fields: readonly Field[], values: Partial<Record<Field, string>>): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const text = (values[field] ?? FIRST[field] ?? '').trim();
    if (field === 'members') return [[field, text === '' ? [] : text.split(',').map((code) => code.trim().toUpperCase())]];
    if (field === 'level') return text === '' ? [] : [[field, Number(text)]];
    if (text === '' && OPTIONAL.includes(field)) return [];
    return [[field, field === 'chair' || field === 'organisation' ? text.toUpperCase() : text]];
  });
  return Object.fromEntries(entries);
}

const LABELS = { reason: 'reason', organisation: 'organisationCode', chair: 'chairCode', members: 'memberCodes', body: 'ADD_EVIDENCE', document: 'document', findings: 'findings', recommended: 'recommended', outcome: 'outcome', level: 'level', number: 'number', decidedOn: 'date' } as const;

function FieldInput({ field, value, weighed, onChange }: { readonly field: Field; readonly value: string; readonly weighed: boolean; readonly onChange: (value: string) => void }) {
  const say = useWords(appealWords);
  const shared = useWords(common);
  const id = `case-${field}`;
  const required = !OPTIONAL.includes(field) || (field === 'level' && !weighed);
  const key = LABELS[field];
  return (
    <>
      <label htmlFor={id}>{key === 'reason' ? shared('reason') : say(key)}</label>
      {field === 'outcome' || field === 'recommended' ? (
        <select id={id} className="bx-input" value={value || 'CONFIRM'} onChange={(event) => onChange(event.target.value)}>
          <option value="CONFIRM">{say('CONFIRM')}</option>
          <option value="CHANGE">{say('CHANGE')}</option>
        </select>
      ) : field === 'level' ? (
        <select id={id} className="bx-input" value={value} required={required} onChange={(event) => onChange(event.target.value)}>
          <option value="">{weighed ? say('lowest') : '–'}</option>
          {([1, 2, 3, 4] as const).map((level) => (
            <option key={level} value={level}>
              {say(`level${level}`)}
            </option>
          ))}
        </select>
      ) : field === 'decidedOn' ? (
        <input id={id} className="bx-input" type="date" required value={value} onChange={(event) => onChange(event.target.value)} />
      ) : LONG.includes(field) ? (
        <Input.TextArea id={id} required autoSize={{ minRows: 2 }} maxLength={field === 'findings' ? 20_000 : 4_000} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input id={id} size="large" required={required} maxLength={300} style={{ maxWidth: 384 }} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </>
  );
}

import { type Schemas } from '@binhxet/api-client';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { Field, fieldsOf } from '../../ui/field.js';
import { ALL_RANKS } from '../../ui/ranks.js';
import { useWords } from '../../words/words.js';
import { resolutionWords } from './resolution.words.js';

const EMPTY = { subject: 'MEMBER', packOfLabel: '', rank: '1', title: '', resultPack: '', toRank: '1', reason: '', document: '' };

/** An administrator says how a label of one ladder reads in another, with the reason. */
export function MappingForm({ code, packs }: { readonly code: string; readonly packs: readonly Schemas['RuleFileSummary'][] }) {
  const say = useWords(resolutionWords);
  const act = useAct();
  const { problem } = act;
  const [values, setValues] = useState(EMPTY);
  const [toOrBetter, setToOrBetter] = useState(false);
  const set = (key: keyof typeof EMPTY) => (event: { target: { value: string } }) => setValues({ ...values, [key]: event.target.value });
  const labels = { subject: say('subject'), packOfLabel: say('mappingPack'), rank: say('rank'), title: say('subtitle'), resultPack: say('resultPack'), toRank: say('toRank'), reason: say('mappingReason'), document: say('document') };
  const select = (key: 'subject' | 'packOfLabel' | 'rank' | 'resultPack' | 'toRank', options: readonly (readonly [string, string])[], required = false) => (
    <Field id={`mapping-${key}`} label={labels[key]} problem={problem} pointer={`/${key}`}>
      {(field) => (
        <select {...field} className="bx-input" required={required} value={values[key]} onChange={set(key)}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const ranks = ALL_RANKS.map((rank) => [String(rank), say('rankN', { n: rank })] as const);
  const ladders = packs.map((pack) => [pack.id, pack.title] as const);
  const send = async () => {
    const text = (value: string) => value.trim() || null;
    const body = { subject: values.subject as 'MEMBER', packOfLabel: values.packOfLabel, rank: Number(values.rank) as Schemas['Level'], title: text(values.title), resultPack: text(values.resultPack), toRank: Number(values.toRank) as Schemas['Level'], toOrBetter, reason: values.reason.trim(), document: text(values.document) } satisfies Schemas['TargetMappingRequest'];
    if (await act.run({ method: 'POST', href: `/api/v1/organisations/${code}/target-mappings`, body })) setValues(EMPTY);
  };
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('addMapping')}</h2>
      {select('subject', [['MEMBER', say('MEMBER')], ['ORGANISATION', say('ORGANISATION')]])}
      {select('packOfLabel', [['', say('choose')], ...ladders], true)}
      {select('rank', ranks)}
      <Field id="mapping-title" label={labels.title} problem={problem} pointer="/title">
        {(field) => <Input {...field} size="large" maxLength={60} value={values.title} onChange={set('title')} />}
      </Field>
      {select('resultPack', [['', say('everyPack')], ...ladders])}
      {select('toRank', ranks)}
      <Checkbox checked={toOrBetter} onChange={(event) => setToOrBetter(event.target.checked)}>
        {say('orBetter')}
      </Checkbox>
      <Field id="mapping-reason" label={labels.reason} problem={problem} pointer="/reason">
        {(field) => <Input.TextArea {...field} required autoSize={{ minRows: 2 }} maxLength={4000} value={values.reason} onChange={set('reason')} />}
      </Field>
      <Field id="mapping-document" label={labels.document} problem={problem} pointer="/document">
        {(field) => <Input {...field} size="large" maxLength={300} value={values.document} onChange={set('document')} />}
      </Field>
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('saveMapping')}
        </button>
      </div>
      <ActStatus act={act} done={say('savedMapping')} fieldOf={fieldsOf('mapping', labels)} />
    </form>
  );
}

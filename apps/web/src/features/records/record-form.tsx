import { type Schemas } from '@binhxet/api-client';
import { WORK_KIND_LABELS } from '@binhxet/messages';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { Field, fieldsOf } from '../../ui/field.js';
import { useLanguage, useNames, useWords } from '../../words/words.js';
import { detailNames, recordWords } from './records.words.js';

type Kind = Schemas['WorkKind'];
type Subject = 'MEMBER' | 'ORGANISATION' | '';
const PLANNABLE: readonly Kind[] = ['ADMISSION', 'INSPECTION', 'SUPERVISION', 'TRAINING', 'STUDY'];
const OF_MEMBERS: readonly Kind[] = ['LEAVE', 'TRANSFER'];
const BODIES = ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'CELL_COMMITTEE', 'MEMBERS_MEETING', 'INSPECTION_COMMISSION', 'ADVISORY_BODY'];
const DETAILS: Partial<Readonly<Record<Kind, readonly string[]>>> = { DISCIPLINE: ['REPRIMAND', 'WARNING', 'DISMISSAL', 'DISSOLUTION', 'EXPULSION'], LEAVE: ['SICK', 'MATERNITY', 'STUDY', 'OTHER'], INSPECTION: ['REGULAR', 'SIGNS_OF_VIOLATION', ...BODIES], SUPERVISION: BODIES };
const EMPTY = { on: '', to: '', subject: '', quantity: '1', unit: '', detail: '', decisionNumber: '', document: '', note: '' };
type Values = typeof EMPTY;

/** One record of work; what the server refuses is shown at the field it points at. @param kinds the reader may record */
export function RecordForm({ code, kinds, today }: { readonly code: string; readonly kinds: readonly Kind[]; readonly today: string }) {
  const say = useWords(recordWords);
  const language = useLanguage();
  const detailName = useNames(detailNames);
  const act = useAct();
  const [kind, setKind] = useState<Kind>(kinds[0]!);
  const [state, setState] = useState<'DONE' | 'PLANNED'>('DONE');
  const [chosen, setSubjectKind] = useState<Subject>('');
  const [values, setValues] = useState<Values>({ ...EMPTY, on: today });
  const [selfDetected, setSelfDetected] = useState(false);
  const [corrected, setCorrected] = useState(0);
  const set = (key: keyof Values) => (event: { target: { value: string } }) => setValues({ ...values, [key]: event.target.value });
  const subjectKind: Subject = OF_MEMBERS.includes(kind) ? 'MEMBER' : chosen;
  const details = DETAILS[kind];
  const lasts = kind === 'LEAVE';
  const submit = async () => {
    const text = (key: keyof Values) => values[key].trim() || null;
    const body = {
      kind,
      state: PLANNABLE.includes(kind) ? state : 'DONE',
      on: values.on,
      to: text('to'),
      subjectKind: subjectKind || null,
      subject: subjectKind ? text('subject') : null,
      quantity: Number(values.quantity),
      unit: text('unit'),
      detail: details || kind === 'FIGURE' ? text('detail') : null,
      selfDetected: kind === 'DISCIPLINE' && selfDetected,
      decisionNumber: text('decisionNumber'),
      document: text('document'),
      note: text('note'),
    } satisfies Schemas['WorkRecordRequest'];
    const sent = await act.run<Schemas['RecordedWork']>({ method: 'POST', href: `/api/v1/organisations/${code}/work-records`, body });
    if (!sent) return;
    setCorrected(sent.data.corrected);
    setValues({ ...EMPTY, on: values.on });
  };
  const shared = { problem: act.problem };
  const labels = { kind: say('kind'), state: say('state'), on: say(lasts ? 'from' : 'on'), to: say('to'), subjectKind: say('subjectKind'), subject: say('subject'), quantity: say('quantity'), detail: say(kind === 'FIGURE' ? 'figureKey' : 'detail'), decisionNumber: say('decisionNumber'), document: say('document'), note: say('note'), unit: say('unit') };
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('add')}</h2>
      <Field {...shared} id="record-kind" label={labels.kind} pointer="/kind">
        {(field) => (
          <select {...field} className="bx-input" value={kind} onChange={(event) => (setKind(event.target.value as Kind), setValues({ ...values, detail: '' }), act.reset())}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {WORK_KIND_LABELS[one][language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {PLANNABLE.includes(kind) && (
        <Field {...shared} id="record-state" label={labels.state} pointer="/state">
          {(field) => (
            <select {...field} className="bx-input" value={state} onChange={(event) => setState(event.target.value as 'DONE')}>
              <option value="DONE">{say('DONE')}</option>
              <option value="PLANNED">{say('PLANNED')}</option>
            </select>
          )}
        </Field>
      )}
      <Field {...shared} id="record-on" label={labels.on} pointer="/on">
        {(field) => <input {...field} className="bx-input" type="date" required value={values.on} onChange={set('on')} />}
      </Field>
      <Field {...shared} id="record-to" label={labels.to} pointer="/to">
        {(field) => <input {...field} className="bx-input" type="date" value={values.to} onChange={set('to')} />}
      </Field>
      {details && (
        <Field {...shared} id="record-detail" label={labels.detail} pointer="/detail">
          {(field) => (
            <select {...field} className="bx-input" value={values.detail} onChange={set('detail')}>
              <option value="">{say('choose')}</option>
              {details.map((one) => (
                <option key={one} value={one}>
                  {detailName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {kind === 'FIGURE' && (
        <Field {...shared} id="record-detail" label={labels.detail} pointer="/detail">
          {(field) => <Input {...field} size="large" maxLength={60} value={values.detail} onChange={set('detail')} />}
        </Field>
      )}
      {!OF_MEMBERS.includes(kind) && (
        <Field {...shared} id="record-subjectKind" label={labels.subjectKind} pointer="/subjectKind">
          {(field) => (
            <select {...field} className="bx-input" value={chosen} onChange={(event) => (setSubjectKind(event.target.value as Subject), setValues({ ...values, subject: '' }))}>
              <option value="">{say('noSubject')}</option>
              <option value="MEMBER">{say('MEMBER')}</option>
              <option value="ORGANISATION">{say('ORGANISATION')}</option>
            </select>
          )}
        </Field>
      )}
      {(subjectKind || kind === 'DISCIPLINE') && (
        <Field {...shared} id="record-subject" label={labels.subject} hint={say('subjectHint')} pointer="/subject">
          {(field) => (
            <>
              <input {...field} className="bx-input" list="record-subjects" maxLength={32} autoComplete="off" value={values.subject} onChange={set('subject')} />
              <Subjects code={code} kind={subjectKind} on={values.on} />
            </>
          )}
        </Field>
      )}
      <Field {...shared} id="record-quantity" label={labels.quantity} pointer="/quantity">
        {(field) => <input {...field} className="bx-input" type="number" min={0} max={1_000_000} step={1} required value={values.quantity} onChange={set('quantity')} />}
      </Field>
      <Field {...shared} id="record-unit" label={labels.unit} pointer="/unit">
        {(field) => <Input {...field} size="large" maxLength={60} value={values.unit} onChange={set('unit')} />}
      </Field>
      {kind === 'DISCIPLINE' && (
        <Checkbox checked={selfDetected} onChange={(event) => setSelfDetected(event.target.checked)}>
          {say('selfDetected')}
        </Checkbox>
      )}
      <Field {...shared} id="record-decisionNumber" label={labels.decisionNumber} pointer="/decisionNumber">
        {(field) => <Input {...field} size="large" maxLength={60} value={values.decisionNumber} onChange={set('decisionNumber')} />}
      </Field>
      <Field {...shared} id="record-document" label={labels.document} pointer="/document">
        {(field) => <Input {...field} size="large" maxLength={300} value={values.document} onChange={set('document')} />}
      </Field>
      <Field {...shared} id="record-note" label={labels.note} pointer="/note">
        {(field) => <Input.TextArea {...field} autoSize={{ minRows: 2 }} maxLength={2000} value={values.note} onChange={set('note')} />}
      </Field>
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('save')}
        </button>
      </div>
      <ActStatus act={act} done={corrected > 0 ? say('savedCorrecting', { n: corrected }) : say('saved')} fieldOf={fieldsOf('record', labels)} />
    </form>
  );
}

/** What may be typed as a subject: the first hundred members or the organisations directly below. */
function Subjects({ code, kind, on }: { readonly code: string; readonly kind: Subject; readonly on: string }) {
  const day = on ? { validOn: on } : {};
  const members = useRead('/api/v1/organisations/{code}/members', { path: { code }, query: { limit: 100, ...day } } as never, { enabled: kind === 'MEMBER' });
  const children = useRead('/api/v1/organisations/{code}/children', { path: { code }, query: { limit: 100, ...day } } as never, { enabled: kind === 'ORGANISATION' });
  const rows = kind === 'MEMBER' ? (members.data?.items ?? []).map((one) => ({ code: one.code, name: one.fullName })) : (children.data?.items ?? []);
  return (
    <datalist id="record-subjects">
      {rows.map((row) => (
        <option key={row.code} value={row.code} label={row.name} />
      ))}
    </datalist>
  );
}

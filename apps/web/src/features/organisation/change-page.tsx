import { type Schemas } from '@binhxet/api-client';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { usePages, useRead } from '../../api/use-read.js';
import { ActStatus } from '../../ui/act-status.js';
import { Field, fieldsOf } from '../../ui/field.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { useWords } from '../../words/words.js';
import { type ChangeDraft, changeOf, insideChange, KINDS, type NodeDraft, type Role, type TreeChange } from './change-body.js';
import { NodeFields, Placement, RoleSelect } from './change-nodes.js';
import { ChangePreview, type Known } from './change-preview.js';
import { changeWords } from './change.words.js';

type Organisation = Schemas['Organisation'];
const HREF = '/api/v1/organisation-changes';

/** Records a decision about an organisation: chosen, previewed, then written. */
export default function ChangePage() {
  const { code = '' } = useParams();
  const organisation = useRead('/api/v1/organisations/{code}', { path: { code }, query: {} } as never);
  return <Loaded reading={organisation}>{(data) => <ChangeForm key={data.code} organisation={data} />}</Loaded>;
}

function ChangeForm({ organisation }: { readonly organisation: Organisation }) {
  const say = useWords(changeWords);
  const shared = useWords(common);
  useTitle(say('title'), organisation.name);
  const { code } = organisation;
  const parent = organisation.path.at(-1) ?? null;
  const role = organisation.role as Role;
  const blank = (below: string | null): NodeDraft => ({ code: '', name: '', role, parent: below ?? '' });
  const [draft, setDraft] = useState<ChangeDraft>({ kind: 'RENAME', name: '', parent: '', role, into: '', partners: [], continues: false, nodes: [blank(parent?.code ?? null)], placed: {} });
  const [grounds, setGrounds] = useState({ decision: '', effectiveOn: '', document: '', reason: '' });
  const [preview, setPreview] = useState<{ answer: Schemas['TreeChangeAnswer']; change: TreeChange } | null>(null);
  const [done, setDone] = useState<readonly string[] | null>(null);
  const act = useAct();
  const siblings = useRead('/api/v1/organisations/{code}/children', { path: { code: parent?.code ?? '' }, query: { limit: 100 } } as never, { enabled: parent !== null });
  const children = useRead('/api/v1/organisations/{code}/children', { path: { code }, query: { limit: 100 } } as never);
  const above = organisation.path.at(-2);
  const uncles = useRead('/api/v1/organisations/{code}/children', { path: { code: above?.code ?? '' }, query: { limit: 100 } } as never, { enabled: above !== undefined });
  const people = usePages('/api/v1/organisations/{code}/members', { path: { code }, query: { limit: 100 } } as never, { enabled: draft.kind === 'SPLIT' && role.endsWith('CELL') });
  const beside = (siblings.data?.items ?? []).filter((one) => one.code !== code);
  const below = children.data?.items ?? [];
  const known = new Map<string, Known>([
    ...organisation.path.map((one): [string, Known] => [one.code, { ...one, role: '', parent: null }]),
    ...(uncles.data?.items ?? []).map((one): [string, Known] => [one.code, { ...one, parent: above!.code }]),
    ...beside.map((one): [string, Known] => [one.code, { ...one, parent: parent!.code }]),
    ...below.map((one): [string, Known] => [one.code, { ...one, parent: code }]),
    [code, { code, name: organisation.name, role, parent: parent?.code ?? null }],
  ]);
  const edit = (next: Partial<ChangeDraft>) => {
    setPreview(null);
    setDraft({ ...draft, ...next });
  };
  const choose = (kind: ChangeDraft['kind']) => edit({ kind, placed: {}, nodes: kind === 'SPLIT' ? [blank(parent?.code ?? null), blank(parent?.code ?? null)] : [kind === 'ESTABLISH' ? { ...blank(code), role: 'SUBORDINATE_CELL' } : blank(parent?.code ?? null)] });
  const ground = (key: keyof typeof grounds) => (event: { target: { value: string } }) => {
    setPreview(null);
    setGrounds({ ...grounds, [key]: event.target.value });
  };
  const problem = insideChange(act.problem);
  const send = async (dryRun: boolean) => {
    const change = changeOf(code, draft, below.map((one) => one.code));
    const { document, ...rest } = grounds;
    const body = { ...rest, ...(document.trim() && { document }), change, ...(dryRun && { dryRun }) } satisfies Schemas['TreeChangeRequest'];
    const sent = await act.run<Schemas['TreeChangeAnswer']>({ method: 'POST', href: HREF, body });
    if (!sent) return setPreview(null);
    if (dryRun) return setPreview({ answer: sent.data, change });
    setPreview(null);
    setDone([...sent.data.began, ...sent.data.revised]);
  };
  if (done) {
    return (
      <>
        <h1>{say('title')}</h1>
        <p role="status">{say('recorded')}</p>
        <ul className="bx-links">
          {[...new Set([...done, code])].map((one) => (
            <li key={one}>
              <Link to={`/organisations/${one}`}>{say('see', { name: known.get(one)?.name ?? draft.nodes.find((node) => node.code.trim() === one)?.name ?? one })}</Link>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const labels = { decision: say('decision'), effectiveOn: say('effectiveOn'), document: say('document'), reason: say('reason'), name: say('newName'), parent: say('newParent'), successor: say('into'), predecessors: say('partners'), role: say('newRole') };
  return (
    <>
      <p>
        <Link to={`/organisations/${code}`}>{organisation.name}</Link>
      </p>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <form
        className="bx-panel bx-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(preview === null);
        }}
      >
        <label htmlFor="change-kind">{say('kind')}</label>
        <select id="change-kind" className="bx-input" value={draft.kind} onChange={(event) => (choose(event.target.value as ChangeDraft['kind']), act.reset())}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(kind)}
            </option>
          ))}
        </select>
        {draft.kind === 'RENAME' && (
          <Field id="change-name" label={labels.name} problem={problem} pointer="/name">
            {(field) => <Input {...field} size="large" required maxLength={200} value={draft.name} onChange={(event) => edit({ name: event.target.value })} />}
          </Field>
        )}
        {draft.kind === 'CHANGE_ROLE' && (
          <Field id="change-role" label={labels.role} problem={problem} pointer="/role">
            {(field) => <RoleSelect {...field} value={draft.role} onChange={(next) => edit({ role: next })} />}
          </Field>
        )}
        {(draft.kind === 'MOVE' || draft.kind === 'CHANGE_ROLE') && (
          <Field id="change-parent" label={labels.parent} {...(draft.kind === 'CHANGE_ROLE' && { hint: say('keepParent') })} problem={problem} pointer="/parent">
            {(field) => <input {...field} className="bx-input" list="change-places" required={draft.kind === 'MOVE'} maxLength={32} autoComplete="off" value={draft.parent} onChange={(event) => edit({ parent: event.target.value })} />}
          </Field>
        )}
        {draft.kind === 'ABSORB' && (
          <Field id="change-successor" label={labels.successor} problem={problem} pointer="/successor">
            {(field) => <input {...field} className="bx-input" list="change-siblings" required maxLength={32} autoComplete="off" value={draft.into} onChange={(event) => edit({ into: event.target.value })} />}
          </Field>
        )}
        {draft.kind === 'MERGE' && (
          <Field id="change-predecessors" label={labels.predecessors} problem={problem} pointer="/predecessors">
            {(field) => (
              <fieldset {...field} className="bx-field" tabIndex={-1} aria-label={labels.predecessors}>
                {beside.length === 0 && <p>{say('noSiblings')}</p>}
                {beside.map((one) => (
                  <label key={one.code} className="bx-row" style={{ fontWeight: 400, minHeight: 44 }}>
                    <input type="checkbox" style={{ width: 22, height: 22 }} checked={draft.partners.includes(one.code)} onChange={(event) => edit({ partners: event.target.checked ? [...draft.partners, one.code] : draft.partners.filter((other) => other !== one.code) })} /> {one.name}
                  </label>
                ))}
              </fieldset>
            )}
          </Field>
        )}
        {(draft.kind === 'MERGE' || draft.kind === 'ESTABLISH') && <NodeFields id="change-node" title={say('newOrganisation')} pointer="/node" node={draft.nodes[0]!} problem={problem} onChange={(node) => edit({ nodes: [node] })} />}
        {draft.kind === 'SPLIT' && (
          <>
            <label className="bx-row" style={{ fontWeight: 400, minHeight: 44, flexWrap: 'nowrap' }}>
              <input type="checkbox" style={{ width: 22, height: 22, flex: 'none' }} checked={draft.continues} onChange={(event) => edit({ continues: event.target.checked })} /> {say('continues')}
            </label>
            {draft.nodes.map((node, at) => (
              <NodeFields key={at} id={`change-part-${at}`} title={say('part', { n: at + 1 })} pointer={`/parts/${at}/node`} node={node} problem={problem} onChange={(next) => edit({ nodes: draft.nodes.map((old, n) => (n === at ? next : old)) })} />
            ))}
            <div className="bx-row">
              <button type="button" className="bx-button bx-button-plain" onClick={() => edit({ nodes: [...draft.nodes, blank(parent?.code ?? null)] })}>
                {say('addPart')}
              </button>
              {draft.nodes.length > (draft.continues ? 1 : 2) && (
                <button type="button" className="bx-button bx-button-plain" onClick={() => edit({ nodes: draft.nodes.slice(0, -1), placed: Object.fromEntries(Object.entries(draft.placed).filter(([, part]) => part < draft.nodes.length - 1)) })}>
                  {say('removePart')}
                </button>
              )}
            </div>
            <Placement rows={[...below, ...people.pages.flatMap((page) => page.items).map((one) => ({ code: one.code, name: one.fullName }))]} parts={draft.nodes} placed={draft.placed} rest={say(draft.continues ? 'stays' : 'unplaced')} onChange={(placed) => edit({ placed })} />
            <MoreButton pages={people} />
          </>
        )}
        <Field id="change-decision" label={labels.decision} problem={problem} pointer="/decision">
          {(field) => <Input {...field} size="large" required maxLength={60} value={grounds.decision} onChange={ground('decision')} />}
        </Field>
        <Field id="change-effectiveOn" label={labels.effectiveOn} problem={problem} pointer="/effectiveOn">
          {(field) => <input {...field} className="bx-input" type="date" required value={grounds.effectiveOn} onChange={ground('effectiveOn')} />}
        </Field>
        <Field id="change-document" label={labels.document} problem={problem} pointer="/document">
          {(field) => <Input {...field} size="large" maxLength={300} value={grounds.document} onChange={ground('document')} />}
        </Field>
        <Field id="change-reason" label={labels.reason} problem={problem} pointer="/reason">
          {(field) => <Input.TextArea {...field} required autoSize={{ minRows: 2 }} maxLength={4000} value={grounds.reason} onChange={ground('reason')} />}
        </Field>
        {preview && (
          <section aria-live="polite">
            <h2>{say('previewTitle')}</h2>
            <ChangePreview {...preview} known={known} />
            <p className="bx-muted">{say('nothingWritten')}</p>
          </section>
        )}
        <div className="bx-row">
          <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
            {say(preview ? 'confirm' : 'preview')}
          </button>
          {preview && (
            <button type="button" className="bx-button bx-button-plain" onClick={() => setPreview(null)}>
              {shared('cancel')}
            </button>
          )}
        </div>
        <ActStatus act={{ ...act, problem }} fieldOf={fieldsOf('change', labels)} />
        <datalist id="change-places">
          {[...(above ? [above, ...(uncles.data?.items ?? [])] : organisation.path)].map((one) => (
            <option key={one.code} value={one.code} label={one.name} />
          ))}
        </datalist>
        <datalist id="change-siblings">
          {beside.map((one) => (
            <option key={one.code} value={one.code} label={one.name} />
          ))}
        </datalist>
      </form>
    </>
  );
}

import { Input } from 'antd';
import { type Problem } from '../../api/problem.js';
import { Field } from '../../ui/field.js';
import { orgRoles } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { type NodeDraft, type Role } from './change-body.js';
import { changeWords } from './change.words.js';

const ROLES = Object.keys(orgRoles) as readonly Role[];

export function RoleSelect({ value, onChange, ...field }: { readonly id: string; readonly value: Role; readonly onChange: (role: Role) => void }) {
  const role = useNames(orgRoles);
  return (
    <select {...field} className="bx-input" value={value} onChange={(event) => onChange(event.target.value as Role)}>
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {role(one)}
        </option>
      ))}
    </select>
  );
}

/** Code, name, role and place of an organisation that begins. @param pointer of the node inside the change */
export function NodeFields({ id, title, pointer, node, problem, onChange }: { readonly id: string; readonly title: string; readonly pointer: string; readonly node: NodeDraft; readonly problem: Problem | null; readonly onChange: (node: NodeDraft) => void }) {
  const say = useWords(changeWords);
  const shared = { problem };
  return (
    <fieldset className="bx-field">
      <legend>{title}</legend>
      <Field {...shared} id={`${id}-code`} label={say('code')} pointer={`${pointer}/code`}>
        {(field) => <Input {...field} size="large" required maxLength={32} value={node.code} onChange={(event) => onChange({ ...node, code: event.target.value })} />}
      </Field>
      <Field {...shared} id={`${id}-name`} label={say('name')} pointer={`${pointer}/name`}>
        {(field) => <Input {...field} size="large" required maxLength={200} value={node.name} onChange={(event) => onChange({ ...node, name: event.target.value })} />}
      </Field>
      <Field {...shared} id={`${id}-role`} label={say('role')} pointer={`${pointer}/role`}>
        {(field) => <RoleSelect {...field} value={node.role} onChange={(role) => onChange({ ...node, role })} />}
      </Field>
      <Field {...shared} id={`${id}-parent`} label={say('parent')} pointer={`${pointer}/parent`}>
        {(field) => <input {...field} className="bx-input" list="change-places" maxLength={32} autoComplete="off" value={node.parent} onChange={(event) => onChange({ ...node, parent: event.target.value })} />}
      </Field>
    </fieldset>
  );
}

interface Placeable {
  readonly code: string;
  readonly name: string;
}

/** Members and lower organisations of what is split, each with the part it goes with. */
export function Placement({ rows, parts, placed, rest, onChange }: { readonly rows: readonly Placeable[]; readonly parts: readonly NodeDraft[]; readonly placed: Readonly<Record<string, number>>; readonly rest: string; readonly onChange: (placed: Readonly<Record<string, number>>) => void }) {
  const say = useWords(changeWords);
  const put = (code: string, at: string) => {
    const { [code]: _old, ...others } = placed;
    onChange(at === '' ? others : { ...others, [code]: Number(at) });
  };
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{say('place')}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.name} <small className="bx-muted">{row.code}</small>
              </th>
              <td>
                <select className="bx-input" style={{ minWidth: '9rem' }} aria-label={say('placeOf', { name: row.name })} value={placed[row.code] ?? ''} onChange={(event) => put(row.code, event.target.value)}>
                  <option value="">{rest}</option>
                  {parts.map((part, at) => (
                    <option key={at} value={at}>
                      {part.name.trim() || say('part', { n: at + 1 })}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

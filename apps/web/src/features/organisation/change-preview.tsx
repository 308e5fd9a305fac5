import { type Schemas } from '@binhxet/api-client';
import { type ReactNode } from 'react';
import { showNumber } from '../../ui/dates.js';
import { orgRoles } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { type TreeChange } from './change-body.js';
import { changeWords, effectNames } from './change.words.js';

export interface Known {
  readonly code: string;
  readonly name: string;
  readonly role: string;
  readonly parent: string | null;
}

/** What an answer says will change, before and after, and what it means for open cycles. */
export function ChangePreview({ answer, change, known }: { readonly answer: Schemas['TreeChangeAnswer']; readonly change: TreeChange; readonly known: ReadonlyMap<string, Known> }) {
  const say = useWords(changeWords);
  const effectName = useNames(effectNames);
  const begun = newNodes(change);
  const nameOf = (code: string) => known.get(code)?.name ?? begun.get(code)?.name ?? code;
  const effects = new Map<string, number>();
  for (const { cycleId, organisation, effect } of answer.cycles) {
    const key = `${cycleId}|${organisation}|${effect}`;
    effects.set(key, (effects.get(key) ?? 0) + 1);
  }
  return (
    <>
      {answer.began.length > 0 && <Rows title={say('began')} codes={answer.began} before={() => '–'} after={(code) => <After node={begun.get(code)} nameOf={nameOf} />} />}
      {answer.ended.length > 0 && <Rows title={say('ended')} codes={answer.ended} before={(code) => <After node={known.get(code) ?? { name: nameOf(code) }} nameOf={nameOf} />} after={() => '–'} />}
      {answer.revised.length > 0 && <Rows title={say('revised')} codes={answer.revised} before={(code) => <After node={known.get(code) ?? { name: nameOf(code) }} nameOf={nameOf} />} after={(code) => <After node={revised(code, change, known)} nameOf={nameOf} />} />}
      <dl className="bx-facts">
        <dt>{say('membersMoved')}</dt>
        <dd>{showNumber(answer.membersMoved)}</dd>
        <dt>{say('postsEnded')}</dt>
        <dd>{showNumber(answer.postsEnded)}</dd>
      </dl>
      <h3>{say('cycles')}</h3>
      {effects.size === 0 ? (
        <p>{say('noCycles')}</p>
      ) : (
        <ul>
          {[...effects].map(([key, n]) => {
            const [cycle = '', organisation = '', effect = ''] = key.split('|');
            return <li key={key}>{say('cycleLine', { cycle, organisation: nameOf(organisation), effect: effect.startsWith('MEMBER_') ? say('times', { effect: effectName(effect), n }) : effectName(effect) })}</li>;
          })}
        </ul>
      )}
    </>
  );
}

function newNodes(change: TreeChange): ReadonlyMap<string, Known> {
  const nodes = change.kind === 'MERGE' || change.kind === 'ESTABLISH' ? [change.node] : change.kind === 'SPLIT' ? change.parts.map((part) => part.node) : [];
  return new Map(nodes.map((node) => [node.code, node]));
}

/** An organisation that goes on, as it stands after the change. */
function revised(code: string, change: TreeChange, known: ReadonlyMap<string, Known>): Partial<Known> & { readonly name: string } {
  const old: Partial<Known> & { name: string } = known.get(code) ?? { name: code };
  switch (change.kind) {
    case 'RENAME':
      return { ...old, name: change.name };
    case 'MOVE':
      return { ...old, parent: change.parent };
    case 'CHANGE_ROLE':
      return { ...old, role: change.role, ...(change.parent && { parent: change.parent }) };
    case 'MERGE':
      return { ...old, parent: change.node.code };
    case 'ABSORB':
      return { ...old, parent: change.successor };
    case 'SPLIT':
      return { ...old, parent: change.parts.find((part) => part.children.includes(code))?.node.code ?? old.parent ?? null };
    default:
      return old;
  }
}

function After({ node, nameOf }: { readonly node: (Partial<Known> & { readonly name: string }) | undefined; readonly nameOf: (code: string) => string }) {
  const role = useNames(orgRoles);
  if (!node) return <>–</>;
  return (
    <>
      {node.name}
      <br />
      <small className="bx-muted">{[node.role && role(node.role), node.parent && nameOf(node.parent)].filter(Boolean).join(' · ')}</small>
    </>
  );
}

function Rows({ title, codes, before, after }: { readonly title: string; readonly codes: readonly string[]; readonly before: (code: string) => ReactNode; readonly after: (code: string) => ReactNode }) {
  const say = useWords(changeWords);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('code')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td>{before(code)}</td>
              <td>{after(code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { type Schemas } from '@binhxet/api-client';
import { type FieldProblem, Problem } from '../../api/problem.js';

export type TreeChange = Schemas['TreeChange'];
export type ChangeKind = TreeChange['kind'];
export type Role = Schemas['NewOrganisation']['role'];
export const KINDS: readonly ChangeKind[] = ['RENAME', 'MOVE', 'MERGE', 'ABSORB', 'SPLIT', 'CHANGE_ROLE', 'DISSOLVE', 'ESTABLISH'];

export interface NodeDraft {
  readonly code: string;
  readonly name: string;
  readonly role: Role;
  readonly parent: string;
}

/** What a person has chosen so far. */
export interface ChangeDraft {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly parent: string;
  readonly role: Role;
  readonly into: string;
  readonly partners: readonly string[];
  readonly continues: boolean;
  /** New organisations: one for MERGE and ESTABLISH, the parts of a SPLIT. */
  readonly nodes: readonly NodeDraft[];
  /** Code of a member or lower organisation → index of the part it goes with. */
  readonly placed: Readonly<Record<string, number>>;
}

const nodeOf = ({ code, name, role, parent }: NodeDraft): Schemas['NewOrganisation'] => ({ code: code.trim(), name: name.trim(), role, parent: parent.trim() || null });

/** @param code the organisation whose page it is. @param children codes of lower organisations: the others that are placed are members */
export function changeOf(code: string, draft: ChangeDraft, children: readonly string[]): TreeChange {
  const [first] = draft.nodes;
  const placedAt = (part: number) => Object.keys(draft.placed).filter((one) => draft.placed[one] === part);
  switch (draft.kind) {
    case 'RENAME':
      return { kind: 'RENAME', code, name: draft.name.trim() };
    case 'MOVE':
      return { kind: 'MOVE', code, parent: draft.parent.trim() };
    case 'MERGE':
      return { kind: 'MERGE', predecessors: [code, ...draft.partners], node: nodeOf(first!) };
    case 'ABSORB':
      return { kind: 'ABSORB', predecessors: [code], successor: draft.into.trim() };
    case 'SPLIT':
      return { kind: 'SPLIT', code, continues: draft.continues, parts: draft.nodes.map((node, at) => ({ node: nodeOf(node), children: placedAt(at).filter((one) => children.includes(one)), members: placedAt(at).filter((one) => !children.includes(one)) })) };
    case 'CHANGE_ROLE':
      return { kind: 'CHANGE_ROLE', code, role: draft.role, ...(draft.parent.trim() && { parent: draft.parent.trim() }) };
    case 'DISSOLVE':
      return { kind: 'DISSOLVE', code };
    case 'ESTABLISH':
      return { kind: 'ESTABLISH', node: nodeOf(first!) };
  }
}

/** The same refusal with pointers that start inside the change, whichever layer refused it. */
export function insideChange(problem: Problem | null): Problem | null {
  if (!problem) return null;
  const errors = problem.errors.map((error): FieldProblem => ({ ...error, pointer: error.pointer.replace(/^\/change(?=\/)/, '') }));
  return new Problem(problem.status, problem.code, problem.facts, errors, problem.correlationId, problem.retryAfter);
}

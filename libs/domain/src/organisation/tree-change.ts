import { AppError, type FieldError } from '../shared/app-error.js';
import { type LegalDate } from '../shared/legal-date.js';
import { CHILD_ROLES, isCell, ORG_ROLES, type OrgRole } from './roles.js';

/** Changes of the tree. Source: glossary 24; MOVE and CHANGE_ROLE: process.md section 9. */
export const TREE_CHANGES = ['ESTABLISH', 'MERGE', 'ABSORB', 'SPLIT', 'RENAME', 'MOVE', 'CHANGE_ROLE', 'DISSOLVE'] as const;
export type TreeChangeKind = (typeof TREE_CHANGES)[number];

/** An organisation that begins by the change. */
export interface NewNode {
  readonly code: string;
  readonly name: string;
  readonly role: OrgRole;
  /** Code of the organisation above; null: the top of a tree. */
  readonly parent: string | null;
  readonly quotaGroup?: string | null;
}

/** What was decided, by codes. */
export type TreeChange =
  | { readonly kind: 'ESTABLISH'; readonly node: NewNode }
  | { readonly kind: 'MERGE'; readonly predecessors: readonly string[]; readonly node: NewNode }
  | { readonly kind: 'ABSORB'; readonly predecessors: readonly string[]; readonly successor: string }
  /** `continues`: the organisation goes on with what no part takes over (tách), else it ends (chia). */
  | { readonly kind: 'SPLIT'; readonly code: string; readonly continues: boolean; readonly parts: readonly SplitPart[] }
  | { readonly kind: 'RENAME'; readonly code: string; readonly name: string }
  | { readonly kind: 'MOVE'; readonly code: string; readonly parent: string }
  | { readonly kind: 'CHANGE_ROLE'; readonly code: string; readonly role: OrgRole; readonly parent?: string }
  | { readonly kind: 'DISSOLVE'; readonly code: string };
export interface SplitPart {
  readonly node: NewNode;
  /** Codes of the lower organisations that go with the part. */
  readonly children: readonly string[];
  /** Codes of the members who go with the part; only between cells. */
  readonly members: readonly string[];
}

/** An organisation in force on the day of the change. */
export interface TreeNode {
  readonly code: string;
  readonly name: string;
  readonly role: OrgRole;
  readonly parent: string | null;
  /** First day of the version in force. */
  readonly from: LegalDate;
  /** First day of a version recorded for later, or the day after a recorded end. */
  readonly changedLater: LegalDate | null;
  /** Codes of members who belong to it on the day or later. */
  readonly members: readonly string[];
}

/** The tree as held true, on the day of the change. */
export interface TreeOnDay {
  readonly on: LegalDate;
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** Codes that are or were in use, with the days of use of those not in force: a code is never given twice. */
  readonly used: ReadonlyMap<string, { readonly from: LegalDate; readonly to: LegalDate | null }>;
}

/** What the change makes of the tree. */
export interface TreePlan {
  readonly begin: readonly NewNode[];
  /** Organisations whose last day is the one before. */
  readonly end: readonly string[];
  /** New versions of organisations that go on. */
  readonly revise: readonly { readonly code: string; readonly name?: string; readonly role?: OrgRole; readonly parent?: string }[];
  readonly lineage: readonly { readonly predecessor: string; readonly successor: string }[];
  readonly move: readonly { readonly from: string; readonly to: string; readonly members: readonly string[] }[];
  /** Every organisation the decision is about. */
  readonly touches: readonly string[];
}

const NOTHING: TreePlan = { begin: [], end: [], revise: [], lineage: [], move: [], touches: [] };

/**
 * Checks a change against the tree and says what it does. Pure.
 * @throws AppError ORGANISATION.NOT_IN_FORCE, CODE_TAKEN, PARENT_MISSING, PARENT_NOT_ALLOWED, TREE_CYCLE, MEMBERS_REMAIN, CHILDREN_REMAIN,
 *   CHANGED_LATER, UNCHANGED (conflict), CHANGE_INVALID (invalid) with field errors, UNKNOWN (not-found)
 */
export function planTreeChange(change: TreeChange, tree: TreeOnDay): TreePlan {
  switch (change.kind) {
    case 'ESTABLISH':
      assertNew(change.node, tree, []);
      return { ...NOTHING, begin: [change.node], touches: [change.node.code] };
    case 'MERGE':
      return planMerge(change.predecessors, change.node, tree);
    case 'ABSORB':
      return planAbsorb(change.predecessors, change.successor, tree);
    case 'SPLIT':
      return planSplit(change, tree);
    case 'RENAME': {
      const node = changeable(change.code, tree);
      if (node.name === change.name) throw unchanged(node.code, 'name');
      return { ...NOTHING, revise: [{ code: node.code, name: change.name }], touches: [node.code] };
    }
    case 'MOVE':
      return planMove(change.code, change.parent, tree);
    case 'CHANGE_ROLE':
      return planRole(change, tree);
    case 'DISSOLVE': {
      const node = changeable(change.code, tree);
      assertEmpty(node, tree);
      return { ...NOTHING, end: [node.code], touches: [node.code] };
    }
  }
}

function planMerge(codes: readonly string[], node: NewNode, tree: TreeOnDay): TreePlan {
  const predecessors = distinct(codes, 2, tree);
  assertNew(node, tree, codes);
  return takeOver(predecessors, { code: node.code, role: node.role }, tree, { ...NOTHING, begin: [node] });
}

function planAbsorb(codes: readonly string[], into: string, tree: TreeOnDay): TreePlan {
  const predecessors = distinct(codes, 1, tree);
  const successor = inForce(into, tree);
  if (codes.includes(into)) throw invalid('/successor', 'FIELD.NOT_ALLOWED', { not: into });
  for (const predecessor of predecessors) if (isBelow(successor, predecessor.code, tree)) throw circle(successor.code, predecessor.code);
  return takeOver(predecessors, successor, tree, NOTHING);
}

/** Members and lower organisations of those that end go to the one that goes on. */
function takeOver(predecessors: readonly TreeNode[], successor: { readonly code: string; readonly role: OrgRole }, tree: TreeOnDay, base: TreePlan): TreePlan {
  const ends = new Set(predecessors.map((node) => node.code));
  const children = predecessors.flatMap((node) => childrenOf(node.code, tree)).filter((child) => !ends.has(child.code) && child.code !== successor.code);
  for (const child of children) {
    changeable(child.code, tree);
    assertAllowed(child.role, successor.role, child.code);
  }
  const move = predecessors.filter((node) => node.members.length > 0).map((node) => ({ from: node.code, to: successor.code, members: node.members }));
  if (move.length > 0 && !isCell(successor.role)) throw membersRemain(predecessors.find((node) => node.members.length > 0)!, successor.code);
  return {
    ...base,
    end: [...ends],
    revise: children.map((child) => ({ code: child.code, parent: successor.code })),
    lineage: predecessors.map((node) => ({ predecessor: node.code, successor: successor.code })),
    move,
    touches: [...ends, successor.code, ...children.map((child) => child.code)],
  };
}

function planSplit(change: Extract<TreeChange, { kind: 'SPLIT' }>, tree: TreeOnDay): TreePlan {
  const old = changeable(change.code, tree);
  if (change.parts.length < (change.continues ? 1 : 2)) throw invalid('/parts', 'FIELD.TOO_SMALL', { of: 'array', minimum: change.continues ? 1 : 2 });
  const children = new Set(childrenOf(old.code, tree).map((child) => child.code));
  const members = new Set(old.members);
  change.parts.forEach((part, at) => {
    assertNew(part.node, tree, change.continues ? [] : [old.code]);
    if (change.parts.findIndex((other) => other.node.code === part.node.code) !== at) throw invalid(`/parts/${at}/node/code`, 'FIELD.REPEATED');
    part.children.forEach((code, n) => {
      if (!children.delete(code)) throw invalid(`/parts/${at}/children/${n}`, 'FIELD.NOT_ALLOWED', { accepted: childrenOf(old.code, tree).map((child) => child.code) });
      assertAllowed(changeable(code, tree).role, part.node.role, code);
    });
    if (part.members.length > 0 && !isCell(part.node.role)) throw membersRemain(old, part.node.code);
    part.members.forEach((code, n) => {
      if (!members.delete(code)) throw invalid(`/parts/${at}/members/${n}`, 'FIELD.NOT_ALLOWED', { organisation: old.code });
    });
  });
  if (!change.continues && children.size > 0) throw childrenRemain(old.code, [...children]);
  if (!change.continues && members.size > 0) throw membersRemain({ ...old, members: [...members] }, null);
  return {
    begin: change.parts.map((part) => part.node),
    end: change.continues ? [] : [old.code],
    revise: change.parts.flatMap((part) => part.children.map((code) => ({ code, parent: part.node.code }))),
    lineage: change.parts.map((part) => ({ predecessor: old.code, successor: part.node.code })),
    move: change.parts.filter((part) => part.members.length > 0).map((part) => ({ from: old.code, to: part.node.code, members: part.members })),
    touches: [old.code, ...change.parts.flatMap((part) => [part.node.code, ...part.children])],
  };
}

function planMove(code: string, to: string, tree: TreeOnDay): TreePlan {
  const node = changeable(code, tree);
  const parent = inForce(to, tree);
  if (node.parent === to) throw unchanged(code, 'parent');
  if (isBelow(parent, code, tree)) throw circle(code, to);
  assertAllowed(node.role, parent.role, code);
  return { ...NOTHING, revise: [{ code, parent: to }], touches: [code, to] };
}

function planRole({ code, role, parent: to }: Extract<TreeChange, { kind: 'CHANGE_ROLE' }>, tree: TreeOnDay): TreePlan {
  const node = changeable(code, tree);
  if (node.role === role) throw unchanged(code, 'role');
  const above = to ?? node.parent;
  if (above === null) {
    if (!isTop(role)) throw parentMissing(code, role);
  } else {
    const parent = inForce(above, tree);
    if (isBelow(parent, code, tree)) throw circle(code, above);
    assertAllowed(role, parent.role, code);
  }
  const misfits = childrenOf(code, tree).filter((child) => !CHILD_ROLES[role].includes(child.role));
  if (misfits.length > 0) throw childrenRemain(code, misfits.map((child) => child.code), CHILD_ROLES[role]);
  if (!isCell(role) && node.members.length > 0) throw membersRemain(node, null);
  return { ...NOTHING, revise: [{ code, role, ...(to !== undefined && to !== node.parent && { parent: to }) }], touches: [code, ...(to ? [to] : [])] };
}

// --- the tree ------------------------------------------------------------------------------------------------------

const childrenOf = (code: string, tree: TreeOnDay): TreeNode[] => [...tree.nodes.values()].filter((node) => node.parent === code);

/** Is the node the organisation with this code, or below it? */
function isBelow(node: TreeNode, code: string, tree: TreeOnDay): boolean {
  for (let at: TreeNode | undefined = node, steps = 0; at && steps <= tree.nodes.size; at = at.parent === null ? undefined : tree.nodes.get(at.parent), steps++) {
    if (at.code === code) return true;
  }
  return false;
}

function inForce(code: string, tree: TreeOnDay): TreeNode {
  const node = tree.nodes.get(code);
  if (node) return node;
  const used = tree.used.get(code);
  if (used) throw new AppError('ORGANISATION.NOT_IN_FORCE', 'conflict', 'The organisation did not exist on that day', { code, on: tree.on, from: used.from, to: used.to });
  throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code on that date', { code, on: tree.on });
}

/** In force, and nothing is recorded for a later day that this change would contradict. */
function changeable(code: string, tree: TreeOnDay): TreeNode {
  const node = inForce(code, tree);
  if (node.changedLater !== null) {
    throw new AppError('ORGANISATION.CHANGED_LATER', 'conflict', 'A later change of the organisation is recorded: correct that one first, or decide from that day on', { code, on: tree.on, earliest: node.changedLater });
  }
  return node;
}

function distinct(codes: readonly string[], atLeast: number, tree: TreeOnDay): TreeNode[] {
  if (codes.length < atLeast) throw invalid('/predecessors', 'FIELD.TOO_SMALL', { of: 'array', minimum: atLeast });
  codes.forEach((code, at) => {
    if (codes.indexOf(code) !== at) throw invalid(`/predecessors/${at}`, 'FIELD.REPEATED');
  });
  const nodes = codes.map((code) => changeable(code, tree));
  for (const one of nodes) for (const other of nodes) if (one !== other && isBelow(one, other.code, tree)) throw circle(one.code, other.code);
  return nodes;
}

/** @param ending codes that end by the same change: nothing new may stand below them */
function assertNew(node: NewNode, tree: TreeOnDay, ending: readonly string[]): void {
  const used = tree.used.get(node.code);
  if (tree.nodes.has(node.code) || used) throw new AppError('ORGANISATION.CODE_TAKEN', 'conflict', 'The code belongs to an organisation that is or was', { code: node.code, from: used?.from ?? null, to: used?.to ?? null });
  if (node.parent === null) {
    if (!isTop(node.role)) throw parentMissing(node.code, node.role);
    return;
  }
  const parent = inForce(node.parent, tree);
  if (ending.some((code) => isBelow(parent, code, tree))) throw circle(node.code, node.parent);
  assertAllowed(node.role, parent.role, node.code);
}

const isTop = (role: OrgRole): boolean => role === 'PROVINCIAL_ORG' || role === 'SUPERIOR_ORG';
const parentsOf = (role: OrgRole): OrgRole[] => ORG_ROLES.filter((parent) => CHILD_ROLES[parent].includes(role));

function assertAllowed(role: OrgRole, parentRole: OrgRole, code: string): void {
  if (CHILD_ROLES[parentRole].includes(role)) return;
  throw new AppError('ORGANISATION.PARENT_NOT_ALLOWED', 'conflict', 'An organisation of this role does not stand directly below one of that role', { code, role, parentRole, allowed: parentsOf(role) });
}

function assertEmpty(node: TreeNode, tree: TreeOnDay): void {
  const children = childrenOf(node.code, tree);
  if (children.length > 0) throw childrenRemain(node.code, children.map((child) => child.code));
  if (node.members.length > 0) throw membersRemain(node, null);
}

// --- refusals ------------------------------------------------------------------------------------------------------

const membersRemain = (node: TreeNode, to: string | null) =>
  new AppError('ORGANISATION.MEMBERS_REMAIN', 'conflict', 'Members would be left without a cell: move them first', { code: node.code, members: node.members.length, to });
const childrenRemain = (code: string, children: readonly string[], allowed?: readonly OrgRole[]) =>
  new AppError('ORGANISATION.CHILDREN_REMAIN', 'conflict', 'Lower organisations would be left without a place: move them first', { code, children: [...children], ...(allowed && { allowed: [...allowed] }) });
const circle = (code: string, other: string) => new AppError('ORGANISATION.TREE_CYCLE', 'conflict', 'The organisations would stand above each other in a circle', { code, other });
const unchanged = (code: string, what: string) => new AppError('ORGANISATION.UNCHANGED', 'conflict', 'The organisation is like that already', { code, what });
const parentMissing = (code: string, role: OrgRole) => new AppError('ORGANISATION.PARENT_MISSING', 'conflict', 'An organisation of this role stands below another', { code, role, allowed: parentsOf(role) });
const invalid = (pointer: string, code: string, facts: FieldError['facts'] = {}) => new AppError('ORGANISATION.CHANGE_INVALID', 'invalid', 'The change cannot be meant like that', {}, [{ pointer, code, facts }]);

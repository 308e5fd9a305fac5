import { canonicalJson, type Mark } from '@binhxet/domain';
import { type RuleFile } from './rule-file.js';

/** One place where two rule files differ. A value with a source is compared as a whole: value, clause and mark belong together. */
export interface RuleChange {
  /** RFC 6901 pointer; entries of a list that have ids are named by them, so that a new entry does not shift the rest. */
  readonly path: string;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly old: ChangedValue | null;
  readonly new: ChangedValue | null;
}

export interface ChangedValue {
  /** JSON; null where it is not confirmed. */
  readonly value: unknown;
  readonly source?: string;
  readonly mark?: Mark;
}

type Node = Readonly<Record<string, unknown>>;

/** Differences in the order of the new file, what is gone last in its list. `version` and `title` count too. */
export function diffRuleFiles(older: RuleFile, newer: RuleFile): RuleChange[] {
  const changes: RuleChange[] = [];
  walk(older, newer, '', changes);
  return changes;
}

function walk(older: unknown, newer: unknown, path: string, changes: RuleChange[]): void {
  if (older === undefined && newer === undefined) return;
  if (older !== undefined && newer !== undefined && canonicalJson(older) === canonicalJson(newer)) return;
  if (older === undefined) return void changes.push({ path, change: 'ADDED', old: null, new: changed(newer) });
  if (newer === undefined) return void changes.push({ path, change: 'REMOVED', old: changed(older), new: null });
  const [before, after] = [membersOf(older), membersOf(newer)];
  if (!before || !after || isSourced(older) || isSourced(newer))
    return void changes.push({ path, change: 'CHANGED', old: changed(older), new: changed(newer) });
  for (const key of new Set([...after.keys(), ...before.keys()]))
    walk(before.get(key), after.get(key), `${path}/${escaped(key)}`, changes);
}

/** Members by name; entries of a list by what identifies them. null for a plain value. */
function membersOf(node: unknown): Map<string, unknown> | null {
  if (typeof node !== 'object' || node === null) return null;
  if (!Array.isArray(node)) return new Map(Object.entries(node));
  if (node.some((entry) => typeof entry !== 'object' || entry === null)) return null;
  const names = node.map((entry: Node, index) => nameOf(entry) ?? String(index));
  return new Set(names).size === names.length
    ? new Map(names.map((name, index) => [name, node[index]]))
    : new Map(node.map((entry, index) => [String(index), entry]));
}

function nameOf(entry: Node): string | null {
  if (typeof entry['id'] === 'string') return entry['id'];
  if (typeof entry['date'] === 'string') return entry['date'];
  if (typeof entry['document'] === 'string') return entry['document'];
  if (Array.isArray(entry['subjects']) && typeof entry['level'] === 'number')
    return `${entry['subjects'].join('+')}.${entry['level']}`;
  return null;
}

function isSourced(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'source' in node && 'mark' in node;
}

function changed(node: unknown): ChangedValue {
  if (!isSourced(node)) return { value: node };
  const { source, mark, value, ...rest } = node as { source: string; mark: Mark; value?: unknown };
  return { value: value === undefined ? rest : value, source, mark };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

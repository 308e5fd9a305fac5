import { type Schemas } from '@binhxet/api-client';

export type Line = Schemas['ExplainedNode'];
export interface Branch {
  readonly line: Line;
  readonly children: Branch[];
}

/** Lines with their depth, each before its children, as a tree. */
export function branchesOf(lines: readonly Line[]): Branch[] {
  const roots: Branch[] = [];
  const path: Branch[] = [];
  for (const line of lines) {
    const branch: Branch = { line, children: [] };
    path.length = Math.min(path.length, line.depth);
    (path.at(-1)?.children ?? roots).push(branch);
    path.push(branch);
  }
  return roots;
}

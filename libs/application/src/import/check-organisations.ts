import { CHILD_ROLES, ORG_ROLES, type OrgRole } from '@binhxet/domain';
import { type OrganisationRecord } from './import-columns.js';
import { type IssueList } from './import-issue.js';
import { eachOverlap } from './intervals.js';
import { type KnownCodes } from './known-codes.js';

const parentsOf = (role: OrgRole): OrgRole[] => ORG_ROLES.filter((parent) => CHILD_ROLES[parent].includes(role));

/** Nodes a tree may start with. */
const isRoot = (role: OrgRole) => role === 'PROVINCIAL_ORG' || role === 'SUPERIOR_ORG';

/**
 * Versions of one code may follow each other and never overlap (so each node has one parent on any day); every node but a root has
 * a parent with a role that may have it; nobody is above itself.
 */
export function checkOrganisations(
  file: string,
  rows: readonly OrganisationRecord[],
  known: KnownCodes,
  issues: IssueList,
): void {
  const latest = new Map<string, OrganisationRecord>();
  for (const row of rows) {
    const other = latest.get(row.code);
    if (!other || row.from > other.from) latest.set(row.code, row);
    if (row.to !== null && row.to < row.from)
      issues.add(file, row.row, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' });
  }
  for (const row of latest.values()) known.setRole(row.code, row.role);

  eachOverlap(
    rows,
    (row) => row.code,
    (later, earlier) =>
      later.from === earlier.from
        ? issues.add(file, later.row, 'code', 'IMPORT.ROW_DUPLICATE', { firstRow: earlier.row })
        : issues.add(file, later.row, 'from', 'IMPORT.PERIODS_OVERLAP', { otherRow: earlier.row }),
  );

  const circular = codesInCycles(latest);
  for (const row of rows) {
    const unknown = (row.lineageOf ?? []).filter((code) => !known.hasOrganisation(code));
    if (unknown.length > 0)
      issues.add(file, row.row, 'lineageOf', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (row.lineageOf?.includes(row.code))
      issues.add(file, row.row, 'lineageOf', 'IMPORT.CELL_NOT_ALLOWED', { expected: 'OTHER_ORGANISATION' });
    // A merger is a decision, which is kept with its number.
    if (row.lineageOf !== null && row.lineageOf.length > 1 && row.decision === null)
      issues.add(file, row.row, 'decision', 'IMPORT.CELL_EMPTY', { expected: 'DECISION_OF_MERGER' });
    if (row.parent === null) {
      if (!isRoot(row.role))
        issues.add(file, row.row, 'parent', 'IMPORT.PARENT_MISSING', { allowed: parentsOf(row.role) });
      continue;
    }
    if (!known.hasOrganisation(row.parent)) {
      issues.add(file, row.row, 'parent', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
      continue;
    }
    if (circular.has(row.code)) {
      issues.add(file, row.row, 'parent', 'IMPORT.TREE_CYCLE', { length: circular.get(row.code)! });
      continue;
    }
    const parentRole = known.role(row.parent);
    if (parentRole !== null && !CHILD_ROLES[parentRole].includes(row.role))
      issues.add(file, row.row, 'parent', 'IMPORT.PARENT_NOT_ALLOWED', { allowed: parentsOf(row.role) });
  }
}

/** @returns code → length of the circle it stands in. Each node is walked once. */
function codesInCycles(nodes: ReadonlyMap<string, OrganisationRecord>): Map<string, number> {
  const found = new Map<string, number>();
  const done = new Set<string>();
  for (const start of nodes.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let code: string | null = start;
    while (code !== null && nodes.has(code) && !done.has(code) && !onPath.has(code)) {
      onPath.set(code, path.length);
      path.push(code);
      code = nodes.get(code)!.parent;
    }
    if (code !== null && onPath.has(code)) {
      const circle = path.slice(onPath.get(code));
      for (const member of circle) found.set(member, circle.length);
    }
    for (const visited of path) done.add(visited);
  }
  return found;
}

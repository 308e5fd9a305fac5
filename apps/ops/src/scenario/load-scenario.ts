import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  IMPORT_KINDS,
  type ImportIssue,
  type ImportKind,
  type ImportRecords,
  SCENARIO_KINDS,
  type ScenarioKind,
  type ScenarioRecords,
  type TableFile,
  validateScenario,
} from '@binhxet/application';
import { addDays } from '@binhxet/domain';
import { parse as parseYaml } from 'yaml';
import { readTableFile, UnreadableTable } from './read-table.js';
import { type ExpectedFile, openingDayOf, ratingYearOf, type ScenarioHead } from './scenario-head.js';
import { schemaFaults } from './schemas.js';

export interface Scenario {
  readonly folder: string;
  readonly head: ScenarioHead;
  /** Tables for the server, as read. */
  readonly tables: readonly TableFile<ImportKind>[];
  readonly data: ImportRecords;
  /** What the runner keeps to itself. */
  readonly play: ScenarioRecords;
  /** Over head and tables, `expected.yaml` left out; lower-case hex. */
  readonly sha256: string;
}

/** The folder is refused: every fault of every file. */
export class ScenarioRefused extends Error {
  constructor(readonly issues: readonly ImportIssue[]) {
    super(`${issues.length} faults`);
  }
}

const HEAD = 'scenario.yaml';
const EXPECTED = 'expected.yaml';
const KINDS: readonly (ImportKind | ScenarioKind)[] = [...IMPORT_KINDS, ...SCENARIO_KINDS];
const issue = (
  file: string,
  row: number,
  column: string | null,
  code: ImportIssue['code'],
  facts: ImportIssue['facts'] = {},
): ImportIssue => ({ file, row, column, code, facts });

/**
 * Reads and checks a scenario folder. What it expects is not looked at: see {@link readExpected}.
 * @throws ScenarioRefused with all faults at once
 */
export async function loadScenario(folder: string): Promise<Scenario> {
  const issues: ImportIssue[] = [];
  const head = readHead(folder, issues);
  const tables: TableFile<ImportKind | ScenarioKind>[] = [];
  const hash = createHash('sha256');
  for (const kind of KINDS) {
    const found = [`${kind}.csv`, `${kind}.xlsx`].filter((name) => existsSync(path.join(folder, name)));
    if (found.length > 1) issues.push(issue(found[1]!, 0, null, 'IMPORT.ROW_DUPLICATE', { otherFile: found[0]! }));
    const name = found[0];
    if (name === undefined) continue;
    hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
    try {
      tables.push(await readTableFile(path.join(folder, name), name, kind));
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      issues.push(issue(name, 0, null, 'IMPORT.FILE_UNREADABLE', error.line > 0 ? { line: error.line } : {}));
    }
  }
  const known = new Set([HEAD, EXPECTED, 'README.md', ...KINDS.flatMap((kind) => [`${kind}.csv`, `${kind}.xlsx`])]);
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!known.has(name) && /\.(csv|xlsx|ya?ml)$/.test(name))
      issues.push(issue(name, 0, null, 'IMPORT.CELL_NOT_ALLOWED', { allowed: [...known] }));
  }
  const checked = validateScenario(tables, {
    years: head?.years.map(ratingYearOf) ?? [],
    superior: head?.superior ?? '',
    registration: registrationTimes(head),
  });
  // Without a head there is nothing its superior could be compared with; without a file nothing refers to it wrongly.
  const unreadable = new Set(
    issues.filter((each) => each.code === 'IMPORT.FILE_UNREADABLE').map((each) => each.file.replace(/\.[a-z]+$/, '')),
  );
  issues.push(
    ...checked.issues.filter(
      (each) => (head || each.file !== HEAD) && !(each.code === 'IMPORT.FILE_MISSING' && unreadable.has(each.file)),
    ),
  );
  if (issues.length > 0 || !head) throw new ScenarioRefused(issues);
  hash.update(readFileSync(path.join(folder, HEAD)));
  const isImport = (table: TableFile<ImportKind | ScenarioKind>): table is TableFile<ImportKind> =>
    (IMPORT_KINDS as readonly string[]).includes(table.kind);
  return {
    folder,
    head,
    tables: tables.filter(isImport),
    data: checked.data.records,
    play: checked.play,
    sha256: hash.digest('hex'),
  };
}

function readHead(folder: string, issues: ImportIssue[]): ScenarioHead | null {
  const document = readYaml(folder, HEAD, issues);
  if (document === undefined) return null;
  const faults = schemaFaults('scenario', document);
  for (const { pointer, accepted } of faults)
    issues.push(issue(HEAD, 0, pointer, 'IMPORT.HEAD_MALFORMED', { allowed: accepted }));
  if (faults.length > 0) return null;
  const head = document as ScenarioHead;
  head.years.forEach((year, at) => {
    const before = head.years[at - 1];
    const wrong = (pointer: string, allowed: string) =>
      issues.push(issue(HEAD, 0, `/years/${at}/${pointer}`, 'IMPORT.HEAD_MALFORMED', { allowed }));
    if (year.clock.until < year.clock.from) wrong('clock/until', `≥ ${year.clock.from}`);
    const { registration, midYear } = year;
    if (registration) {
      const { from, dueOn } = registration;
      const next = midYear?.heldOn ?? year.clock.from;
      if (dueOn < from || dueOn >= next) wrong('registration', `from ≤ dueOn < ${next}`);
      if (midYear && midYear.from !== from) wrong('midYear/from', from);
    }
    if (midYear) {
      const order = [midYear.from, midYear.heldOn, midYear.correctBefore, year.clock.from];
      if (order.some((day, nth) => nth > 0 && day <= order[nth - 1]!))
        wrong('midYear', 'from < heldOn < correctBefore < clock.from');
    }
    if (before && ratingYearOf(year) <= ratingYearOf(before)) wrong('period', `> ${before.period}`);
    else if (before && year.clock.from <= before.clock.until) wrong('clock/from', `> ${before.clock.until}`);
    else if (before && openingDayOf(year) <= before.clock.until)
      wrong(registration ? 'registration/from' : 'midYear/from', `> ${before.clock.until}`);
  });
  return head;
}

/** Years that take registrations, and on which days; the step itself closes a few working days after it is due. */
function registrationTimes(head: ScenarioHead | null) {
  return new Map(
    (head?.years ?? []).flatMap((year) =>
      year.registration
        ? [
            [
              ratingYearOf(year),
              { from: year.registration.from, until: addDays(year.midYear?.heldOn ?? year.clock.from, -1) },
            ] as const,
          ]
        : [],
    ),
  );
}

/**
 * Figures a scenario is expected to end with. Called after the last act only.
 * @returns null when the folder declares none
 * @throws ScenarioRefused when the file is malformed
 */
export function readExpected(folder: string): ExpectedFile | null {
  if (!existsSync(path.join(folder, EXPECTED))) return null;
  const issues: ImportIssue[] = [];
  const document = readYaml(folder, EXPECTED, issues);
  if (document !== undefined)
    for (const { pointer, accepted } of schemaFaults('expected', document))
      issues.push(issue(EXPECTED, 0, pointer, 'IMPORT.HEAD_MALFORMED', { allowed: accepted }));
  if (issues.length > 0) throw new ScenarioRefused(issues);
  return document as ExpectedFile;
}

function readYaml(folder: string, name: string, issues: ImportIssue[]): unknown {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    issues.push(issue(name, 0, null, 'IMPORT.FILE_MISSING'));
    return undefined;
  }
  try {
    return parseYaml(readFileSync(file, 'utf8'), { schema: 'core' }) as unknown;
  } catch (error) {
    issues.push(
      issue(name, 0, null, 'IMPORT.FILE_UNREADABLE', {
        line: (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 0,
      }),
    );
    return undefined;
  }
}

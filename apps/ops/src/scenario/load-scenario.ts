import { createHash, type Hash } from 'node:crypto';
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
import { parse as parseYaml } from 'yaml';
import { readTableFile, UnreadableTable } from './read-table.js';
import { type ExpectedFile, type ScenarioHead, type TargetsFile } from './scenario-head.js';
import { schemaFaults } from './schemas.js';

export interface Scenario {
  readonly folder: string;
  readonly head: ScenarioHead;
  /** Tables for the server, as read. */
  readonly tables: readonly TableFile<ImportKind>[];
  readonly data: ImportRecords;
  /** What the runner keeps to itself. */
  readonly play: ScenarioRecords;
  /** Resolutions with targets, and readings of old labels; null: the folder has none. */
  readonly targets: TargetsFile | null;
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
const TARGETS = 'targets.yaml';
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
  const known = new Set([HEAD, EXPECTED, TARGETS, 'README.md', ...KINDS.flatMap((kind) => [`${kind}.csv`, `${kind}.xlsx`])]);
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!known.has(name) && /\.(csv|xlsx|ya?ml)$/.test(name))
      issues.push(issue(name, 0, null, 'IMPORT.CELL_NOT_ALLOWED', { allowed: [...known] }));
  }
  const years = head?.years.map((year) => Number(year.period)) ?? [];
  const checked = validateScenario(tables, {
    years: years.length > 0 ? years : [1930, 2199],
    superior: head?.superior ?? '',
    reviews: head?.years[0].early === undefined || head.years[0].early.reviewFrom !== undefined,
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
  const targets = readTargets(folder, issues, hash);
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
    targets,
    sha256: hash.digest('hex'),
  };
}

function readTargets(folder: string, issues: ImportIssue[], hash: Hash): TargetsFile | null {
  const file = path.join(folder, TARGETS);
  if (!existsSync(file)) return null;
  const document = readYaml(folder, TARGETS, issues);
  if (document === undefined) return null;
  const faults = schemaFaults('targets', document);
  for (const { pointer, accepted } of faults)
    issues.push(issue(TARGETS, 0, pointer, 'IMPORT.HEAD_MALFORMED', { allowed: accepted }));
  hash.update(`${TARGETS}\n`).update(readFileSync(file));
  return faults.length === 0 ? (document as TargetsFile) : null;
}

function readHead(folder: string, issues: ImportIssue[]): ScenarioHead | null {
  const document = readYaml(folder, HEAD, issues);
  if (document === undefined) return null;
  const faults = schemaFaults('scenario', document);
  for (const { pointer, accepted } of faults)
    issues.push(issue(HEAD, 0, pointer, 'IMPORT.HEAD_MALFORMED', { allowed: accepted }));
  return faults.length === 0 ? (document as ScenarioHead) : null;
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

import { checkActs, checkDecisions, checkEarlierYears, checkMarks, checkRecords } from './check-acts.js';
import { checkPersonBallots, checkPersonMarks } from './check-person-ballots.js';
import { checkRegistrations, type RegistrationTime } from './check-registrations.js';
import { readTable } from './column.js';
import { IMPORT_KINDS, type ImportKind } from './import-columns.js';
import { type ImportIssue, IssueList, type TableFile } from './import-issue.js';
import { SCENARIO_COLUMNS, SCENARIO_KINDS, type ScenarioKind, type ScenarioRecords } from './scenario-columns.js';
import { type ImportFile, type ImportValidation, validateImport } from './validate-import.js';

export interface ScenarioValidation {
  readonly data: ImportValidation;
  readonly play: ScenarioRecords;
  readonly issues: readonly ImportIssue[];
}

const isImport = (file: TableFile): file is ImportFile => (IMPORT_KINDS as readonly string[]).includes(file.kind);

/**
 * Checks everything a scenario folder says except its head and what it expects. Pure.
 * @param files tables of the kinds of {@link IMPORT_KINDS} and {@link SCENARIO_KINDS}, at most one of each
 * @param head what the other tables have to fit: rating years (none: unknown, nothing is held against them), code of the superior, when
 *   each year that has registration takes it
 */
export function validateScenario(
  files: readonly TableFile<ImportKind | ScenarioKind>[],
  head: {
    readonly years: readonly number[];
    readonly superior: string;
    readonly registration?: ReadonlyMap<number, RegistrationTime>;
  },
): ScenarioValidation {
  const data = validateImport(files.filter(isImport));
  const issues = new IssueList();
  const { known } = data;
  const find = (kind: ScenarioKind) => files.find((file) => file.kind === kind);
  const read = <K extends ScenarioKind>(kind: K) => {
    const file = find(kind);
    return (file ? readTable(SCENARIO_COLUMNS[kind], file, issues) : []) as unknown as ScenarioRecords[K];
  };
  const play: ScenarioRecords = {
    acts: read('acts'),
    marks: read('marks'),
    decisions: read('decisions'),
    records: read('records'),
    registrations: read('registrations'),
    personBallots: read('personBallots'),
    personMarks: read('personMarks'),
  };
  const name = (kind: ScenarioKind) => find(kind)?.name ?? kind;
  checkActs(name('acts'), play.acts, known, head.years, issues);
  checkMarks(name('marks'), play.marks, known, head.years, issues);
  checkDecisions(name('decisions'), play.decisions, known, head.years, issues);
  checkRecords(name('records'), play.records, known, issues);
  checkRegistrations(name('registrations'), play.registrations, known, head, issues);
  checkPersonBallots(name('personBallots'), play.personBallots, known, head.years, issues);
  checkPersonMarks(name('personMarks'), play.personMarks, play.personBallots, known, issues);
  checkEarlierYears(
    files.find((file) => file.kind === 'history')?.name ?? 'history',
    data.records.history,
    head.years,
    issues,
  );

  for (const kind of ['organisations', 'members', 'posts', 'marks'] as const)
    if (!files.some((file) => file.kind === kind))
      issues.add(kind, 0, null, 'IMPORT.FILE_MISSING', { allowed: [`${kind}.csv`, `${kind}.xlsx`] });
  if (!known.hasOrganisation(head.superior))
    issues.add('scenario.yaml', 0, 'superior', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });

  const order = [
    'scenario.yaml',
    ...[...IMPORT_KINDS, ...SCENARIO_KINDS].map((kind) => files.find((file) => file.kind === kind)?.name ?? kind),
  ];
  return {
    data,
    play,
    issues: [
      ...issues.sorted(order).filter((issue) => issue.row === 0),
      ...data.issues,
      ...issues.sorted(order).filter((issue) => issue.row !== 0),
    ],
  };
}

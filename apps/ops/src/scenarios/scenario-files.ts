import { IMPORT_COLUMNS, type ImportKind, SCENARIO_COLUMNS, type ScenarioKind } from '@binhxet/application';
import { stringify } from 'yaml';
import { compactMarks } from './compact-marks.js';
import { type ExpectedFile, type ScenarioHead } from '../scenario/scenario-head.js';

type Kind = ImportKind | ScenarioKind;
type Cell = string | number | boolean | null | undefined;

const COLUMNS: Readonly<Record<Kind, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...IMPORT_COLUMNS, ...SCENARIO_COLUMNS }).map(([kind, columns]) => [kind, Object.keys(columns)]),
) as never;

/** Rows of a scenario on their way into files. Columns nobody filled are left out of the file. */
export class ScenarioFiles {
  private readonly rows = new Map<Kind, Readonly<Record<string, Cell>>[]>();

  add(kind: Kind, row: Readonly<Record<string, Cell>>): void {
    const unknown = Object.keys(row).filter((name) => !COLUMNS[kind].includes(name));
    if (unknown.length > 0) throw new Error(`${kind} has no column ${unknown.join(', ')}`);
    const rows = this.rows.get(kind);
    if (rows) rows.push(row);
    else this.rows.set(kind, [row]);
  }

  /** @returns file name → content, UTF-8, lines ended by LF */
  render(head: ScenarioHead, expected: ExpectedFile, readme: string): Map<string, string> {
    const files = new Map<string, string>([
      ['README.md', readme],
      [
        'expected.yaml',
        yaml(expected, 'Read by the runner after the last act only. Schema: apps/ops/schemas/expected.schema.json'),
      ],
      ['scenario.yaml', yaml(head, 'Schema: apps/ops/schemas/scenario.schema.json')],
    ]);
    for (const [kind, written] of this.rows) {
      const rows = kind === 'marks' ? compactMarks(written) : written;
      const columns = COLUMNS[kind].filter((name) =>
        rows.some((row) => row[name] !== null && row[name] !== undefined && row[name] !== ''),
      );
      files.set(
        `${kind}.csv`,
        [columns, ...rows.map((row) => columns.map((name) => text(row[name])))]
          .map((line) => `${line.map(quoted).join(',')}\n`)
          .join(''),
      );
    }
    return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

/** Tables of the play whose rows say which year they are about. */
const OF_A_YEAR: readonly Kind[] = ['acts', 'marks', 'decisions', 'registrations', 'personBallots', 'personMarks'];

/** Rows of one of several years on their way into the same files: what belongs to the play says its year. */
export class YearFiles extends ScenarioFiles {
  constructor(
    private readonly whole: ScenarioFiles,
    private readonly year: number,
  ) {
    super();
  }

  override add(kind: Kind, row: Readonly<Record<string, Cell>>): void {
    const ofPlay = OF_A_YEAR.includes(kind);
    this.whole.add(kind, ofPlay ? { ...row, year: this.year } : row);
  }
}

const text = (cell: Cell): string =>
  cell === true ? 'yes' : cell === false ? 'no' : cell === null || cell === undefined ? '' : String(cell);
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const yaml = (document: unknown, comment: string): string =>
  `# ${comment}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`;

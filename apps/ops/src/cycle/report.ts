import { type Schemas } from '@binhxet/api-client';
import { RUN_LABELS, VERDICT_LABELS } from '@binhxet/messages';
import { type Terminal } from '../terminal.js';
import { type AttemptOutcome } from './attempts.js';
import { type Person } from './cast.js';
import { type Result } from './figures.js';
import { type Registration, registrationTable } from './registration.js';
import { type RouteTime } from './stopwatch.js';

export interface Commended {
  readonly year: number;
  readonly awardId: string;
  readonly form: string;
  readonly subjectKind: 'MEMBER' | 'COLLECTIVE' | 'ORGANISATION';
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly state: string;
  readonly decision: string | null;
  readonly certificate: string | null;
  readonly years: readonly number[];
}

/** Everything a run ends with; the schema is `schemas/cycle-result.schema.json`. */
export interface CycleResult {
  readonly format: 'binhxet-cycle-result/1';
  readonly scenario: string;
  readonly simulated: boolean;
  readonly seed: number;
  readonly input: { readonly sha256: string };
  readonly cycles: readonly {
    readonly id: string;
    readonly year: number;
    readonly state: string;
    readonly packs: Schemas['Cycle']['pins'];
    readonly settings: Readonly<Record<string, unknown>>;
    readonly settingsHash: string;
    readonly snapshotHash: string | null;
    /** From opening to the end of its last day. */
    readonly ms: number;
  }[];
  readonly results: readonly Result[];
  readonly refusals: readonly AttemptOutcome[];
  readonly commended: readonly Commended[];
  readonly fiveYear: readonly Commended[];
  readonly registrations: readonly Registration[];
  readonly quota: readonly unknown[];
  readonly ledger: { readonly size: number; readonly checkpoint: string; readonly verifierKey: string } | null;
  readonly timings: Readonly<
    Record<
      'startMs' | 'importMs' | 'signInMs' | 'cycleMs' | 'totalMs' | 'requests' | 'repeatedRequests' | 'days',
      number
    >
  > & {
    /** Of `cycleMs`: people at work, looks at how far the engine is, pauses between two looks. */
    readonly actingMs: number;
    readonly lookingMs: number;
    readonly waitingMs: number;
    readonly routes: readonly RouteTime[];
  };
  readonly exitCode: number;
}

/** The commended as the report lists them, page by page. */
export async function readCommended(
  person: Person,
  cycleId: string,
  year: number,
  list: 'commended' | 'several-years',
): Promise<Commended[]> {
  const all: Commended[] = [];
  for await (const row of person.pages<Schemas['CommendedRow']>(`/cycles/${cycleId}/report/commended?list=${list}`)) {
    all.push({
      year,
      awardId: row.awardId,
      form: row.form,
      subjectKind: row.subjectKind,
      code: row.subject.code,
      name: row.subject.name,
      organisation: row.organisation.code,
      state: row.state,
      decision: row.decisionNumber,
      certificate: row.certificateNumber,
      years: yearsOf(row.chain),
    });
  }
  return all;
}

function yearsOf(chain: unknown): number[] {
  const list = Array.isArray(chain) ? chain : ((chain as { years?: unknown[] } | null)?.years ?? []);
  return list
    .flatMap((entry) =>
      typeof entry === 'number'
        ? [entry]
        : typeof (entry as { year?: unknown } | null)?.year === 'number'
          ? [(entry as { year: number }).year]
          : [],
    )
    .sort();
}

/** The end of a run, for people. */
export function printResult(terminal: Terminal, result: CycleResult): void {
  const heading = (key: keyof typeof RUN_LABELS) => terminal.line(`\n${RUN_LABELS[key].vi} · ${RUN_LABELS[key].en}`);
  terminal.line('');
  const years = [...new Set(result.results.map((row) => row.year))];
  for (const year of years) {
    if (years.length > 1) terminal.line(`\n${year}`);
    table(terminal, [
      RUN_LABELS.tableHead.vi.split(' | '),
      ...result.results
        .filter((row) => row.year === year)
        .map((row) => [
          row.label,
          row.target ?? '–',
          row.published ?? '–',
          row.reached.text,
          row.verdict ? VERDICT_LABELS[row.verdict].vi : '–',
          row.agrees === null ? '–' : row.agrees ? 'có' : 'KHÔNG',
        ]),
    ]);
  }
  if (result.registrations.length > 0) {
    heading('registrations');
    const registered = [...new Set(result.registrations.map((row) => row.year))];
    table(terminal, [['', ...registered.map(String)], ...registrationTable(result.registrations)]);
  }
  if (result.quota.length > 0) {
    heading('quota');
    for (const line of result.quota as Schemas['CycleReport']['quota'])
      terminal.line(
        `  ${line.decisionNumber} (${line.organisation.name}): ${line.reason ?? '–'} · ${line.document ?? '–'}`,
      );
  }
  heading('commended');
  for (const award of new Set(result.commended.map(({ year, awardId }) => `${year} ${awardId}`))) {
    const rows = result.commended.filter(({ year, awardId }) => `${year} ${awardId}` === award);
    terminal.line(`  ${years.length > 1 ? award : rows[0]!.awardId}: ${rows.length}`);
    for (const row of rows.slice(0, 60))
      terminal.line(`    ${row.certificate ?? '–'}  ${row.name} (${row.code}, ${row.organisation})`);
  }
  if (result.fiveYear.length > 0) {
    heading('severalYears');
    for (const row of result.fiveYear)
      terminal.line(`  ${years.length > 1 ? `${row.year}: ` : ''}${row.name} (${row.code}): ${row.years.join(', ')}`);
  }
  if (result.refusals.length > 0) {
    heading('refusals');
    for (const refusal of result.refusals)
      terminal.line(
        `  ${refusal.agrees ? 'có   ' : 'KHÔNG'}  ${refusal.act}: ${refusal.expected}${refusal.agrees ? '' : ` ≠ ${refusal.got ?? '–'}`}`,
      );
  }
  if (result.ledger) {
    heading('checkpoint');
    for (const line of result.ledger.checkpoint.trimEnd().split('\n')) terminal.line(`  ${line}`);
  }
  if (result.simulated) terminal.line(`\n${RUN_LABELS.simulated.vi} · ${RUN_LABELS.simulated.en}`);
}

/** Columns as wide as their widest cell; the first row is the header. */
function table(terminal: Terminal, rows: readonly (readonly string[])[]): void {
  const width = (text: string) => [...text].length;
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat(widths[at]! - width(cell)))
      .join('  ')
      .trimEnd();
  terminal.line(line(rows[0]!));
  terminal.line(widths.map((each) => '─'.repeat(each)).join('  '));
  for (const row of rows.slice(1)) terminal.line(line(row));
}

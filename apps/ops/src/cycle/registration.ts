import { type Schemas } from '@binhxet/api-client';
import { type RegistrationWish } from '@binhxet/application';
import { LEVELS } from '@binhxet/domain';
import { type Person } from './cast.js';
import { type Figure } from './figures.js';
import { type Script } from './script.js';

type Board = Schemas['RegistrationBoard'];

/** What one organisation registered and what it achieved. */
export interface Registration {
  readonly year: number;
  readonly organisation: string;
  /** Rank aimed at; null: nothing was registered. */
  readonly registered: number | null;
  /** In the words of the organisation. */
  readonly label: string | null;
  readonly late: boolean;
  readonly achieved: number | null;
  readonly nonLevel: string | null;
}

/** Day after day, who registers on it. */
export function registrationDays(rows: readonly RegistrationWish[]): [string, RegistrationWish[]][] {
  const days = new Map<string, RegistrationWish[]>();
  for (const row of rows) days.set(row.on, [...(days.get(row.on) ?? []), row]);
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Registered against achieved, as the superior sees it at the end of the year. Empty for a year without registration. */
export async function readRegistrations(script: Script, chair: Person, cycleId: string): Promise<Registration[]> {
  if (!script.year.registration) return [];
  const { lines } = await chair.get<Board>(`/cycles/${cycleId}/registrations`);
  return lines
    .map(({ code, registered, achieved }) => ({
      year: script.ratingYear,
      organisation: code,
      registered: registered?.level ?? null,
      label: registered?.label ?? null,
      late: registered?.late ?? false,
      achieved: achieved?.level ?? null,
      nonLevel: achieved?.nonLevel ?? null,
    }))
    .sort((one, other) => (one.organisation < other.organisation ? -1 : 1));
}

/** Sums of what was registered, who is missing or late, and of each level registered how many achieved it or better. */
export function registrationFigures(rows: readonly Registration[]): Figure[] {
  if (rows.length === 0) return [];
  const named = (key: string, label: string, of: readonly Registration[], n: number | null = rows.length): Figure => ({
    key: `registration.${key}`,
    label,
    k: of.length,
    n,
    subjects: of.map(({ organisation }) => organisation),
  });
  const registered = rows.filter((row) => row.registered !== null);
  const kept = (row: Registration) =>
    row.achieved !== null && row.registered !== null && row.achieved <= row.registered;
  return [
    named('total', 'Tổ chức đã đăng ký', registered),
    named(
      'missing',
      'Tổ chức không đăng ký',
      rows.filter((row) => row.registered === null),
    ),
    named(
      'late',
      'Tổ chức đăng ký chậm',
      rows.filter((row) => row.late),
    ),
    ...LEVELS.flatMap((level): Figure[] => {
      const aiming = registered.filter((row) => row.registered === level);
      return aiming.length === 0
        ? []
        : [
            named(`level${level}`, `Đăng ký mức ${level}`, aiming),
            named(
              `level${level}.achieved`,
              `Đăng ký mức ${level}: đạt mức đó hoặc cao hơn`,
              aiming.filter(kept),
              aiming.length,
            ),
          ];
    }),
    named(
      'below',
      'Kết quả thấp hơn mức đăng ký',
      registered.filter((row) => !kept(row)),
      registered.length,
    ),
  ];
}

/** One row for each organisation, one column for each year: registered → achieved, `*` late, `–` nothing. */
export function registrationTable(rows: readonly Registration[]): string[][] {
  const years = [...new Set(rows.map((row) => row.year))];
  const cell = (row: Registration | undefined) =>
    row === undefined ? '' : `${row.registered ?? '–'}${row.late ? '*' : ''} → ${row.achieved ?? row.nonLevel ?? '–'}`;
  return [...new Set(rows.map((row) => row.organisation))].map((organisation) => [
    organisation,
    ...years.map((year) => cell(rows.find((row) => row.year === year && row.organisation === organisation))),
  ]);
}

import { type Schemas } from '@binhxet/api-client';
import { ranksOfBallot } from '../../ui/ranks.js';

/** What a teller types: text, so that a field may be empty. */
export interface Row {
  readonly votes: readonly string[];
  readonly blank: string;
  readonly invalid: string;
}
export interface Sheet {
  readonly distributed: string;
  readonly returned: string;
  readonly valid: string;
  readonly invalid: string;
  readonly rows: Readonly<Record<string, Row>>;
}

export const TOTALS = ['distributed', 'returned', 'valid', 'invalid'] as const;
const emptyRow = (ranks: number): Row => ({ votes: Array.from({ length: ranks }, () => ''), blank: '', invalid: '0' });

/** @param ids of the lines @param choices how many columns of votes */
export const emptySheet = (ids: readonly string[], choices: number): Sheet => ({ distributed: '', returned: '', valid: '', invalid: '', rows: Object.fromEntries(ids.map((id) => [id, emptyRow(choices)])) });

/** A first, empty sheet, or in a recount the teller's own last one with the rows to count again emptied. */
export function sheetFor(ballot: Pick<Schemas['Ballot'], 'subjects' | 'recount' | 'myEntries' | 'rule'>): Sheet {
  const ranks = ranksOfBallot(ballot);
  const empty = emptySheet(
    ballot.subjects.map((subject) => subject.reviewId),
    ranks.length,
  );
  const before = ballot.myEntries.at(-1)?.entry as { subjects: { subjectId: string; counts: Record<string, number>; blank: number; invalidForSubject: number }[] } & Record<(typeof TOTALS)[number], number> | undefined;
  if (ballot.recount === null || !before) return empty;
  const asked = askedIn(ballot.recount);
  const kept = Object.fromEntries(
    before.subjects.map((row) => [row.subjectId, asked.reviewIds.has(row.subjectId) ? emptyRow(ranks.length) : { votes: ranks.map((choice) => String(row.counts[choice] ?? 0)), blank: String(row.blank), invalid: String(row.invalidForSubject) }]),
  );
  const totals = asked.totals ? {} : Object.fromEntries(TOTALS.map((key) => [key, String(before[key])]));
  return { ...empty, ...totals, rows: { ...empty.rows, ...kept } };
}

/** @param recount pointers, `/valid` or `/subjects/{reviewId}/…` */
export function askedIn(recount: readonly string[]): { readonly reviewIds: ReadonlySet<string>; readonly totals: boolean } {
  return {
    reviewIds: new Set(recount.flatMap((pointer) => (pointer.startsWith('/subjects/') ? [pointer.split('/')[2] ?? ''] : []))),
    totals: recount.some((pointer) => !pointer.startsWith('/subjects/')),
  };
}

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Votes, blank and invalid of a row; NaN while something is not a whole number. */
export const rowSum = (row: Row): number => [...row.votes, row.blank, row.invalid].reduce((sum, text) => sum + whole(text === '' ? '0' : text), 0);
export const total = (text: string): number => (text === '' ? 0 : whole(text));

export type SheetBody = ReturnType<typeof bodyOf>;
/** The body to send; an empty field of a row counts as zero, an empty total is NaN. */
export function bodyOf(sheet: Sheet, subjects: readonly { readonly reviewId: string }[]) {
  const number = (text: string) => whole(text === '' ? '0' : text);
  return {
    distributed: whole(sheet.distributed),
    returned: whole(sheet.returned),
    valid: whole(sheet.valid),
    invalid: whole(sheet.invalid),
    rows: subjects.map(({ reviewId }) => {
      const row = sheet.rows[reviewId] ?? emptyRow(0);
      return { reviewId, votes: row.votes.map(number), blank: number(row.blank), invalid: number(row.invalid) };
    }),
  };
}

/** Is everything a whole number? Only then it can be sent. */
export const isWhole = (body: ReturnType<typeof bodyOf>): boolean =>
  TOTALS.every((key) => Number.isInteger(body[key])) && body.rows.every((row) => [...row.votes, row.blank, row.invalid].every(Number.isInteger));

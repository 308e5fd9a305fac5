import { AppError, compareEntries, type FieldError, ranksOf, type SubjectTally, type Tally, USUAL_LEVELS, validateTally } from '@binhxet/domain';
import { type Attendance } from '../meeting/roll.js';
import { type BallotRow, type BallotTotals, type PaperEntry } from '../ports/ballot.store.js';
import { type Recount } from './paper-count-step.js';

/** Choices of a rating ballot: ranks, written as text. */
export function choicesOf({ rule }: Pick<BallotRow, 'rule'>): readonly string[] {
  return ranksOf(rule.majority.ranks ?? USUAL_LEVELS).map(String);
}

export interface CountRow {
  readonly reviewId: string;
  /** By level, rank 1 first. */
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
}
export interface CountInput extends BallotTotals {
  readonly rows: readonly CountRow[];
}

/** Rows that two entries disagree on; null when they agree. */
export function recountOf(first: PaperEntry, second: PaperEntry): Recount | null {
  const pointers = compareEntries(first, second).map((row) => row.pointer);
  if (pointers.length === 0) return null;
  const reviewIds = [...new Set(pointers.flatMap((pointer) => (pointer.startsWith('/subjects/') ? [pointer.split('/')[2] ?? ''] : [])))];
  return { reviewIds, totals: pointers.some((pointer) => !pointer.startsWith('/subjects/')) };
}

/**
 * A teller's full entry out of what was handed in: everything at first, only the rows asked for in a recount. The rest stands as
 * this teller entered it before.
 * @throws AppError BALLOT.ROWS_NOT_ASKED (invalid) when a recount holds other rows than those asked for
 */
export function entryOf(input: CountInput, recount: Recount | null, before: PaperEntry | null): PaperEntry {
  const { distributed, returned, valid, invalid } = input;
  const rows = input.rows.map(subjectTally);
  if (!recount || !before) return { distributed, returned, valid, invalid, subjects: rows };
  const given = new Map(rows.map((row) => [row.subjectId, row]));
  const stray = rows.filter((row) => !recount.reviewIds.includes(row.subjectId));
  const unanswered = recount.reviewIds.filter((reviewId) => !given.has(reviewId));
  // A teller may hand in the whole list again: rows that were not asked for have to stand as they were.
  const changed = stray.filter((row) => before.subjects.every((old) => old.subjectId !== row.subjectId || !sameRow(old, row)));
  if (changed.length > 0 || unanswered.length > 0) {
    throw new AppError('BALLOT.ROWS_NOT_ASKED', 'invalid', 'A recount holds the rows that differ and no others', { asked: [...recount.reviewIds], changed: changed.map((row) => row.subjectId), unanswered });
  }
  const totals = recount.totals ? { distributed, returned, valid, invalid } : { distributed: before.distributed, returned: before.returned, valid: before.valid, invalid: before.invalid };
  return { ...totals, subjects: before.subjects.map((row) => given.get(row.subjectId) ?? row) };
}

function subjectTally(row: CountRow): SubjectTally {
  return { subjectId: row.reviewId, counts: Object.fromEntries(row.votes.map((votes, index) => [String(index + 1), votes])), blank: row.blank, invalidForSubject: row.invalid };
}

function sameRow(one: SubjectTally, other: SubjectTally): boolean {
  return one.blank === other.blank && one.invalidForSubject === other.invalidForSubject && Object.keys({ ...one.counts, ...other.counts }).every((choice) => (one.counts[choice] ?? 0) === (other.counts[choice] ?? 0));
}

/**
 * Holds one teller's entry against roll and ballot: invariants 1 to 7 of ballots-and-documents.md section 5.
 * @throws AppError BALLOT.TALLY_INVALID (invalid), pointers into what the teller sent
 */
export function assertEntry(entry: PaperEntry, ballot: BallotRow, attendance: Attendance, input: CountInput): void {
  const choices = choicesOf(ballot);
  const wrongLength = input.rows.flatMap((row, index): FieldError[] => (row.votes.length === choices.length ? [] : [{ pointer: `/rows/${index}/votes`, code: 'TALLY.CHOICE_UNKNOWN', facts: { choices: [...choices] } }]));
  const tally: Tally = { ...attendance, countedBody: ballot.countedBody ?? 0, entitledPresent: ballot.entitled ?? 0, ...entry };
  const errors = validateTally(tally, { choices, subjectIds: ballot.subjects, invalidScope: ballot.rule.invalidScope });
  const all = [...wrongLength, ...errors.map((error) => ({ ...error, pointer: toInput(error.pointer, entry, input) }))];
  if (all.length > 0) throw new AppError('BALLOT.TALLY_INVALID', 'invalid', 'The counts contradict each other or the roll', { ballotId: ballot.id }, all);
}

/** `/subjects/3/counts/2` of the entry is `/rows/{i}/votes/1` of what was sent. */
function toInput(pointer: string, entry: PaperEntry, input: CountInput): string {
  const [, place, index, field, choice] = pointer.split('/');
  if (place !== 'subjects' || index === undefined) return pointer === '/subjects' ? '/rows' : pointer;
  const row = input.rows.findIndex(({ reviewId }) => reviewId === entry.subjects[Number(index)]?.subjectId);
  const at = `/rows/${row}`;
  if (field === undefined) return at;
  if (field === 'counts') return choice === undefined ? `${at}/votes` : `${at}/votes/${Number(choice) - 1}`;
  return `${at}/${field === 'invalidForSubject' ? 'invalid' : field}`;
}

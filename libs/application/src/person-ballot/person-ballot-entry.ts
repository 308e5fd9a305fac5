import { AppError, CHOSEN, type FieldError, type Tally, type TallyContext, validateTally } from '@binhxet/domain';
import { type Attendance } from '../meeting/roll.js';
import { type BallotTotals, type PaperEntry } from '../ports/ballot.store.js';
import { type PersonBallotCount, type PersonBallotRow } from '../ports/person-ballot.store.js';

export interface PersonCountInput extends BallotTotals {
  readonly rows: readonly { readonly memberId: string; readonly votes: readonly number[]; readonly blank: number; readonly invalid: number }[];
}

/** Choices of a paper: levels of confidence by rank, or the name that stands. */
export function choicesOfPersons({ rule }: Pick<PersonBallotRow, 'rule'>): readonly string[] {
  return rule.levels ? rule.levels.map((_, at) => String(at + 1)) : [CHOSEN];
}

/**
 * One teller's entry in the form in which two of them are compared. An election paper names no more people than there are seats.
 * @throws AppError BALLOT.TALLY_INVALID (invalid), pointers into what the teller sent
 */
export function personEntryOf(ballot: PersonBallotRow, attendance: Attendance, input: PersonCountInput): PaperEntry {
  const { distributed, returned, valid, invalid } = input;
  const choices = choicesOfPersons(ballot);
  const subjects = input.rows.map((row) => ({
    subjectId: row.memberId,
    counts: Object.fromEntries(row.votes.map((votes, at) => [choices[at] ?? `?${at + 1}`, votes])),
    blank: row.blank,
    invalidForSubject: row.invalid,
  }));
  const tally: Tally = { ...attendance, countedBody: ballot.countedBody ?? 0, entitledPresent: ballot.entitled ?? 0, distributed, returned, valid, invalid, subjects };
  const context: TallyContext = { choices, subjectIds: ballot.persons, invalidScope: ballot.rule.invalidScope, ...(ballot.seats !== null && { chooseAtMost: ballot.seats }) };
  const short = input.rows.flatMap((row, at): FieldError[] => (row.votes.length < choices.length ? [{ pointer: `/rows/${at}/votes`, code: 'TALLY.CHOICE_UNKNOWN', facts: { choices: [...choices] } }] : []));
  const errors = [...short, ...validateTally(tally, context).map((error) => ({ ...error, pointer: toInput(error.pointer, choices) }))];
  if (errors.length > 0) throw new AppError('BALLOT.TALLY_INVALID', 'invalid', 'The counts contradict each other or the roll', { ballotId: ballot.id }, errors);
  return { distributed, returned, valid, invalid, subjects };
}

/** `/subjects/3/counts/2` of the tally is `/rows/3/votes/1` of what was sent. */
function toInput(pointer: string, choices: readonly string[]): string {
  const [, place, index, field, choice] = pointer.split('/');
  if (place !== 'subjects') return pointer;
  if (index === undefined) return '/rows';
  if (field === undefined) return `/rows/${index}`;
  if (field !== 'counts') return `/rows/${index}/${field === 'invalidForSubject' ? 'invalid' : field}`;
  const at = choice === undefined ? -1 : choice.startsWith('?') ? Number(choice.slice(1)) - 1 : choices.indexOf(choice);
  return at < 0 ? `/rows/${index}/votes` : `/rows/${index}/votes/${at}`;
}

/** What both tellers counted, by person in the order of the ballot. */
export function personCountsOf(ballot: Pick<PersonBallotRow, 'id' | 'persons' | 'rule'>, entry: PaperEntry): PersonBallotCount[] {
  const rows = new Map(entry.subjects.map((row) => [row.subjectId, row]));
  return ballot.persons.map((personId) => {
    const row = rows.get(personId);
    if (!row) throw new Error(`ballot ${ballot.id}: no count for ${personId}`);
    return { personId, votes: choicesOfPersons(ballot).map((choice) => row.counts[choice] ?? 0), blank: row.blank, invalid: row.invalidForSubject };
  });
}

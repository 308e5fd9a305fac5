import { type FieldError } from '../shared/app-error.js';

/** What the tellers counted. Whole numbers, people or ballots; no ballot is ever identifiable here. */
export interface Tally {
  readonly summoned: number;
  readonly present: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
  /** The denominator of every majority. */
  readonly countedBody: number;
  /** Counted people who are present. */
  readonly entitledPresent: number;
  readonly distributed: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly subjects: readonly SubjectTally[];
  /** Paper stock, where paper was printed. */
  readonly stock?: { readonly printed: number; readonly unused: number; readonly spoiled: number };
  /** Both channels of a mixed ballot. */
  readonly channels?: { readonly paper: number; readonly electronic: number };
}

export interface SubjectTally {
  readonly subjectId: string;
  /** Choice → votes; the choices are those of the ballot. */
  readonly counts: Readonly<Record<string, number>>;
  readonly blank: number;
  readonly invalidForSubject: number;
}

/** What the tally is held against. */
export interface TallyContext {
  readonly choices: readonly string[];
  /** Subjects to be rated, exempt and not-rated ones left out. */
  readonly subjectIds: readonly string[];
  readonly invalidScope: 'PER_SUBJECT' | 'WHOLE_BALLOT';
  /** Choose at most this many subjects on one ballot (second phase); absent in a rating ballot. */
  readonly chooseAtMost?: number;
}

/**
 * Checks a tally against the invariants of ballots-and-documents.md section 5 (1-8 and 11; 9 is `compareEntries`, 10 is
 * `verdictStands`, 12 is `rollErrors`).
 * @returns every violation with the numbers behind it; empty when the tally holds
 */
export function validateTally(tally: Tally, context: TallyContext): FieldError[] {
  const shape = shapeErrors(tally);
  if (shape.length > 0) return shape;
  return [
    ...totalErrors(tally),
    ...rollMatchErrors(tally, context),
    ...tally.subjects.flatMap((subject, index) => subjectErrors(tally, subject, index, context)),
    ...choiceLimitErrors(tally, context),
  ];
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function shapeErrors(tally: Tally): FieldError[] {
  const { subjects, stock, channels, ...totals } = tally;
  const numbers: [string, unknown][] = [
    ...Object.entries(totals).map(([key, value]): [string, unknown] => [`/${key}`, value]),
    ...Object.entries(stock ?? {}).map(([key, value]): [string, unknown] => [`/stock/${key}`, value]),
    ...Object.entries(channels ?? {}).map(([key, value]): [string, unknown] => [`/channels/${key}`, value]),
    ...subjects.flatMap((subject, index): [string, unknown][] => [
      [`/subjects/${index}/blank`, subject.blank],
      [`/subjects/${index}/invalidForSubject`, subject.invalidForSubject],
      ...Object.entries(subject.counts).map(([choice, votes]): [string, unknown] => [
        `/subjects/${index}/counts/${choice}`,
        votes,
      ]),
    ]),
  ];
  return numbers.filter(([, value]) => !isCount(value)).map(([pointer]) => ({ pointer, code: 'TALLY.NOT_A_COUNT' }));
}

function totalErrors(tally: Tally): FieldError[] {
  const {
    summoned,
    present,
    absentExcused,
    absentUnexcused,
    countedBody,
    entitledPresent,
    distributed,
    returned,
    valid,
    invalid,
    stock,
    channels,
  } = tally;
  const errors: FieldError[] = [];
  const check = (holds: boolean, pointer: string, code: string, facts: FieldError['facts']) => {
    if (!holds) errors.push({ pointer, code, facts });
  };
  check(present <= summoned, '/present', 'TALLY.PRESENT_OVER_SUMMONED', { present, summoned });
  check(present + absentExcused + absentUnexcused === summoned, '/summoned', 'TALLY.ATTENDANCE_SUM', {
    present,
    absentExcused,
    absentUnexcused,
    summoned,
  });
  check(entitledPresent <= countedBody, '/entitledPresent', 'TALLY.ENTITLED_OVER_COUNTED', {
    entitledPresent,
    countedBody,
  });
  check(entitledPresent <= present, '/entitledPresent', 'TALLY.ENTITLED_OVER_PRESENT', { entitledPresent, present });
  check(distributed <= entitledPresent, '/distributed', 'TALLY.DISTRIBUTED_OVER_ENTITLED', {
    distributed,
    entitledPresent,
  });
  check(returned <= distributed, '/returned', 'TALLY.RETURNED_OVER_DISTRIBUTED', { returned, distributed });
  check(valid + invalid === returned, '/valid', 'TALLY.VALID_INVALID_SUM', { valid, invalid, returned });
  check(valid <= countedBody, '/valid', 'TALLY.VALID_OVER_COUNTED', { valid, countedBody });
  if (stock) {
    check(stock.printed === distributed + stock.unused + stock.spoiled, '/stock/printed', 'TALLY.STOCK_SUM', {
      ...stock,
      distributed,
    });
  }
  if (channels) {
    check(returned === channels.paper + channels.electronic, '/channels', 'TALLY.CHANNEL_SUM', {
      ...channels,
      returned,
    });
  }
  return errors;
}

function rollMatchErrors(tally: Tally, context: TallyContext): FieldError[] {
  const expected = new Set(context.subjectIds);
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  tally.subjects.forEach(({ subjectId }, index) => {
    if (seen.has(subjectId))
      errors.push({ pointer: `/subjects/${index}`, code: 'TALLY.SUBJECT_TWICE', facts: { subjectId } });
    else if (!expected.has(subjectId))
      errors.push({ pointer: `/subjects/${index}`, code: 'TALLY.SUBJECT_UNKNOWN', facts: { subjectId } });
    seen.add(subjectId);
  });
  for (const subjectId of expected) {
    if (!seen.has(subjectId))
      errors.push({ pointer: '/subjects', code: 'TALLY.SUBJECT_MISSING', facts: { subjectId } });
  }
  return errors;
}

function subjectErrors(tally: Tally, subject: SubjectTally, index: number, context: TallyContext): FieldError[] {
  const pointer = `/subjects/${index}`;
  const facts = { subjectId: subject.subjectId };
  const stray = Object.keys(subject.counts).filter((choice) => !context.choices.includes(choice));
  const errors: FieldError[] = stray.map((choice) => ({
    pointer: `${pointer}/counts/${choice}`,
    code: 'TALLY.CHOICE_UNKNOWN',
    facts: { ...facts, choices: context.choices },
  }));
  const votes = sum(Object.values(subject.counts));
  const { blank, invalidForSubject } = subject;
  if (votes > tally.valid)
    errors.push({
      pointer: `${pointer}/counts`,
      code: 'TALLY.LEVELS_OVER_VALID',
      facts: { ...facts, votes, valid: tally.valid },
    });
  if (votes + blank + invalidForSubject !== tally.valid) {
    errors.push({
      pointer,
      code: 'TALLY.SUBJECT_SUM',
      facts: { ...facts, votes, blank, invalidForSubject, valid: tally.valid },
    });
  }
  if (context.invalidScope === 'WHOLE_BALLOT' && invalidForSubject > 0) {
    errors.push({
      pointer: `${pointer}/invalidForSubject`,
      code: 'TALLY.INVALID_SCOPE',
      facts: { ...facts, invalidForSubject },
    });
  }
  return errors;
}

/** Only totals are known of paper: at most N a ballot means at most N × valid in all. */
function choiceLimitErrors(tally: Tally, { chooseAtMost }: TallyContext): FieldError[] {
  if (chooseAtMost === undefined) return [];
  const chosen = sum(tally.subjects.flatMap((subject) => Object.values(subject.counts)));
  const most = chooseAtMost * tally.valid;
  return chosen <= most
    ? []
    : [
        {
          pointer: '/subjects',
          code: 'TALLY.CHOICES_OVER_LIMIT',
          facts: { chosen, chooseAtMost, valid: tally.valid, most },
        },
      ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

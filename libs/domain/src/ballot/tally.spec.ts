import fc from 'fast-check';
import { validateTally, type Tally, type TallyContext } from './tally.js';
import { levelVerdict, verdictStands } from './verdict.js';

const context: TallyContext = { choices: ['1', '2', '3', '4'], subjectIds: ['A'], invalidScope: 'PER_SUBJECT' };
const worked: Tally = {
  summoned: 12,
  present: 11,
  absentExcused: 1,
  absentUnexcused: 0,
  countedBody: 12,
  entitledPresent: 11,
  distributed: 11,
  returned: 11,
  valid: 10,
  invalid: 1,
  subjects: [{ subjectId: 'A', counts: { 1: 7, 2: 3, 3: 0, 4: 0 }, blank: 0, invalidForSubject: 0 }],
};
const half = { default: { num: 1, den: 2, strict: true }, higherCountsForLower: false };
const thirds = { default: { num: 2, den: 3, strict: false }, higherCountsForLower: false };
const codes = (tally: Tally, of: TallyContext = context) => validateTally(tally, of).map(({ code }) => code);

describe('validateTally', () => {
  it('accepts the worked example, which gives rank 1 over one half and none at two thirds', () => {
    expect(validateTally(worked, context)).toEqual([]);
    expect(levelVerdict({ 1: 7, 2: 3 }, 12, half)).toMatchObject({ level: 1, outcome: 'LEVEL' });
    expect(levelVerdict({ 1: 7, 2: 3 }, 12, thirds)).toMatchObject({ level: null, outcome: 'NO_MAJORITY' });
    expect(levelVerdict({ 1: 8, 2: 2 }, 12, thirds)).toMatchObject({ level: 1 });
  });

  it.each<[string, Partial<Tally>, string]>([
    ['returned 12 of 11 distributed', { returned: 12, valid: 11 }, 'TALLY.RETURNED_OVER_DISTRIBUTED'],
    ['valid 10 and invalid 2 of 11', { invalid: 2 }, 'TALLY.VALID_INVALID_SUM'],
    [
      'levels 7 + 4 of 10 valid',
      { subjects: [{ subjectId: 'A', counts: { 1: 7, 2: 4 }, blank: 0, invalidForSubject: 0 }] },
      'TALLY.LEVELS_OVER_VALID',
    ],
    ['13 present of 12', { present: 13 }, 'TALLY.PRESENT_OVER_SUMMONED'],
    ['attendance that does not add up', { absentUnexcused: 1 }, 'TALLY.ATTENDANCE_SUM'],
    ['more distributed than entitled', { entitledPresent: 10 }, 'TALLY.DISTRIBUTED_OVER_ENTITLED'],
    ['more valid than counted', { countedBody: 9, entitledPresent: 9 }, 'TALLY.VALID_OVER_COUNTED'],
    ['a subject missing', { subjects: [] }, 'TALLY.SUBJECT_MISSING'],
    ['a subject twice', { subjects: [worked.subjects[0]!, worked.subjects[0]!] }, 'TALLY.SUBJECT_TWICE'],
    ['a blank that is not counted', { subjects: [{ ...worked.subjects[0]!, blank: 1 }] }, 'TALLY.SUBJECT_SUM'],
    ['paper that vanished', { stock: { printed: 12, unused: 0, spoiled: 0 } }, 'TALLY.STOCK_SUM'],
    ['channels that do not add up', { channels: { paper: 5, electronic: 5 } }, 'TALLY.CHANNEL_SUM'],
    ['half a ballot', { valid: 9.5 }, 'TALLY.NOT_A_COUNT'],
    ['a negative count', { invalid: -1 }, 'TALLY.NOT_A_COUNT'],
  ])('refuses %s', (_, change, code) => {
    expect(codes({ ...worked, ...change })).toContain(code);
  });

  it('tells the numbers behind a refusal', () => {
    expect(validateTally({ ...worked, invalid: 2 }, context)).toEqual([
      { pointer: '/valid', code: 'TALLY.VALID_INVALID_SUM', facts: { valid: 10, invalid: 2, returned: 11 } },
    ]);
  });

  it('refuses a choice that the ballot does not offer, and a part-invalid ballot where only whole ones are', () => {
    const subject = { subjectId: 'A', counts: { 1: 8, 5: 1 }, blank: 0, invalidForSubject: 1 };
    expect(codes({ ...worked, subjects: [subject] }, { ...context, invalidScope: 'WHOLE_BALLOT' })).toEqual([
      'TALLY.CHOICE_UNKNOWN',
      'TALLY.INVALID_SCOPE',
    ]);
  });

  it('limits the second phase to N choices on each valid ballot', () => {
    const second: TallyContext = {
      choices: ['CHOSEN'],
      subjectIds: ['A', 'B'],
      invalidScope: 'PER_SUBJECT',
      chooseAtMost: 1,
    };
    const chosen = (a: number, b: number): Tally => ({
      ...worked,
      subjects: [
        { subjectId: 'A', counts: { CHOSEN: a }, blank: 10 - a, invalidForSubject: 0 },
        { subjectId: 'B', counts: { CHOSEN: b }, blank: 10 - b, invalidForSubject: 0 },
      ],
    });
    expect(codes(chosen(6, 4), second)).toEqual([]);
    expect(codes(chosen(6, 5), second)).toEqual(['TALLY.CHOICES_OVER_LIMIT']);
  });

  it('accepts whatever an honest count of any ballots gives, and notices any single number changed', () => {
    const ballots = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { maxLength: 40 });
    fc.assert(
      fc.property(
        ballots,
        fc.nat(3),
        fc.nat(3),
        fc.constantFrom('valid', 'invalid', 'returned', 'blank', '1'),
        fc.integer({ min: 1, max: 5 }),
        (marks, invalid, absent, field, by) => {
          const counts = { 1: 0, 2: 0, 3: 0, 4: 0 } as Record<string, number>;
          for (const mark of marks) if (mark !== null) counts[mark] = counts[mark]! + 1;
          const returned = marks.length + invalid;
          const honest: Tally = {
            summoned: returned + absent,
            present: returned,
            absentExcused: absent,
            absentUnexcused: 0,
            countedBody: returned + absent,
            entitledPresent: returned,
            distributed: returned,
            returned,
            valid: marks.length,
            invalid,
            subjects: [
              { subjectId: 'A', counts, blank: marks.filter((mark) => mark === null).length, invalidForSubject: 0 },
            ],
          };
          expect(validateTally(honest, context)).toEqual([]);
          const subject = honest.subjects[0]!;
          const changed: Tally =
            field === 'blank'
              ? { ...honest, subjects: [{ ...subject, blank: subject.blank + by }] }
              : field === '1'
                ? { ...honest, subjects: [{ ...subject, counts: { ...counts, 1: counts[1]! + by } }] }
                : { ...honest, [field]: honest[field as 'valid'] + by };
          expect(validateTally(changed, context)).not.toEqual([]);
          const verdict = levelVerdict(counts, honest.countedBody, half);
          expect(verdictStands(verdict, counts, honest.countedBody, half)).toBe(true);
          expect(verdictStands({ level: verdict.level === 1 ? 2 : 1 }, counts, honest.countedBody, half)).toBe(false);
        },
      ),
    );
  });
});

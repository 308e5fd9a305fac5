import { type ExemptionEffect, type ExemptionRule } from '../rule-pack/rating-pack.js';
import { absentDays, reviewDuty } from './review-duty.js';

const rule = (id: string, condition: ExemptionRule['condition'], effect: ExemptionEffect | null): ExemptionRule => ({
  id,
  subjects: ['MEMBER'],
  label: id,
  condition,
  effect: { value: effect, source: `clause of ${id}`, mark: effect ? 'V' : 'UNKNOWN' },
});
const rules = [
  rule('exempted', { kind: 'FLAG', flag: 'exempted' }, { kind: 'DUTY', duty: 'EXEMPT' }),
  rule('new', { kind: 'YOUNGER_THAN_MONTHS', since: 'admittedOn', months: 6 }, { kind: 'DUTY', duty: 'NOT_RATED' }),
  rule('sick', { kind: 'ABSENT_AT_LEAST_DAYS', absence: 'SICK', days: 90 }, { kind: 'LEVEL_CAP', level: 3 }),
  rule('open', { kind: 'FLAG', flag: 'abroad' }, null),
];
const duty = (facts: Partial<Parameters<typeof reviewDuty>[0]>) =>
  reviewDuty({ subject: 'MEMBER', flags: {}, ...facts }, rules, '2023-12-15', 2023);

describe('reviewDuty', () => {
  it('is normal without a reason', () => {
    expect(duty({ admittedOn: '2001-02-03' })).toEqual({ duty: 'NORMAL', cap: null, because: [], notEvaluated: [] });
  });

  it.each([
    ['2023-06-15', 'NORMAL'],
    ['2023-06-16', 'NOT_RATED'],
    [null, 'NORMAL'],
  ])('admitted on %s: %s', (admittedOn, expected) => {
    expect(duty({ admittedOn }).duty).toBe(expected);
  });

  it('lets the stronger duty win and names every clause', () => {
    const result = duty({ admittedOn: '2023-09-01', flags: { exempted: true } });
    expect(result.duty).toBe('EXEMPT');
    expect(result.because.map(({ source }) => source)).toEqual(['clause of exempted', 'clause of new']);
  });

  it('caps the level after three months of sick leave', () => {
    const absences = [
      { kind: 'SICK', from: '2022-12-01', to: '2023-03-01' },
      { kind: 'SICK', from: '2023-02-15', to: '2023-03-30' },
    ];
    expect(duty({ absences })).toMatchObject({ duty: 'NORMAL', cap: null });
    expect(duty({ absences: [...absences, { kind: 'SICK', from: '2023-12-14', to: null }] })).toMatchObject({ cap: 3 });
  });

  it('lists a rule whose effect is not known instead of applying it', () => {
    expect(duty({ flags: { abroad: true } })).toMatchObject({ duty: 'NORMAL', notEvaluated: ['open'] });
  });

  it('applies member rules to members only', () => {
    expect(duty({ subject: 'COLLECTIVE', flags: { exempted: true } }).duty).toBe('NORMAL');
  });
});

describe('absentDays', () => {
  it('counts both ends and overlaps once, inside the year', () => {
    const absences = [
      { kind: 'SICK', from: '2023-01-01', to: '2023-01-10' },
      { kind: 'SICK', from: '2023-01-05', to: '2023-01-12' },
      { kind: 'MATERNITY', from: '2023-05-01', to: '2023-10-31' },
    ];
    expect(absentDays(absences, 'SICK', 2023, '2023-12-31')).toBe(12);
    expect(absentDays(absences, 'SICK', 2022, '2023-12-31')).toBe(0);
  });
});

import { daysWithin, memberFactsOf, organisationFactsOf } from './derive-facts.js';
import { type WorkRecord } from './work-record.js';

const record = (kind: WorkRecord['kind'], on: string, rest: Partial<WorkRecord> = {}): WorkRecord => ({ kind, state: 'DONE', organisationId: 'o', subjectKind: 'MEMBER', subjectId: 'm', on, to: null, quantity: 1, detail: null, selfDetected: false, ...rest });

describe('facts out of dated records', () => {
  it('count each day of leave once, inside the year and up to today', () => {
    expect(daysWithin({ on: '2025-12-20', to: '2026-01-10' }, 2026, '2026-12-31')).toBe(10);
    const leaves = [record('LEAVE', '2025-12-20', { to: '2026-01-10', detail: 'SICK' }), record('LEAVE', '2026-01-05', { to: '2026-01-20', detail: 'SICK' }), record('LEAVE', '2026-03-01', { to: '2026-03-31', detail: 'MATERNITY' })];
    expect(memberFactsOf(leaves, 2026, '2026-12-31')).toEqual({ sickLeaveDays: 20, maternityLeaveDays: 31 });
    expect(memberFactsOf(leaves, 2026, '2026-01-03')).toEqual({ sickLeaveDays: 3 });
  });

  it('say disciplined, and self-detected only if every discipline of the year is', () => {
    const own = record('DISCIPLINE', '2026-05-04', { selfDetected: true, detail: 'WARNING' });
    expect(memberFactsOf([own], 2026, '2026-12-31')).toEqual({ disciplined: true, selfDetectedAndRemedied: true });
    expect(memberFactsOf([own, record('DISCIPLINE', '2026-06-01')], 2026, '2026-12-31')).toMatchObject({ selfDetectedAndRemedied: false });
    expect(memberFactsOf([own], 2025, '2025-12-31')).toEqual({});
    expect(memberFactsOf([own], 2026, '2026-05-03')).toEqual({});
  });

  it('count units below once and turns as often as they happened', () => {
    const unit = (id: string, on: string) => record('DISCIPLINE', on, { subjectKind: 'ORGANISATION', subjectId: id });
    const facts = organisationFactsOf(
      { own: [], below: [unit('a', '2026-02-01'), unit('a', '2026-03-01'), unit('b', '2026-03-01')], leaders: [record('DISCIPLINE', '2026-03-01')], done: [record('INSPECTION', '2026-04-01', { quantity: 3 }), record('INSPECTION', '2026-09-01', { state: 'PLANNED' }), record('ADMISSION', '2026-05-19')] },
      2026,
      '2026-12-31',
    );
    expect(facts).toEqual({ subordinateUnitsDisciplined: 2, leadershipMemberDisciplined: true, admissions: 1, inspections: 3, supervisions: 0 });
  });
});

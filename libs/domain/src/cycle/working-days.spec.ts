import { type WorkingCalendar } from '../rule-pack/companion-rules.js';
import { addMonths, endOfLegalDay, isLegalDate, isoWeekday, legalDateOf } from '../shared/legal-date.js';
import { lastDayOf, planDeadlines } from './deadlines.js';
import { addWorkingDays, calendarTable, countWorkingDays, isWorkingDay } from './working-days.js';

const day = (date: string) => ({ date, name: 'a day', source: 'a table made for this test', mark: 'M' }) as const;
const calendar = (year: number, holidays: string[], workingDays: string[] = []): WorkingCalendar => ({
  kind: 'calendar',
  id: `C${year}`,
  version: 1,
  title: 't',
  sources: [],
  year,
  weekend: [6, 7],
  holidays: holidays.map(day),
  workingDays: workingDays.map(day),
});
const table = calendarTable([
  calendar(2023, []),
  calendar(2024, ['2024-01-01', '2024-04-29', '2024-04-30', '2024-05-01'], ['2024-05-04']),
]);

describe('working days', () => {
  it('skips weekends and holidays across a year', () => {
    expect(addWorkingDays(table, '2023-12-29', 1)).toBe('2024-01-02');
    expect(addWorkingDays(table, '2024-01-02', -1)).toBe('2023-12-29');
    expect(addWorkingDays(table, '2024-01-02', 0)).toBe('2024-01-02');
    expect(countWorkingDays(table, '2023-12-29', '2024-01-03')).toBe(2);
    expect(countWorkingDays(table, '2024-01-03', '2023-12-29')).toBe(0);
  });

  it('counts a Saturday that is worked in exchange', () => {
    expect(isoWeekday('2024-05-04')).toBe(6);
    expect(isWorkingDay(table, '2024-05-04')).toBe(true);
    expect(addWorkingDays(table, '2024-04-26', 3)).toBe('2024-05-04');
  });

  it('guesses no holidays of a year without a table', () => {
    expect(() => addWorkingDays(table, '2024-12-31', 1)).toThrow(
      expect.objectContaining({
        code: 'CALENDAR.YEAR_UNKNOWN',
        kind: 'conflict',
        facts: { year: 2025, known: [2023, 2024] },
      }),
    );
  });
});

describe('deadlines', () => {
  it('derives closing, reminders and escalations on working days', () => {
    expect(planDeadlines(table, '2023-12-29', { closeAfter: 3, remindBefore: [5, 2], escalateAfter: [1, 3] })).toEqual({
      dueAt: '2023-12-29',
      closeAt: '2024-01-04',
      reminders: ['2023-12-22', '2023-12-27'],
      escalations: ['2024-01-02', '2024-01-04'],
    });
  });

  it('reads "trước 31/12" as 30/12, and an unknown date as none', () => {
    const rule = (value: { month: number; day: number; yearOffset: number } | null) => ({
      id: 'D',
      label: 'd',
      before: { value, source: 'clause', mark: 'V' as const },
    });
    expect(lastDayOf(rule({ month: 12, day: 31, yearOffset: 0 }), 2023)).toBe('2023-12-30');
    expect(lastDayOf(rule({ month: 1, day: 15, yearOffset: 1 }), 2023)).toBe('2024-01-14');
    expect(lastDayOf(rule(null), 2023)).toBeNull();
  });
});

describe('legal dates', () => {
  it('are days of Asia/Ho_Chi_Minh', () => {
    expect(endOfLegalDay('2023-12-30')).toBe('2023-12-30T17:00:00.000Z');
    expect(legalDateOf(Date.parse('2023-12-30T16:59:59.999Z'))).toBe('2023-12-30');
    expect(legalDateOf(Date.parse('2023-12-30T17:00:00.000Z'))).toBe('2023-12-31');
  });

  it.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2023-12-15', 1, '2024-01-15'],
  ])('%s and %i months', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('refuses what is no date', () => {
    expect(['2023-02-29', '2023-2-1', '20230201', '2024-02-29'].map(isLegalDate)).toEqual([false, false, false, true]);
  });
});

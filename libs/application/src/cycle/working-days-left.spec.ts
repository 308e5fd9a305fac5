import { type WorkingCalendar } from '@binhxet/domain';
import { workingDaysLeft } from './working-days-left.js';

const calendar = (year: number): WorkingCalendar => ({ kind: 'calendar', id: `c${year}`, version: 1, title: '', sources: [], year, weekend: [6, 7], holidays: [], workingDays: [] });
const calendars = new Map([[2023, calendar(2023)]]);

it.each([
  ['2023-12-08T17:00:00.000Z', '2023-12-08', 0], // Friday, its last day
  ['2023-12-08T17:00:00.000Z', '2023-12-07', 1],
  ['2023-12-12T17:00:00.000Z', '2023-12-08', 2], // over a weekend
  ['2023-12-08T17:00:00.000Z', '2023-12-09', 0], // Saturday: no working day has passed
  ['2023-12-08T17:00:00.000Z', '2023-12-12', -2],
])('from %s on %s: %i working days', (dueAt, today, days) => {
  expect(workingDaysLeft(calendars, dueAt, today)).toBe(days);
});

it('says nothing without a deadline or a table of the year', () => {
  expect(workingDaysLeft(calendars, null, '2023-12-08')).toBeNull();
  expect(workingDaysLeft(calendars, '2024-01-05T17:00:00.000Z', '2023-12-29')).toBeNull();
});

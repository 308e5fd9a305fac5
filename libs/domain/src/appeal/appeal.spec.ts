import { type WorkingCalendar } from '../rule-pack/companion-rules.js';
import { appealWindow, isWithinWindow } from './appeal-window.js';
import { panelRefusal, type PanelRefusal, type PanelRule } from './panel.js';

const calendar: WorkingCalendar = {
  kind: 'calendar',
  id: 'C',
  version: 1,
  title: 't',
  sources: [],
  year: 2026,
  weekend: [6, 7],
  holidays: [{ date: '2026-01-01', name: 'Tết Dương lịch', source: 's', mark: 'V' }],
  workingDays: [],
};
const calendars = new Map([
  [2025, { ...calendar, year: 2025, holidays: [] }],
  [2026, calendar],
]);

describe('appealWindow', () => {
  it('counts working days from the day after the notification, over a holiday and a weekend', () => {
    expect(appealWindow(calendars, '2025-12-31', 3)).toEqual({ days: 3, lastOn: '2026-01-06' });
  });

  it.each([
    ['2026-01-05', true],
    ['2026-01-06', true],
    ['2026-01-07', false],
  ])('takes a case of %s: %s', (on, within) => {
    expect(isWithinWindow(appealWindow(calendars, '2025-12-31', 3), on)).toBe(within);
  });

  it('has no end where it is not confirmed', () => {
    const window = appealWindow(calendars, '2025-12-31', null);
    expect(window).toEqual({ days: null, lastOn: null });
    expect(isWithinWindow(window, '2035-01-01')).toBe(true);
  });
});

describe('panelRefusal', () => {
  const rule: PanelRule = {
    decidedBefore: new Set(['voter', 'subject']),
    conflicted: new Set(['cousin']),
    subjectId: 'subject',
    filerId: 'filer',
    ofAuthority: new Set(['voter', 'cousin', 'fresh', 'filer', 'subject']),
  };
  it.each<[string, PanelRefusal | null]>([
    ['voter', 'DECIDED_BEFORE'],
    ['cousin', 'CONFLICTED'],
    ['subject', 'IS_SUBJECT'],
    ['filer', 'IS_FILER'],
    ['stranger', 'NOT_OF_AUTHORITY'],
    ['fresh', null],
  ])('answers for %s: %s', (memberId, refusal) => {
    expect(panelRefusal(memberId, rule)).toBe(refusal);
  });
});

import { type StepRef } from '@binhxet/contracts';
import { type Counters, countEvent, dueEvents, isOverdue, nextDeadline } from './deadlines.js';

const day = (n: number): string => new Date(Date.UTC(2031, 10, n)).toISOString();
const at = (n: number): number => Date.parse(day(n));
const step = (more: Partial<StepRef> = {}): StepRef => ({ stepId: 's', kind: 'MEETING', outstanding: 1, dueAt: null, closeAt: null, remindAt: [], escalateAt: [], ...more });
const act = step({ remindAt: [day(5), day(8)], dueAt: day(10), escalateAt: [day(11), day(13)] });

function tick(steps: readonly StepRef[], counters: Counters, now: number): string[] {
  const events = dueEvents(steps, counters, now);
  for (const event of events) countEvent(counters, event);
  return events.map((event) => ('nth' in event ? `${event.kind} ${event.nth}` : event.kind));
}

describe('deadlines of a step', () => {
  it('come one after another, each once, and then there is none', () => {
    const counters: Counters = {};
    expect([4, 5, 5, 8, 10, 11, 13, 60].map((now) => tick([act], counters, at(now)))).toEqual([[], ['remind 1'], [], ['remind 2'], ['due'], ['escalate 1'], ['escalate 2'], []]);
    expect(nextDeadline([act], counters)).toBeNull();
  });

  it.each([
    [9, ['remind 2']], // of two reminders only the later one
    [12, ['due', 'escalate 1']], // nobody is reminded of a day that is over
    [40, ['due', 'escalate 2']],
  ] as const)('that passed before anybody looked on day %d become %j', (now, events) => {
    const counters: Counters = {};
    expect(tick([act], counters, at(now))).toEqual(events);
    expect(nextDeadline([act], counters)?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at(now));
  });

  it('a step at its cut asks for nothing else', () => {
    const contribution = step({ kind: 'SELF_REVIEW', remindAt: [day(5)], dueAt: day(10), closeAt: day(13) });
    expect(tick([contribution], {}, at(13))).toEqual(['close']);
  });

  it('the nearest of several steps comes first', () => {
    expect(nextDeadline([act, step({ stepId: 't', kind: 'DECISION', dueAt: day(3) })], {})).toEqual({ at: at(3), summary: 'due DECISION' });
  });

  it('a step is overdue from its due instant on, if it has one', () => {
    const counters: Counters = {};
    tick([act, step({ stepId: 't' })], counters, at(9));
    expect(isOverdue([act], counters)).toBe(false);
    tick([act], counters, at(10));
    expect(isOverdue([act], counters)).toBe(true);
  });
});

import { LEDGER_EVENTS, STATE_MACHINES } from '@binhxet/domain';
import { EVENT_LABELS, STATE_LABELS } from '@binhxet/messages';

describe('state labels', () => {
  it('name every state of every machine, and nothing else', () => {
    const states = Object.fromEntries(
      Object.entries(STATE_MACHINES).map(([name, machine]) => [name, [...machine.states].sort()]),
    );
    const labelled = Object.fromEntries(
      Object.entries(STATE_LABELS).map(([name, labels]) => [name, Object.keys(labels).sort()]),
    );
    expect(labelled).toEqual(states);
  });

  it('are composed Unicode and not empty', () => {
    for (const labels of [...Object.values(STATE_LABELS), EVENT_LABELS])
      for (const { vi, en } of Object.values(labels)) {
        expect(vi.normalize('NFC')).toBe(vi);
        expect(vi.length * en.length).toBeGreaterThan(0);
      }
  });
});

describe('labels of ledger events', () => {
  it('name every type, and nothing else', () => {
    expect(Object.keys(EVENT_LABELS).sort()).toEqual(Object.keys(LEDGER_EVENTS).sort());
  });
});

import { STATE_MACHINES } from '@binhxet/domain';
import { STATE_LABELS } from '@binhxet/messages';

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
    for (const labels of Object.values(STATE_LABELS))
      for (const { vi, en } of Object.values(labels)) {
        expect(vi.normalize('NFC')).toBe(vi);
        expect(vi.length * en.length).toBeGreaterThan(0);
      }
  });
});

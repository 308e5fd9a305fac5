import { defineMachine } from './state-machine.js';

describe('defineMachine', () => {
  const door = defineMachine('DOOR', 'OPEN', { OPEN: ['SHUT'], SHUT: ['OPEN', 'LOCKED'], LOCKED: [] });

  it('moves along the table and tells an end state', () => {
    expect(door.move('OPEN', 'SHUT')).toBe('SHUT');
    expect(door.isEnd('LOCKED')).toBe(true);
    expect(door.isEnd('SHUT')).toBe(false);
  });

  it('refuses any other move and says what would be accepted', () => {
    expect(() => door.move('OPEN', 'LOCKED')).toThrow(
      expect.objectContaining({
        code: 'DOOR.ILLEGAL_MOVE',
        kind: 'conflict',
        facts: { from: 'OPEN', to: 'LOCKED', allowed: ['SHUT'] },
      }),
    );
  });

  it('refuses a table with an unknown or an unreachable state', () => {
    expect(() => defineMachine('DOOR', 'OPEN', { OPEN: ['AJAR'] } as never)).toThrow('AJAR');
    expect(() => defineMachine<'OPEN' | 'LOST'>('DOOR', 'OPEN', { OPEN: [], LOST: [] })).toThrow('LOST');
  });
});

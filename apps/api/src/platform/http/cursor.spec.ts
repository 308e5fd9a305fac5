import { pageAnswer, pageRequest } from './cursor.js';

describe('cursors', () => {
  const binding = { list: 'tasks', tab: 'mine', account: 'a-1' };
  const { next } = pageAnswer({ items: [1], next: [true, null, 3, 'id'] }, binding);

  it('carry the position of the last row to the next page', () => {
    expect(pageRequest({ limit: 20, cursor: next! }, binding)).toEqual({ after: [true, null, 3, 'id'], limit: 20 });
    expect(pageRequest({ limit: 20 }, binding)).toEqual({ after: null, limit: 20 });
    expect(pageAnswer({ items: [], next: null }, binding).next).toBeNull();
  });

  it('are refused with another filter', () => {
    expect(() => pageRequest({ limit: 20, cursor: next! }, { ...binding, tab: 'body' })).toThrow(expect.objectContaining({ code: 'PAGE.CURSOR_MISMATCH', kind: 'invalid' }));
  });

  it.each(['', '%%%', 'bnVsbA', Buffer.from('["x",[{"a":1}]]').toString('base64url'), Buffer.from('["x",[]]').toString('base64url')])('are refused when this server did not make them: %j', (cursor) => {
    expect(() => pageRequest({ limit: 20, cursor }, binding)).toThrow(expect.objectContaining({ code: 'PAGE.CURSOR_MALFORMED' }));
  });
});

import { type FastifyRequest } from 'fastify';
import { entityTag, expectedVersion } from './entity-tag.js';

const expected = (headers: Record<string, string>) => () => expectedVersion({ headers } as unknown as FastifyRequest);

describe('expectedVersion', () => {
  it('reads what the client changes', () => {
    expect(expected({ 'if-match': entityTag(7) })()).toBe(7);
    expect(expected({ 'if-none-match': '*' })()).toBe(0);
  });

  it('wants one of the two', () => {
    expect(expected({})).toThrow(expect.objectContaining({ code: 'PRECONDITION.REQUIRED', kind: 'precondition-missing' }));
  });

  it.each([{ 'if-match': '*' }, { 'if-match': 'v7' }, { 'if-match': 'W/"v7"' }, { 'if-match': '"v7", "v8"' }, { 'if-match': '"v0"' }, { 'if-none-match': '"v1"' }, { 'if-match': '"v1"', 'if-none-match': '*' }])('refuses %j', (headers) => {
    expect(expected(headers as unknown as Record<string, string>)).toThrow(expect.objectContaining({ code: 'PRECONDITION.MALFORMED' }));
  });
});

import { jest } from '@jest/globals';
import { type Actor, type ChangeMark, ChangeReader } from '@binhxet/application';
import { createLogger } from '@binhxet/platform';
import { type ChangeEvent, EventHub } from './event-hub.js';

class Reader extends ChangeReader {
  current: ChangeMark[] | Error = [];
  asked: (readonly string[])[][] = [];
  async marks(memberIds: readonly string[], organisationIds: readonly string[]): Promise<ChangeMark[]> {
    this.asked.push([memberIds, organisationIds]);
    if (this.current instanceof Error) throw this.current;
    return this.current;
  }
}

const mark = (topic: ChangeMark['topic'], scope: ChangeMark['scope'], id: string, text: string): ChangeMark => ({ topic, scope, id, mark: text });
const actor = (memberId: string, ...posts: string[]): Actor => ({
  accountId: `a-${memberId}`,
  memberId,
  capacities: posts.map((organisationId) => ({ kind: 'POST', organisationId, organisationRole: 'SUBORDINATE_CELL', body: 'CELL_COMMITTEE', post: 'SECRETARY', isHead: false })),
});

describe('EventHub', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const build = () => {
    const reader = new Reader();
    const hub = new EventHub(reader, createLogger({ app: 'test', level: 'fatal' }), 1_000);
    const watch = (who: Actor) => {
      const seen: ChangeEvent['topic'][] = [];
      const subscription = hub.watch(who).subscribe((event) => seen.push(event.topic));
      return { seen, subscription };
    };
    return { reader, watch };
  };

  it('tells the present versions, then only what changed, to those it concerns', async () => {
    const { reader, watch } = build();
    const [first, second] = [watch(actor('m-1', 'o-1')), watch(actor('m-2'))];
    await jest.advanceTimersByTimeAsync(0);
    expect([first.seen, second.seen]).toEqual([['tasks', 'notifications'], ['tasks', 'notifications']]);
    await jest.advanceTimersByTimeAsync(1_000);
    reader.current = [mark('tasks', 'ORGANISATION', 'o-1', '1.1')];
    await jest.advanceTimersByTimeAsync(1_000);
    reader.current = [mark('tasks', 'ORGANISATION', 'o-1', '1.1'), mark('notifications', 'MEMBER', 'm-2', 'n-1')];
    await jest.advanceTimersByTimeAsync(2_000);
    expect([first.seen.slice(2), second.seen.slice(2)]).toEqual([['tasks'], ['notifications']]);
    expect(reader.asked.at(-1)).toEqual([['m-1', 'm-2'], ['o-1']]);
  });

  it('goes on after a failure and stops asking when nobody watches', async () => {
    const { reader, watch } = build();
    const { seen, subscription } = watch(actor('m-1'));
    await jest.advanceTimersByTimeAsync(0);
    reader.current = new Error('away');
    await jest.advanceTimersByTimeAsync(1_000);
    reader.current = [mark('tasks', 'MEMBER', 'm-1', '1.2')];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(seen.slice(2)).toEqual(['tasks']);
    subscription.unsubscribe();
    const asked = reader.asked.length;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(reader.asked.length).toBe(asked);
  });
});

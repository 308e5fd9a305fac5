import { Recent } from './recent.js';

describe('Recent', () => {
  let at = 0;
  let computed: string[] = [];
  const recent = () => new Recent<string>(1_000, 2, () => at);
  const compute = (key: string) => async () => {
    computed.push(key);
    return `${key}${computed.length}`;
  };
  beforeEach(() => {
    at = 0;
    computed = [];
  });

  it('computes once for everybody who asks meanwhile, and again when the answer is too old', async () => {
    const answers = recent();
    const [first, second] = await Promise.all([answers.get('a', compute('a')), answers.get('a', compute('a'))]);
    at = 999;
    expect([first, second, await answers.get('a', compute('a'))]).toEqual(['a1', 'a1', 'a1']);
    at = 1_000;
    expect(await answers.get('a', compute('a'))).toBe('a2');
  });

  it('keeps keys apart and forgets the oldest', async () => {
    const answers = recent();
    for (const key of ['a', 'b', 'c', 'b', 'a']) await answers.get(key, compute(key));
    expect(computed).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not keep a failure', async () => {
    const answers = recent();
    await expect(answers.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(answers.get('a', compute('a'))).resolves.toBe('a1');
  });
});

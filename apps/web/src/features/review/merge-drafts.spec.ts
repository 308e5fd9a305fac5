import { type Draft } from './local-draft.js';
import { mergeDrafts, sameDraft } from './merge-drafts.js';

const draft = (sections: Record<string, string>, selfLevel: Draft['selfLevel'] = null, grades: Record<string, string> = {}): Draft => ({ form: 'F', sections, grades, selfLevel });

describe('mergeDrafts', () => {
  const base = draft({ I: 'one', II: 'two' });

  it('joins sections that only one side touched', () => {
    const { draft: joined, conflicts } = mergeDrafts(base, draft({ I: 'ONE', II: 'two' }), draft({ I: 'one', II: 'two', III: 'three' }, 2));
    expect(joined).toEqual(draft({ I: 'ONE', II: 'two', III: 'three' }, 2));
    expect(conflicts).toEqual([]);
  });

  it('names what both sides changed and loses neither', () => {
    const { draft: joined, conflicts } = mergeDrafts(base, draft({ I: 'mine', II: 'two' }, 1), draft({ I: 'theirs', II: 'two' }, 2));
    expect(conflicts).toEqual([
      { kind: 'section', id: 'I', mine: 'mine', theirs: 'theirs' },
      { kind: 'selfLevel', id: 'selfLevel', mine: '1', theirs: '2' },
    ]);
    expect(joined.sections['I']).toBe('mine');
  });

  it('takes a text that was emptied on one side as a change', () => {
    expect(mergeDrafts(base, draft({ I: '', II: 'two' }), base).draft.sections).toEqual({ II: 'two' });
  });

  it('treats a first draft on two devices as changed by both', () => {
    expect(mergeDrafts(null, draft({ I: 'a' }), draft({ I: 'b' })).conflicts).toHaveLength(1);
  });
});

describe('sameDraft', () => {
  it('does not care about order or empty texts', () => {
    expect(sameDraft(draft({ I: 'a', II: '' }), draft({ I: 'a' }))).toBe(true);
    expect(sameDraft(draft({ I: 'a' }), null)).toBe(false);
  });
});

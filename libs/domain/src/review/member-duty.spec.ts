import { memberDutyFacts, type MemberRecords, type PostTerm } from './member-duty.js';
import { type LeadershipRule } from '../rule-pack/rating-pack.js';

const ON = '2026-06-10';
const LEADERSHIP: LeadershipRule = { posts: ['SECRETARY', 'DEPUTY_SECRETARY'], bodies: ['PARTY_COMMITTEE', 'MEMBERS_MEETING'] };
const post = (fromOn: string, toOn: string | null = null, kind: PostTerm['post'] = 'SECRETARY', body: PostTerm['body'] = 'PARTY_COMMITTEE'): PostTerm => ({ post: kind, body, fromOn, toOn });
const record = (kind: MemberRecords['records'][number]['kind'], detail: string | null, on: string, to: string | null = null, state: 'DONE' | 'PLANNED' = 'DONE') => ({ kind, detail, on, to, state });
const facts = (more: Partial<MemberRecords>, leadership: LeadershipRule | null = LEADERSHIP) => memberDutyFacts({ admittedOn: '2010-05-19', periods: [], posts: [], records: [], holdsLeadershipPost: null, ...more }, leadership, ON);

describe('facts about who is rated', () => {
  it.each<[string, Partial<MemberRecords>, boolean, string | null]>([
    ['holds a leading post', { posts: [post('2025-01-01')] }, false, '2025-01-01'],
    ['holds none', {}, true, null],
    ['held one until yesterday', { posts: [post('2020-01-01', '2026-06-09')] }, true, null],
    ['gives it up today', { posts: [post('2020-01-01', ON)] }, false, '2020-01-01'],
    ['will hold one', { posts: [post('2026-06-11')] }, true, null],
    ['a post of another kind', { posts: [post('2020-01-01', null, 'OFFICER')] }, true, null],
    ['the kind, in another body', { posts: [post('2020-01-01', null, 'SECRETARY', 'ADVISORY_BODY')] }, true, null],
    ['leads outside the Party, as imported', { holdsLeadershipPost: true }, false, null],
    ['imported as no leader, but holds a post', { posts: [post('2025-01-01')], holdsLeadershipPost: false }, false, '2025-01-01'],
  ])('%s', (_, more, noLeadershipPost, appointedOn) => {
    expect(facts(more)).toMatchObject({ flags: { noLeadershipPost }, appointedOn });
  });

  it('goes back over posts that follow one another, and not over a gap', () => {
    const chain = [post('2026-05-20', null, 'DEPUTY_SECRETARY'), post('2024-03-01', '2026-05-19'), post('2019-01-01', '2024-02-27')];
    expect(facts({ posts: chain }).appointedOn).toBe('2024-03-01');
    expect(facts({ posts: [post('2026-05-20'), post('2020-01-01', '2026-05-31', 'DEPUTY_SECRETARY', 'MEMBERS_MEETING')] }).appointedOn).toBe('2020-01-01');
  });

  it('says nothing of leadership where the pack names no posts and nobody imported a word', () => {
    expect(facts({ posts: [post('2025-01-01')] }, null)).toMatchObject({ appointedOn: null });
    expect(facts({}, null).flags).not.toHaveProperty('noLeadershipPost');
    expect(facts({ holdsLeadershipPost: false }, null).flags).toMatchObject({ noLeadershipPost: true });
  });

  it.each([
    ['one that goes on', record('INSPECTION', 'SIGNS_OF_VIOLATION', '2026-01-05'), true],
    ['one that ends today', record('INSPECTION', 'SIGNS_OF_VIOLATION', '2026-01-05', ON), true],
    ['one that has ended', record('INSPECTION', 'SIGNS_OF_VIOLATION', '2026-01-05', '2026-06-09'), false],
    ['one that is planned', record('INSPECTION', 'SIGNS_OF_VIOLATION', '2026-01-05', null, 'PLANNED'), false],
    ['a regular one', record('INSPECTION', null, '2026-01-05'), false],
    ['supervision', record('SUPERVISION', 'SIGNS_OF_VIOLATION', '2026-01-05'), false],
  ])('is under inspection: %s', (_, one, underInspection) => {
    expect(facts({ records: [one] }).flags).toMatchObject({ underInspection });
  });

  it('counts leave to study until its end is known, and training without an end as a day', () => {
    const records = [record('LEAVE', 'STUDY', '2026-04-01'), record('TRAINING', null, '2026-05-05'), record('LEAVE', 'OTHER', '2026-05-05'), record('LEAVE', 'STUDY', '2026-07-01')];
    const periods = [{ kind: 'SICK_LEAVE', fromOn: '2026-04-02', toOn: '2026-04-20' }];
    expect(facts({ records, periods }).absences).toEqual([
      { kind: 'SICK', from: '2026-04-02', to: '2026-04-20' },
      { kind: 'TRAINING', from: '2026-04-01', to: null },
      { kind: 'TRAINING', from: '2026-05-05', to: '2026-05-05' },
    ]);
  });

  it('reads dated states on the day', () => {
    const periods = [{ kind: 'SUSPENDED', fromOn: '2026-06-01', toOn: null }, { kind: 'EXEMPTED', fromOn: '2026-06-11', toOn: null }];
    expect(facts({ periods }).flags).toMatchObject({ suspended: true, exempted: false });
  });
});

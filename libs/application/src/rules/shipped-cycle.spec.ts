import { type CycleRow } from '../ports/cycle.store.js';
import { loadRulePacks } from '@binhxet/rule-packs';
import { ballotRuleOf, collectiveFirst, decidingBodies, quorumOf, quotasOf } from './cycle-rules.js';
import { PinnedRules } from './pinned-rules.js';

const packs = loadRulePacks();
const rules = new PinnedRules(packs);
const settings = packs.getOf('settings', 'DEFAULT').content as unknown as CycleRow['settings'];
const bookOf = (ratingYear: number) =>
  rules.forCycle({ id: `T.${ratingYear}`, pins: rules.choose(ratingYear, `${ratingYear}-12-01`, {}), settings });

describe('every rating year since 2011 has what a cycle needs', () => {
  it.each(Array.from({ length: 17 }, (_, index) => 2011 + index))('%i', (ratingYear) => {
    const book = bookOf(ratingYear);
    expect([...book.calendars.keys()]).toEqual([ratingYear, ratingYear + 1]);
    expect(book.gates.length).toBeGreaterThan(0);
    for (const subject of ['MEMBER', 'COLLECTIVE'] as const) expect(book.rating.forms!.filter((form) => form.subject === subject).length).toBeGreaterThan(0);
    for (const role of ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'] as const) expect(decidingBodies(book, 'MEMBER', role)).not.toEqual([]);
    for (const subject of ['COLLECTIVE', 'ORGANISATION'] as const)
      for (const role of ['GRASSROOTS_COMMITTEE_ORG', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'SUBORDINATE_CELL'] as const) expect(decidingBodies(book, subject, role)).not.toEqual([]);
    expect(quotasOf(book, 'MEMBER')[0]?.rate ?? null).toEqual(ratingYear < 2018 ? null : { num: 1, den: 5 });
    expect(quorumOf(book)).toMatchObject({ num: 2, den: 3, strict: false });
    expect(collectiveFirst(book)).toBe(ratingYear >= 2014);
  });
});

describe('a quarter', () => {
  it('takes the pack of quarters, and a year never does', () => {
    expect(rules.choose(2026, '2026-06-20', {}, 2)[0]).toMatchObject({ id: 'P2026Q' });
    expect(rules.choose(2026, '2026-12-01', {})[0]).toMatchObject({ id: 'P2025' });
    const other = expect.objectContaining({ code: 'PACK.PERIOD_OTHER' });
    expect(() => rules.choose(2026, '2026-06-20', { rating: 'P2025' }, 2)).toThrow(other);
    expect(() => rules.choose(2026, '2026-12-01', { rating: 'P2026Q' })).toThrow(other);
  });

  it('is decided by secret ballot where the pack says so, whatever the superior chose', () => {
    const pins = rules.choose(2026, '2026-06-20', {}, 2);
    const open = { ...packs.getOf('settings', 'DEFAULT').content, id: 'OPEN', values: { ...packs.getOf('settings', 'DEFAULT').content.values, 'vote.secret': { value: false, source: 'thử', mark: 'I' } } };
    const book = rules.forCycle({ id: 'T.2026-Q2', pins, settings: open as unknown as CycleRow['settings'] });
    expect(ballotRuleOf(book, 'COMMITTEE').secret).toBe(true);
    expect(ballotRuleOf(book, 'MEMBERS_MEETING').secret).toBe(false);
  });
});

describe('how levels are voted', () => {
  it('takes the shares of P2011 of all official members, whatever the voting rules and settings say', () => {
    const rule = ballotRuleOf(bookOf(2012), 'MEMBERS_MEETING');
    expect(rule.counted).toMatchObject({ rule: 'ALL_OFFICIAL', mark: 'V' });
    expect(rule.majority).toEqual({
      default: { num: 1, den: 2, strict: true },
      byLevel: { 1: { num: 2, den: 3, strict: false }, 2: { num: 1, den: 2, strict: true } },
      higherCountsForLower: false,
    });
    expect(rule.secret).toBe(true);
  });

  it('leaves committees, and later packs, to the voting rules', () => {
    expect(ballotRuleOf(bookOf(2012), 'COMMITTEE')).toMatchObject({ counted: { rule: 'MEMBERS_IN_OFFICE' }, majority: { default: { num: 1, den: 2, strict: true } } });
    expect(ballotRuleOf(bookOf(2012), 'COMMITTEE').majority.byLevel).toBeUndefined();
    expect(ballotRuleOf(bookOf(2019), 'MEMBERS_MEETING')).toMatchObject({ counted: { rule: 'SUMMONED_OFFICIAL_MINUS_EXCLUSIONS' } });
  });

  it('takes one allowed way to vote as an order, and two as a choice', () => {
    const book = bookOf(2012);
    const only = (...methods: ('SHOW_OF_HANDS' | 'SECRET_BALLOT')[]) => {
      const votingOverrides = { membersMeeting: { methods: { value: methods, source: 'thử', mark: 'I' as const } } };
      return ballotRuleOf({ ...book, rating: { ...book.rating, votingOverrides } }, 'MEMBERS_MEETING').secret;
    };
    expect([only('SHOW_OF_HANDS'), only('SECRET_BALLOT'), only('SHOW_OF_HANDS', 'SECRET_BALLOT')]).toEqual([false, true, true]);
  });
});

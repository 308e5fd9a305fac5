import { checkQuota, type Level, type QuotaEnforcement, type ResolvedQuota } from '@binhxet/domain';
import { type ReviewRow } from '../ports/review.store.js';
import { assertQuotas } from './assert-quotas.js';
import { type DecidedLevel } from './decided-levels.js';
import { type QuotaGroup } from './quota-groups.js';

const quota = (enforcement: QuotaEnforcement): ResolvedQuota => ({ id: 'Q', rate: { num: 1, den: 5 }, specialRate: null, special: false, base: 'LOWER_ONLY', rounding: 'HALF_UP', groupBy: 'WHOLE', excludeHeads: false, enforcement, source: 'test', mark: 'I' });
// The published year: 16 of 71, where the quota gives 12. Source: scenarios.md section 5
const group = (enforcement: QuotaEnforcement, top = 16, undecided = 0): QuotaGroup => ({
  subject: 'ORGANISATION',
  quota: quota(enforcement),
  group: 'whole',
  reviewIds: ['a', 'b'],
  countedIds: ['a', 'b'],
  special: null,
  places: { top: [], second: [], outside: [], undecided: [] },
  check: checkQuota({ top, second: 71 - top, outside: 1, undecided }, quota(enforcement)),
  byBase: {} as QuotaGroup['byBase'],
});
const decided = (level: Level): DecidedLevel[] => [{ review: { id: 'a' } as ReviewRow, level, verdict: level, reason: null, ground: null }];
const NOTHING = { reason: null, document: null };

describe('assertQuotas', () => {
  it('blocks, with the numbers', () => {
    expect(() => assertQuotas([group('BLOCK')], decided(1), { reason: 'x', document: 'y' })).toThrow(
      expect.objectContaining({ code: 'QUOTA.EXCEEDED', facts: { groups: [expect.objectContaining({ used: 16, ceiling: { lower: 12, upper: 12 }, excess: 4 })] } }),
    );
  });

  it('lets through with a reason and a document where it only warns', () => {
    expect(() => assertQuotas([group('WARN_WITH_REASON')], decided(1), NOTHING)).toThrow(expect.objectContaining({ code: 'QUOTA.REASON_MISSING', facts: expect.objectContaining({ needs: ['reason', 'document'] }) }));
    expect(assertQuotas([group('WARN_WITH_REASON')], decided(1), { reason: 'x', document: 'y' })).toHaveLength(1);
  });

  it('asks a decision that adds no top level only for its reason: it cannot mend what others decided', () => {
    expect(() => assertQuotas([group('BLOCK')], decided(2), NOTHING)).toThrow(expect.objectContaining({ code: 'QUOTA.REASON_MISSING' }));
    expect(assertQuotas([group('BLOCK')], decided(2), { reason: 'x', document: 'y' })).toHaveLength(1);
  });

  it('does not block what open subjects may still make right, nor groups the decision does not touch', () => {
    expect(assertQuotas([group('BLOCK', 12, 3)], decided(1), NOTHING)).toHaveLength(1);
    expect(assertQuotas([{ ...group('BLOCK'), reviewIds: ['z'] }], decided(1), NOTHING)).toEqual([]);
  });
});

import { type OpinionRule } from '../rule-pack/rating-pack.js';
import { opinionsDue, type Stay } from './opinion-duty.js';

const sourced = (value: boolean | null) => ({ value, source: 'thử', mark: value === null ? ('UNKNOWN' as const) : ('I' as const) });
const FORMER: OpinionRule = { id: 'FORMER', label: 'Nơi cũ', when: { kind: 'TRANSFERRED', atLeastMonths: 6 }, asked: sourced(true) };
const TEMPORARY: OpinionRule = { id: 'TEMPORARY', label: 'Nơi tạm thời', when: { kind: 'TEMPORARILY_ELSEWHERE' }, asked: sourced(true) };
const ON = '2026-11-30';
const due = (former: readonly Stay[], rules: readonly OpinionRule[] = [FORMER, TEMPORARY], temporary: readonly Stay[] = []) =>
  opinionsDue({ cellId: 'own', former, temporary }, rules, ON, 2026).map((one) => `${one.rule} ${one.organisationId}`);

describe('whose opinion is asked', () => {
  it.each<[string, Stay, string[]]>([
    ['six months to the day', { organisationId: 'old', from: '2026-01-01', to: '2026-06-30' }, ['FORMER old']],
    ['one day short', { organisationId: 'old', from: '2026-01-02', to: '2026-06-30' }, []],
    ['a long stay that ended in the year', { organisationId: 'old', from: '2015-01-01', to: '2026-01-01' }, ['FORMER old']],
    ['a stay that ended before the year', { organisationId: 'old', from: '2015-01-01', to: '2025-12-31' }, []],
    ['a stay that goes on', { organisationId: 'old', from: '2015-01-01', to: null }, []],
    ['one that ends on the day itself', { organisationId: 'old', from: '2015-01-01', to: ON }, []],
    ['an earlier stay in the own cell', { organisationId: 'own', from: '2015-01-01', to: '2026-03-31' }, []],
    ['the end of a short month', { organisationId: 'old', from: '2025-08-31', to: '2026-02-27' }, ['FORMER old']],
  ])('after a transfer: %s', (_, stay, expected) => {
    expect(due([stay])).toEqual(expected);
  });

  it('is that of the cell where the member is active for a time, once even if it was the old one too', () => {
    const stay = { organisationId: 'b', from: '2026-02-01', to: null };
    expect(due([], [FORMER, TEMPORARY], [stay])).toEqual(['TEMPORARY b']);
    expect(due([{ organisationId: 'b', from: '2015-01-01', to: '2026-01-31' }], [FORMER, TEMPORARY], [stay])).toEqual(['FORMER b']);
  });

  it('is asked of every old place of the year that was long enough', () => {
    const stays = [
      { organisationId: 'a', from: '2010-01-01', to: '2026-01-31' },
      { organisationId: 'b', from: '2026-02-01', to: '2026-08-31' },
    ];
    expect(due(stays)).toEqual(['FORMER a', 'FORMER b']);
  });

  it('is nobody’s where the pack does not say so, or says it is not confirmed', () => {
    const stay = { organisationId: 'old', from: '2015-01-01', to: '2026-06-30' };
    expect(due([stay], [])).toEqual([]);
    expect(due([stay], [{ ...FORMER, asked: sourced(null) }, { ...TEMPORARY, asked: sourced(false) }], [stay])).toEqual([]);
  });
});

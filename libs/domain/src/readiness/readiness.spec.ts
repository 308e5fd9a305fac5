import { type RatingPack } from '../rule-pack/rating-pack.js';
import { type SettingsFile } from '../rule-pack/companion-rules.js';
import { inOrder, finding, rulesReadiness } from './readiness.js';

const sourced = <T>(value: T | null) => ({ value, source: '', mark: value === null ? ('UNKNOWN' as const) : ('I' as const) });
const pack = {
  id: 'PACK',
  quotas: [
    { id: 'Q-MEMBER', subject: 'MEMBER', level: 1, rate: sourced({ num: 1, den: 5 }), specialRate: sourced(null), base: sourced(null), rounding: sourced('FLOOR'), groupBy: sourced('WHOLE'), excludeHeads: sourced(false), enforcement: sourced('BLOCK') },
    { id: 'Q-ORG', subject: 'ORGANISATION', level: 1, rate: sourced(null), specialRate: sourced(null), base: sourced(null), rounding: sourced(null), groupBy: sourced(null), excludeHeads: sourced(null), enforcement: sourced(null) },
  ],
  gates: [{ id: 'G1', expression: sourced(null) }, { id: 'G2', expression: sourced('true') }],
  values: { band: { ...sourced(null), setting: 'points.band' }, share: sourced(50) },
} as unknown as RatingPack;
const settings = (values: Record<string, unknown>) => ({ kind: 'settings', id: 'S', version: 1, title: '', sources: [], values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, sourced(value)])) }) as unknown as SettingsFile;

describe('readiness of the rules', () => {
  it('names choices that refuse the opening, and what nobody will check', () => {
    expect(rulesReadiness(pack, settings({}), ['deadline.closeAfterWorkingDays'])).toMatchObject([
      { code: 'SETTING_MISSING', severity: 'BLOCKING', where: ['deadline.closeAfterWorkingDays', 'quota.MEMBER.base'] },
      { code: 'QUOTA_UNKNOWN', severity: 'NOTE', where: ['Q-ORG'] },
      { code: 'GATE_UNKNOWN', where: ['G1'] },
      { code: 'VALUE_UNKNOWN', where: ['band'] },
    ]);
    expect(rulesReadiness(pack, settings({ 'quota.base': 'LOWER_ONLY', 'points.band': 70 }), []).map((one) => one.code)).toEqual(['QUOTA_UNKNOWN', 'GATE_UNKNOWN']);
  });

  it('puts the worst first and names at most a hundred objects', () => {
    const many = finding('BIRTH_DATE_MISSING', Array.from({ length: 250 }, (_, n) => `M${n}`));
    expect([many.count, many.where.length]).toEqual([250, 100]);
    expect(inOrder([many, finding('CELL_TOO_SMALL', ['C'])]).map((one) => one.code)).toEqual(['CELL_TOO_SMALL', 'BIRTH_DATE_MISSING']);
  });
});

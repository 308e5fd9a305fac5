/** A settings file of a superior, written by a generator: every choice the texts leave open, with a mark. */
export function settingsFile(id: string, choices: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const source = 'Thiết lập của kịch bản mô phỏng';
  const values: Readonly<Record<string, unknown>> = {
    'quota.base': 'LOWER_ONLY',
    'quota.rounding': 'HALF_UP',
    'quota.enforcement': 'BLOCK',
    'vote.secret': true,
    'vote.selfVote': true,
    'vote.higherCountsForLower': false,
    'authority.cellWithoutCommittee': 'MEMBERS_MEETING',
    'deadline.closeAfterWorkingDays': 3,
    'deadline.remindBeforeWorkingDays': [5, 2],
    'deadline.escalateAfterWorkingDays': [1, 3],
    'chain.nonLevelYear': 'BREAKS',
    'chain.afterMerge': 'NEW_CHAIN',
    'chain.cancelledYearBreaks': true,
    ...choices,
  };
  return {
    kind: 'settings',
    id,
    version: 1,
    title: 'Thiết lập của cấp trên trực tiếp (dữ liệu mô phỏng)',
    sources: [],
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, source, mark: 'I' }])),
  };
}

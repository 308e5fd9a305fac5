/** What people are told about in their notifications. A kind that is not here does not compile; its words are in `libs/messages`. */
export const NOTICE_KINDS = [
  'APPEAL_MOVED',
  'CASE_ESCALATED',
  'CASE_REMINDED',
  'COMMENDATION_DECIDED',
  'COMMENDATION_REVOKED',
  'MEETING_CONVENED',
  'MEETING_POSTPONED',
  'PAPER_RETURNED',
  'RECOMPUTATION_DIFFERS',
  'RESULT_DECIDED',
  'RESULT_REEVALUATED',
  'RESULT_RETURNED',
  'STEP_DUE_SOON',
  'STEP_OVERDUE',
  'UNITS_DECIDED',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

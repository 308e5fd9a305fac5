/**
 * Kinds of tasks in an inbox.
 * `CONTRIBUTION`: what one person does inside an open step; it ends with the step.
 * `BODY_ACT`: what a body owes; it never ends by time, it reminds and escalates.
 */
export const TASK_KINDS = {
  WRITE_SELF_REVIEW: { act: 'CONTRIBUTION' },
  CHECK_SELF_REVIEWS: { act: 'BODY_ACT' },
  GIVE_OPINION: { act: 'CONTRIBUTION' },
  WRITE_COLLECTIVE_REVIEW: { act: 'CONTRIBUTION' },
  CONVENE_MEETING: { act: 'BODY_ACT' },
  RUN_MEETING: { act: 'BODY_ACT' },
  REVIEW_ABSENT: { act: 'BODY_ACT' },
  ENTER_PAPER_COUNT: { act: 'CONTRIBUTION' },
  SIGN_MINUTES: { act: 'CONTRIBUTION' },
  SUBMIT_RESULT: { act: 'BODY_ACT' },
  SUBMIT_DOSSIER: { act: 'BODY_ACT' },
  ANSWER_RETURN: { act: 'BODY_ACT' },
  VERIFY_DOSSIER: { act: 'CONTRIBUTION' },
  ISSUE_DECISION: { act: 'BODY_ACT' },
  NOMINATE: { act: 'BODY_ACT' },
  ACKNOWLEDGE_RESULT: { act: 'CONTRIBUTION' },
  REGISTER_LEVEL: { act: 'CONTRIBUTION' },
  CONCLUDE_MID_YEAR: { act: 'BODY_ACT' },
  CORRECT_LATE_WORK: { act: 'BODY_ACT' },
  COUNT_COMMENDATION: { act: 'CONTRIBUTION' },
  COUNT_PERSON_BALLOT: { act: 'CONTRIBUTION' },
  HANDLE_APPEAL: { act: 'BODY_ACT' },
  VERIFY_APPEAL: { act: 'BODY_ACT' },
  HANDLE_REEVALUATION: { act: 'BODY_ACT' },
  HANDLE_ESCALATION: { act: 'BODY_ACT' },
} as const satisfies Record<string, { readonly act: 'CONTRIBUTION' | 'BODY_ACT' }>;

export type TaskKind = keyof typeof TASK_KINDS;

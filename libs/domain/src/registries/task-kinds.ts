/**
 * Kinds of tasks in an inbox.
 * `CONTRIBUTION`: what one person does inside an open step; it ends with the step.
 * `BODY_ACT`: what a body owes; it never ends by time, it reminds and escalates.
 */
export const TASK_KINDS = {
  REGISTER: { act: 'BODY_ACT' },
  SELF_REVIEW: { act: 'CONTRIBUTION' },
  OPINION: { act: 'CONTRIBUTION' },
  COLLECTIVE_REPORT: { act: 'CONTRIBUTION' },
  CONVENE: { act: 'BODY_ACT' },
  ATTENDANCE: { act: 'BODY_ACT' },
  VOTE: { act: 'CONTRIBUTION' },
  TELLER_ENTRY: { act: 'CONTRIBUTION' },
  SIGN_MINUTES: { act: 'BODY_ACT' },
  SUBMIT: { act: 'BODY_ACT' },
  VERIFY: { act: 'BODY_ACT' },
  DECIDE: { act: 'BODY_ACT' },
  DECIDE_HEADS: { act: 'BODY_ACT' },
  CLASSIFY: { act: 'BODY_ACT' },
  LATE_REVIEW: { act: 'BODY_ACT' },
  NOMINATE: { act: 'BODY_ACT' },
  DECIDE_COMMENDATION: { act: 'BODY_ACT' },
  ACKNOWLEDGE_RESULT: { act: 'CONTRIBUTION' },
  HANDLE_ESCALATION: { act: 'BODY_ACT' },
} as const satisfies Record<string, { readonly act: 'CONTRIBUTION' | 'BODY_ACT' }>;

export type TaskKind = keyof typeof TASK_KINDS;

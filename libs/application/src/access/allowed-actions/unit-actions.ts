import { type ChildRow, type StepView, type UnitOverview } from '../../readers/index.js';
import { action, type ActorRights, type AllowedAction, type Blocked, mayLead } from './allowed-action.js';

const OVER = ['CLOSED', 'CANCELLED'];
const CLOSABLE = ['SELF_REVIEW', 'OPINIONS', 'COLLECTIVE_REPORT', 'LATE_SELF_REVIEW'];

const openStep = (steps: readonly StepView[], kind: string): StepView | undefined => steps.find((step) => step.kind === kind && step.state === 'OPEN');
const notNow = (unit: Pick<UnitOverview, 'phase'>): Blocked => ({ code: 'ENGINE.NOT_NOW', facts: { phase: unit.phase } });

/** Acts of the unit itself. */
export function unitActions(unit: UnitOverview, rights: ActorRights): AllowedAction[] {
  const base = `/cycles/${unit.cycleId}/units/${unit.code}`;
  const actions: AllowedAction[] = [];
  if (mayLead(rights, 'meeting.run', unit.organisationId)) {
    const running = unit.meetings.find((meeting) => !OVER.includes(meeting.state) && meeting.state !== 'POSTPONED');
    const due = openStep(unit.steps, 'MEETING');
    const blocked: Blocked | null = running ? { code: 'MEETING.IN_PROGRESS', facts: { meetingId: running.id, state: running.state } } : due ? null : { code: 'MEETING.KIND_NOT_NOW', facts: { phase: unit.phase } };
    actions.push(action('convene', 'POST', `${base}/meetings`, blocked));
  }
  if (mayLead(rights, 'submission.send', unit.organisationId)) {
    actions.push(action('submitResult', 'POST', `${base}/submission`, openStep(unit.steps, 'SUBMISSION') ? null : notNow(unit), ['CONFIRM']));
  }
  const permission = unit.organisationId === unit.superiorId ? 'organisation.classify' : 'member.decide';
  if (mayLead(rights, permission, unit.organisationId) && unit.role !== 'SUBORDINATE_CELL' && unit.role !== 'SUBCOMMITTEE_ORG') {
    actions.push(action('issueDecision', 'POST', `${base}/decisions`, openStep(unit.steps, 'DECISION') ? null : notNow(unit), ['CONFIRM']));
  }
  if (mayLead(rights, 'meeting.run', unit.organisationId)) {
    for (const step of unit.steps) {
      if (step.state === 'OPEN' && CLOSABLE.includes(step.kind)) actions.push(action('closeStepEarly', 'POST', `${base}/steps/${step.id}/close`, null, ['REASON']));
    }
  }
  return actions;
}

/** Acts of the level directly above about this unit. @param above steps of that level */
export function actionsFromAbove(unit: Pick<UnitOverview, 'cycleId' | 'code' | 'parentId' | 'phase'>, submission: ChildRow['submission'], above: readonly StepView[], rights: ActorRights): AllowedAction[] {
  if (unit.parentId === null || !mayLead(rights, 'submission.return', unit.parentId)) return [];
  const base = `/cycles/${unit.cycleId}/units/${unit.code}`;
  const handedIn = submission !== null && (submission.state === 'SUBMITTED' || submission.state === 'ACCEPTED');
  const units = openStep(above, 'UNITS');
  const waiting: Blocked | null = handedIn ? { code: 'SUBMISSION.NOT_AWAITED' } : !units ? { code: 'STEP.CLOSED' } : units.dueAt !== null && !units.overdue ? { code: 'SUBMISSION.NOT_OVERDUE', facts: { dueAt: units.dueAt } } : null;
  return [
    action('returnResult', 'POST', `${base}/return`, handedIn ? null : { code: 'SUBMISSION.NOT_SUBMITTED', facts: { state: submission?.state ?? null } }, ['REASON']),
    action('proceedWithout', 'POST', `${base}/proceed-without`, waiting, ['REASON', 'CONFIRM']),
  ];
}

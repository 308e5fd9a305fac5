import { type ChildRow, type StepView, type UnitOverview } from '../../readers/index.js';
import { action, type ActorRights, type AllowedAction, type Blocked, mayLead } from './allowed-action.js';

const OVER = ['CLOSED', 'CANCELLED'];
/** The superior waits once more: for the heads of an organisation it has decided on. */
const HEADS_PHASES = ['HEADS_SITTING', 'HEADS_DECISION'];
const PROPOSES_ONLY = ['SUBORDINATE_CELL', 'SUBCOMMITTEE_ORG'];
const CLOSABLE = ['SELF_REVIEW', 'OPINIONS', 'COLLECTIVE_REPORT', 'LATE_SELF_REVIEW'];

/** Open step of the unit itself, not of a single review. */
const openStep = (steps: readonly StepView[], kind: string): StepView | undefined => steps.find((step) => step.kind === kind && step.state === 'OPEN' && step.refId === null);
/** Open steps of single reviews: of members who were absent. */
const lateSteps = (steps: readonly StepView[], kind: string): (StepView & { readonly refId: string })[] =>
  steps.flatMap((step) => (step.kind === kind && step.state === 'OPEN' && step.refId !== null ? [{ ...step, refId: step.refId }] : []));
const notNow = (unit: Pick<UnitOverview, 'phase'>): Blocked => ({ code: 'ENGINE.NOT_NOW', facts: { phase: unit.phase } });

/** A meeting of this step that is convened or under way. */
function inProgress(unit: UnitOverview, step: StepView): Blocked | null {
  const meeting = unit.meetings.find((one) => one.stepId === step.id && !OVER.includes(one.state) && one.state !== 'POSTPONED');
  return meeting ? { code: 'MEETING.IN_PROGRESS', facts: { meetingId: meeting.id, state: meeting.state } } : null;
}

/** Acts of the unit itself. */
export function unitActions(unit: UnitOverview, rights: ActorRights): AllowedAction[] {
  const base = `/cycles/${unit.cycleId}/units/${unit.code}`;
  const actions: AllowedAction[] = [];
  const runs = mayLead(rights, 'meeting.run', unit.organisationId);
  if (runs) {
    const due = openStep(unit.steps, 'MEETING');
    actions.push(action('convene', 'POST', `${base}/meetings`, due ? inProgress(unit, due) : { code: 'MEETING.KIND_NOT_NOW', facts: { phase: unit.phase } }));
    for (const step of lateSteps(unit.steps, 'MEETING')) actions.push(action('conveneLateReview', 'POST', `${base}/meetings`, inProgress(unit, step), [], { reviewId: step.refId }));
  }
  if (mayLead(rights, 'submission.send', unit.organisationId)) {
    actions.push(action('submitResult', 'POST', `${base}/submission`, openStep(unit.steps, 'SUBMISSION') ? null : notNow(unit), ['CONFIRM']));
    for (const step of lateSteps(unit.steps, 'SUBMISSION')) actions.push(action('submitLateReview', 'POST', `${base}/submission`, null, ['CONFIRM'], { reviewId: step.refId }));
  }
  const permission = unit.organisationId === unit.superiorId ? 'organisation.classify' : 'member.decide';
  if (mayLead(rights, permission, unit.organisationId) && !PROPOSES_ONLY.includes(unit.role)) {
    actions.push(action('issueDecision', 'POST', `${base}/decisions`, openStep(unit.steps, 'DECISION') ? null : notNow(unit), ['CONFIRM']));
  }
  if (runs) {
    for (const step of unit.steps) {
      if (step.state === 'OPEN' && CLOSABLE.includes(step.kind)) actions.push(action('closeStepEarly', 'POST', `${base}/steps/${step.id}/close`, null, ['REASON'], { stepId: step.id, kind: step.kind, outstanding: step.outstanding }));
    }
  }
  return actions;
}

/** Acts of the level directly above about this unit. @param above steps of that level */
export function actionsFromAbove(unit: Pick<UnitOverview, 'cycleId' | 'code' | 'parentId' | 'phase'>, submission: ChildRow['submission'], above: readonly StepView[], rights: ActorRights): AllowedAction[] {
  if (unit.parentId === null || !mayLead(rights, 'submission.return', unit.parentId)) return [];
  const base = `/cycles/${unit.cycleId}/units/${unit.code}`;
  const handedIn = submission !== null && (submission.state === 'SUBMITTED' || submission.state === 'ACCEPTED');
  const decidesHeads = HEADS_PHASES.includes(unit.phase);
  const units = openStep(above, decidesHeads ? 'HEADS' : 'UNITS');
  const waiting: Blocked | null = handedIn && !decidesHeads ? { code: 'SUBMISSION.NOT_AWAITED' } : !units ? { code: 'STEP.CLOSED' } : units.dueAt !== null && !units.overdue ? { code: 'SUBMISSION.NOT_OVERDUE', facts: { dueAt: units.dueAt } } : null;
  return [
    action('returnResult', 'POST', `${base}/return`, handedIn ? null : { code: 'SUBMISSION.NOT_SUBMITTED', facts: { state: submission?.state ?? null } }, ['REASON']),
    action('proceedWithout', 'POST', `${base}/proceed-without`, waiting, ['REASON', 'CONFIRM']),
  ];
}

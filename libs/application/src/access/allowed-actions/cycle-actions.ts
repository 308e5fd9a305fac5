import { COMMENDATION_ACTS, type CommendationAct, DROPPABLE } from '../../commendation/advance-cases.handler.js';
import { type CaseView, type CycleView } from '../../readers/index.js';
import { commendationCaseMachine, type CommendationCaseState } from '@binhxet/domain';
import { action, type ActorRights, type AllowedAction, type Blocked, mayLead } from './allowed-action.js';

export function cycleActions(cycle: CycleView, rights: ActorRights): AllowedAction[] {
  if (!mayLead(rights, 'cycle.advance', cycle.superiorId)) return [];
  return [
    ...(cycle.clock === 'DRIVEN' ? [action('moveClock', 'POST', `/cycles/${cycle.id}/clock`, cycle.closedAt ? { code: 'CYCLE.CLOSED' } : null)] : []),
    ...(cycle.state === 'MID_YEAR' ? [action('concludeMidYear', 'POST', `/cycles/${cycle.id}/mid-year`, null, ['CONFIRM'])] : []),
    ...(cycle.state === 'AWAITING_REVIEW' ? [action('openReview', 'POST', `/cycles/${cycle.id}/review`, null, ['CONFIRM'])] : []),
  ];
}

/** Only the acts that the case's machine allows next: eight disabled buttons explain nothing. */
export function caseActions(cycleId: string, row: Pick<CaseView, 'state'>, superiorId: string, rights: ActorRights, closed: boolean): AllowedAction[] {
  if (!mayLead(rights, 'commendation.decide', superiorId)) return [];
  const blocked: Blocked | null = closed ? { code: 'CYCLE.CLOSED' } : null;
  // An award is taken back long after its cycle is closed.
  const revoke = commendationCaseMachine.may(row.state as CommendationCaseState, 'REVOKED') ? [action('REVOKE', 'POST', `/cycles/${cycleId}/commendations/revocations`, null, ['REASON', 'CONFIRM'])] : [];
  const acts = (Object.keys(COMMENDATION_ACTS) as CommendationAct[]).flatMap((act) =>
    commendationCaseMachine.may(row.state as CommendationCaseState, COMMENDATION_ACTS[act]) && (act !== 'DROP' || DROPPABLE.includes(row.state as CommendationCaseState))
      ? [action(act, 'POST', `/cycles/${cycleId}/commendations/acts`, blocked, act === 'DROP' || act === 'REJECT' ? ['REASON'] : act === 'ISSUE' ? ['CONFIRM'] : [])]
      : [],
  );
  return [...acts, ...revoke];
}

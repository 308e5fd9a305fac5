import { appealCaseMachine, type AppealCaseState } from '@binhxet/domain';
import { type AppealPlace, type ReevaluationPlace } from '../../readers/case.reader.js';
import { action, type ActorRights, type AllowedAction, mayLead } from './allowed-action.js';

/** What the reader may do with an appeal now; whether they are independent enough is said when they do it. */
export function appealActions(place: AppealPlace, evidenceOpen: boolean, rights: ActorRights): AllowedAction[] {
  const at = `/appeals/${place.id}`;
  const { memberId } = rights.actor;
  const may = (to: AppealCaseState): boolean => appealCaseMachine.may(place.state as AppealCaseState, to);
  const isSubject = place.subjectKind === 'MEMBER' && place.subjectId === memberId;
  const handles = !isSubject && mayLead(rights, 'appeal.handle', place.authorityId);
  const decides = !isSubject && mayLead(rights, 'appeal.decide', place.authorityId);
  const onPanel = place.panel.find((person) => person.memberId === memberId);
  const actions: AllowedAction[] = [];
  if (handles && may('ADMITTED')) actions.push(action('ADMIT', 'POST', `${at}/admit`, null, ['CONFIRM']));
  if (handles && place.state === 'RECEIVED') actions.push(action('FORWARD', 'POST', `${at}/forward`, null, ['REASON']));
  if (decides && may('INADMISSIBLE')) actions.push(action('REJECT', 'POST', `${at}/reject`, null, ['REASON']));
  if (handles && ['ADMITTED', 'VERIFYING'].includes(place.state)) actions.push(action('APPOINT_PANEL', 'POST', `${at}/panel`, null));
  if (onPanel && place.state === 'VERIFYING') actions.push(action('DECLARE_CONFLICT', 'POST', `${at}/conflict`, null, ['REASON']));
  if (onPanel?.role === 'CHAIR' && may('CONCLUDED')) actions.push(action('CONCLUDE', 'POST', `${at}/conclusion`, null));
  if ((decides || onPanel?.role === 'CHAIR') && place.state === 'CONCLUDED') actions.push(action('DECIDE', 'POST', `${at}/decision`, null, ['REASON', 'CONFIRM']));
  if (evidenceOpen && (handles || onPanel || place.filerId === memberId)) actions.push(action('ADD_EVIDENCE', 'POST', `${at}/evidence`, null));
  if (place.filerId === memberId && may('WITHDRAWN')) actions.push(action('WITHDRAW', 'POST', `${at}/withdraw`, null, ['CONFIRM']));
  return actions;
}

export function reevaluationActions(place: ReevaluationPlace, rights: ActorRights): AllowedAction[] {
  if (place.state !== 'OPENED') return [];
  const at = `/reevaluations/${place.id}`;
  const decides = mayLead(rights, 'reevaluation.decide', place.authorityId);
  return [
    ...(decides ? [action('DECIDE', 'POST', `${at}/decision`, null, ['REASON', 'CONFIRM']), action('DISMISS', 'POST', `${at}/dismissal`, null, ['REASON'])] : []),
    ...(rights.holds('reevaluation.read', place.authorityId) ? [action('ADD_EVIDENCE', 'POST', `${at}/evidence`, null)] : []),
  ];
}

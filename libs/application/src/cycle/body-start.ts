import { type BodyInput, type ChildStart, type WorkflowStart } from '@binhxet/contracts';
import { AppError, isCell, type OrgRole } from '@binhxet/domain';
import { type BodyRow } from '../ports/body.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';

/** What every workflow of a body is started with. @param packId the rating pack the cycle has pinned */
export function bodyInput(cycle: CycleRow, unit: Pick<UnitRow, 'organisationId' | 'code'>, packId: string, publicUrl: string): BodyInput {
  const page = unit.organisationId === cycle.superiorId ? '' : `/units/${unit.code}`;
  return { cycleId: cycle.id, orgId: unit.organisationId, orgCode: unit.code, year: cycle.ratingYear, packId, clock: cycle.clock, pageUrl: `${publicUrl}/cycles/${cycle.id}${page}` };
}

/** Start of a lower body. @param parent the body that starts it: for a grassroots cell's cell-review, the cell itself */
export function childStart(input: BodyInput, parentOrgId: string, child: UnitRow): ChildStart {
  const below = { ...input, parentOrgId };
  if (child.role === 'SUBORDINATE_CELL' || child.organisationId === parentOrgId) return { workflow: 'cellReview', input: below };
  return { workflow: 'organisationReview', input: { ...below, mode: child.role === 'SUBCOMMITTEE_ORG' ? 'PROPOSE' : 'DECIDE', isCell: isCell(child.role as OrgRole), hasCommittee: child.hasCommittee } };
}

/** Start of a body that is registered already. @throws AppError RECONCILE.REGISTER_BROKEN (bug) for a row that names nothing startable */
export function registeredStart(body: BodyRow, unit: UnitRow, input: BodyInput): WorkflowStart {
  switch (body.workflow) {
    case 'annualCycle':
    case 'commendation':
      return { workflow: body.workflow, input };
    case 'cellReview':
      return { workflow: 'cellReview', input: { ...input, parentOrgId: unit.role === 'GRASSROOTS_CELL' ? unit.organisationId : (unit.parentId ?? '') } };
    case 'organisationReview':
      return childStart(input, unit.parentId ?? '', unit);
    case 'lateReview':
      if (body.refId === null) throw new AppError('RECONCILE.REGISTER_BROKEN', 'bug', 'A late review without its review', { workflowId: body.workflowId });
      return { workflow: 'lateReview', input: { ...input, reviewId: body.refId } };
  }
}

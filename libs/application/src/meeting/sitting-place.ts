import { cellWorkflowId, cycleWorkflowId, lateReviewWorkflowId } from '@binhxet/contracts';
import { AppError, type OrgRole } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type MeetingKind } from '../ports/meeting.store.js';
import { type PostNode } from '../ports/organisation.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { decidingBodies } from '../rules/cycle-rules.js';
import { VOTING_POSTS } from './meeting-roles.js';

/** Results that the superior has settled: what follows is the sitting on the heads. */
const DECIDED_STATES = ['DECIDED', 'NOTIFIED', 'NOT_RATED_NEW', 'NOT_YET_RATED', 'CLOSED'];
/** Where the pack names no body: whichever committee the organisation has. */
const COMMITTEES = ['STANDING_COMMITTEE', 'PARTY_COMMITTEE', 'CELL_COMMITTEE'];

/** Which meeting a body's open MEETING step asks for. */
export async function meetingKindOf(tx: Tx, cycle: CycleRow, unit: UnitRow, step: StepRow): Promise<MeetingKind> {
  if (step.refId && step.workflowId === lateReviewWorkflowId(cycle.id, step.refId)) return 'LATE_REVIEW';
  if (step.workflowId === cellWorkflowId(cycle.id, unit.code)) return 'CELL_REVIEW';
  if (step.workflowId === cycleWorkflowId(cycle.id)) return 'STANDING_SITTING';
  const own = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
  return own && DECIDED_STATES.includes(own.state) ? 'HEADS_SITTING' : 'COMMITTEE_SITTING';
}

/** Who meets. */
export interface SittingBody {
  readonly as: 'MEMBERS_MEETING' | 'COMMITTEE';
  readonly bodyId: string | null;
  /** Posts of the body in office on the day; of the cell's leaders for a members' meeting. */
  readonly posts: readonly PostNode[];
}

/**
 * Body that sits: the members' meeting of a cell, or the committee that the pack's authority rules name first among those the
 * organisation has. A cell without committee decides on its heads in its members' meeting.
 * @throws AppError MEETING.NO_BODY (conflict)
 */
export async function bodyThatSits(tx: Tx, book: RuleBook, unit: UnitRow, kind: MeetingKind, on: string): Promise<SittingBody> {
  const posts = await tx.organisations.postsOf([unit.organisationId], on);
  const ofBody = (body: string) => posts.filter((post) => post.body === body);
  const members = (): SittingBody => ({ as: 'MEMBERS_MEETING', bodyId: null, posts: [...ofBody('CELL_COMMITTEE'), ...ofBody('MEMBERS_MEETING')] });
  if (kind === 'CELL_REVIEW' || kind === 'LATE_REVIEW') return members();

  const role = unit.role as OrgRole;
  const wanted = kind === 'STANDING_SITTING' ? decidingBodies(book, 'ORGANISATION', 'GRASSROOTS_COMMITTEE_ORG') : decidingBodies(book, 'MEMBER', role === 'GRASSROOTS_CELL' ? role : 'SUBORDINATE_CELL');
  for (const body of [...wanted, ...COMMITTEES]) {
    const seats = ofBody(body).filter((post) => VOTING_POSTS.includes(post.post));
    if (body !== 'MEMBERS_MEETING' && seats[0]) return { as: 'COMMITTEE', bodyId: seats[0].bodyId, posts: seats };
  }
  if (role === 'GRASSROOTS_CELL' && !unit.hasCommittee) return members();
  throw new AppError('MEETING.NO_BODY', 'conflict', 'Nobody holds office in the body that has to sit', { organisation: unit.code, bodies: [...wanted] });
}

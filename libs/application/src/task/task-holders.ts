import { AppError, type BodyKind, type OrgRole, type Permission, PERMISSIONS, POST_KINDS, type TaskKind } from '@binhxet/domain';
import { isLeadingPost, rolesOf } from '../access/access.js';
import { BODIES_OF } from '../import/check-people.js';
import { type UnitRow } from '../ports/cycle.store.js';
import { type TaskHolder } from '../ports/task.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Bodies that meet and decide. A task of a post that names no body waits for posts of these; the office and the inspection commission serve. */
export const MEETING_BODIES: readonly BodyKind[] = ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'CELL_COMMITTEE', 'MEMBERS_MEETING'];

/** What doing a task asks of whoever does it: the permission of the act, and whether the act leads the body. */
export interface TaskAct {
  readonly permissions: readonly Permission[];
  readonly leads: boolean;
  /** The one body whose posts hold it; absent: any that meets. */
  readonly body?: BodyKind;
}

/** null: a task of one person, held by nobody else. Checked against the permission table by a test. */
export const TASK_ACTS: Readonly<Record<TaskKind, TaskAct | null>> = {
  WRITE_SELF_REVIEW: null,
  CHECK_SELF_REVIEWS: { permissions: ['self-review.return'], leads: true },
  GIVE_OPINION: { permissions: ['opinion.write'], leads: true },
  WRITE_COLLECTIVE_REVIEW: { permissions: ['collective-report.write'], leads: true },
  CONVENE_MEETING: { permissions: ['meeting.run'], leads: true },
  RUN_MEETING: { permissions: ['meeting.run', 'ballot.run'], leads: true },
  REVIEW_ABSENT: { permissions: ['meeting.run'], leads: true },
  ENTER_PAPER_COUNT: null,
  SIGN_MINUTES: null,
  SUBMIT_RESULT: { permissions: ['submission.send'], leads: true },
  SUBMIT_DOSSIER: { permissions: ['submission.send'], leads: true },
  ANSWER_RETURN: { permissions: ['submission.send'], leads: true },
  VERIFY_DOSSIER: { permissions: ['verification.write'], leads: false, body: 'ADVISORY_BODY' },
  ISSUE_DECISION: { permissions: ['member.decide', 'organisation.classify'], leads: true },
  NOMINATE: { permissions: ['commendation.decide'], leads: true },
  ACKNOWLEDGE_RESULT: null,
  HANDLE_ESCALATION: { permissions: ['meeting.run'], leads: true },
  REGISTER_LEVEL: { permissions: ['registration.write'], leads: true },
  CONCLUDE_MID_YEAR: { permissions: ['cycle.advance'], leads: true },
  CORRECT_LATE_WORK: { permissions: ['work-record.write'], leads: true },
  HANDLE_APPEAL: { permissions: ['appeal.handle'], leads: true },
  VERIFY_APPEAL: null,
  COUNT_COMMENDATION: null,
  COUNT_PERSON_BALLOT: null,
  HANDLE_REEVALUATION: { permissions: ['reevaluation.decide'], leads: true },
};

/** The superior classifies organisations, everybody else decides on members; the other tasks ask for all of their permissions. */
const ANY_OF: readonly TaskKind[] = ['ISSUE_DECISION'];

/** May whoever holds this post do a task of this kind there? As the services decide, from the same permission table. */
export function postMayDo(kind: TaskKind, organisationRole: OrgRole, body: string, post: string): boolean {
  const act = TASK_ACTS[kind];
  if (!act || (act.leads && !isLeadingPost(post))) return false;
  const roles = rolesOf({ kind: 'POST', organisationId: '', organisationRole, body, post, isHead: false });
  const holds = (permission: Permission): boolean => roles.some((role) => (PERMISSIONS[permission] as readonly string[]).includes(role));
  return ANY_OF.includes(kind) ? act.permissions.some(holds) : act.permissions.every(holds);
}

/**
 * Posts a task of a body waits for: those whose holders may do it, in every body of the organisation that could hold them.
 * @throws AppError TASK.NO_HOLDER (bug) when nobody there may: such a task would wait for ever
 */
export function holdersOf(kind: TaskKind, organisationRole: OrgRole): TaskHolder {
  const act = TASK_ACTS[kind];
  const bodies = BODIES_OF[organisationRole].filter((body) => (act?.body ? body === act.body : MEETING_BODIES.includes(body)));
  const postKinds = POST_KINDS.filter((post) => bodies.length > 0 && bodies.every((body) => postMayDo(kind, organisationRole, body, post)));
  if (postKinds.length === 0) throw new AppError('TASK.NO_HOLDER', 'bug', 'No post of this organisation may do such a task', { kind, role: organisationRole });
  return act?.body ? { postKinds, bodyKind: act.body } : { postKinds };
}

/** One person where they may do it, e.g. a chair who leads the body; otherwise the posts that may. @param on date of the posts */
export async function personOrHolders(tx: Tx, kind: TaskKind, unit: UnitRow, memberId: string, on: string): Promise<TaskHolder> {
  const posts = await tx.organisations.postsOf([unit.organisationId], on);
  const may = posts.some((post) => post.memberId === memberId && postMayDo(kind, unit.role as OrgRole, post.body, post.post));
  return may ? { memberId } : holdersOf(kind, unit.role as OrgRole);
}

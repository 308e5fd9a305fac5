import { type ReviewPage, type PaperView } from '../../readers/index.js';
import { action, type ActorRights, type AllowedAction, type Blocked, mayLead } from './allowed-action.js';

const HANDED_IN = ['SELF_REVIEW_SUBMITTED', 'OPINIONS_PENDING', 'READY'];
const PAPER_STEPS = ['SELF_REVIEW', 'LATE_SELF_REVIEW', 'COLLECTIVE_REPORT'];

/** Is the review the actor's own to write: their own, or the collective they lead? */
export function isAuthor(review: Pick<ReviewPage, 'subjectKind' | 'subject' | 'organisation'>, rights: ActorRights): boolean {
  if (review.subjectKind === 'MEMBER') return rights.actor.memberId === review.subject.id;
  return review.subjectKind === 'COLLECTIVE' && mayLead(rights, 'collective-report.write', review.organisation.id);
}

/** @param paper null: not begun, or not for this reader */
export function reviewActions(review: ReviewPage, paper: PaperView | null, rights: ActorRights): AllowedAction[] {
  const base = `/reviews/${review.id}`;
  const stepOpen = review.steps.some((step) => PAPER_STEPS.includes(step.kind) && step.state === 'OPEN');
  const closed: Blocked | null = stepOpen ? null : { code: 'STEP.CLOSED', facts: { state: review.state } };
  const actions: AllowedAction[] = [];
  if (isAuthor(review, rights)) {
    const handedIn: Blocked | null = HANDED_IN.includes(review.state) || paper?.submittedAt ? { code: 'PAPER.SUBMITTED', facts: { state: review.state } } : null;
    const unwritten: Blocked | null = !paper ? { code: 'PAPER.MISSING' } : paper.selfLevel === null ? { code: 'PAPER.SELF_LEVEL_MISSING' } : null;
    actions.push(action('submitPaper', 'POST', `${base}/paper/submit`, handedIn ?? closed ?? unwritten, ['CONFIRM']), action('savePaper', 'PUT', `${base}/paper`, handedIn ?? closed));
  }
  if (review.subjectKind === 'MEMBER' && mayLead(rights, 'self-review.return', review.organisation.id)) {
    const nothing: Blocked | null = review.state === 'SELF_REVIEW_SUBMITTED' ? null : { code: 'MEMBER_REVIEW.ILLEGAL_MOVE', facts: { from: review.state, to: 'SELF_REVIEW_DRAFT' } };
    actions.push(action('returnPaper', 'POST', `${base}/paper/return`, closed ?? nothing, ['REASON']));
  }
  if (review.subjectKind === 'MEMBER' && mayLead(rights, 'opinion.write', review.organisation.id)) actions.push(action('giveOpinion', 'POST', `${base}/opinions`, null));
  if (review.subjectKind === 'ORGANISATION' && rights.holds('verification.write', review.decider.id)) {
    const early: Blocked | null = review.state === 'SUBMITTED' ? null : { code: 'ORG_CLASSIFICATION.ILLEGAL_MOVE', facts: { from: review.state, to: 'VERIFYING' } };
    actions.push(action('verify', 'POST', `${base}/verification`, early));
  }
  return actions;
}

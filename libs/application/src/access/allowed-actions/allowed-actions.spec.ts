import { type BallotView, type MeetingRoom, type PersonBallotView, type ReviewPage, type StepView, type UnitOverview } from '../../readers/index.js';
import { type ActorRights, type AllowedAction } from './allowed-action.js';
import { caseActions } from './cycle-actions.js';
import { ballotActions, meetingActions, personBallotActions } from './meeting-actions.js';
import { reviewActions } from './review-actions.js';
import { actionsFromAbove, unitActions } from './unit-actions.js';

const [ME, ORG, ABOVE] = ['me', 'org', 'above'];
const rights = (holds: readonly string[], leads: readonly string[] = [ORG], memberId: string | null = ME): ActorRights => ({
  actor: { accountId: 'a', memberId, capacities: [] },
  holds: (permission) => holds.includes(permission),
  leads: (organisationId) => leads.includes(organisationId),
});
const brief = (actions: readonly AllowedAction[]) => actions.map((one) => [one.id, one.reasonCode]);

const step = (kind: string, more: Partial<StepView> = {}): StepView => ({ id: `s-${kind}`, kind, refId: null, round: 1, state: 'OPEN', outstanding: 1, total: 1, dueAt: null, closeAt: null, openedAt: '', closedAt: null, closeCause: null, overdue: false, ...more });
const unit = (more: Partial<UnitOverview> = {}) =>
  ({ cycleId: 'S.2023', code: 'C1', organisationId: ORG, superiorId: 'sup', parentId: ABOVE, role: 'SUBORDINATE_CELL', phase: 'MEETING', steps: [], meetings: [], submission: null, ...more }) as unknown as UnitOverview;
const room = (more: Partial<MeetingRoom> = {}) =>
  ({ id: 'g', state: 'CONVENED', organisation: { id: ORG }, chair: { memberId: ME }, minuteTaker: { memberId: 'x' }, tellers: [{ memberId: 't1' }, { memberId: 't2' }], ballots: [], personBallots: [], body: null, steps: [], minutes: null, ...more }) as unknown as MeetingRoom;
const ballot = (more: Partial<BallotView> = {}) => ({ id: 'b', ordinal: 1, kind: 'CELL_SELF_LEVEL', state: 'DRAFT', attempt: 1, entered: 0, myEntries: [], tally: [], ...more }) as unknown as BallotView;

describe('acts of a unit', () => {
  const leader = rights(['meeting.run', 'submission.send', 'member.decide']);

  it('are absent for whoever does not lead it', () => {
    expect(unitActions(unit(), rights(['meeting.run', 'submission.send'], []))).toEqual([]);
    expect(unitActions(unit(), rights([]))).toEqual([]);
  });

  it.each<[Partial<UnitOverview>, [string, string | null][]]>([
    [{}, [['convene', 'MEETING.KIND_NOT_NOW'], ['submitResult', 'ENGINE.NOT_NOW']]],
    [{ steps: [step('MEETING')] }, [['convene', null], ['submitResult', 'ENGINE.NOT_NOW']]],
    [{ steps: [step('MEETING')], meetings: [{ stepId: 's-MEETING', state: 'REVIEWING' }] as never }, [['convene', 'MEETING.IN_PROGRESS'], ['submitResult', 'ENGINE.NOT_NOW']]],
    [{ steps: [step('MEETING')], meetings: [{ stepId: 's-MEETING', state: 'POSTPONED' }] as never }, [['convene', null], ['submitResult', 'ENGINE.NOT_NOW']]],
    [{ steps: [step('SUBMISSION'), step('SELF_REVIEW')] }, [['convene', 'MEETING.KIND_NOT_NOW'], ['submitResult', null], ['closeStepEarly', null]]],
    [{ steps: [step('MEETING', { refId: 'r' }), step('SUBMISSION', { refId: 'r' })] }, [['convene', 'MEETING.KIND_NOT_NOW'], ['conveneLateReview', null], ['submitResult', 'ENGINE.NOT_NOW'], ['submitLateReview', null]]],
    [{ role: 'GRASSROOTS_COMMITTEE_ORG', steps: [step('DECISION')] }, [['convene', 'MEETING.KIND_NOT_NOW'], ['submitResult', 'ENGINE.NOT_NOW'], ['issueDecision', null]]],
  ])('%#', (more, expected) => {
    expect(brief(unitActions(unit(more), leader))).toEqual(expected);
  });

  it('from above: a result handed in can be returned, one overdue can be left behind', () => {
    const above = rights(['submission.return'], [ABOVE]);
    const handedIn = { state: 'SUBMITTED', round: 1, submittedAt: '' };
    expect(brief(actionsFromAbove(unit(), handedIn, [step('UNITS')], above))).toEqual([['returnResult', null], ['proceedWithout', 'SUBMISSION.NOT_AWAITED']]);
    expect(brief(actionsFromAbove(unit(), null, [step('UNITS', { dueAt: 'd', overdue: false })], above))).toEqual([['returnResult', 'SUBMISSION.NOT_SUBMITTED'], ['proceedWithout', 'SUBMISSION.NOT_OVERDUE']]);
    expect(brief(actionsFromAbove(unit(), null, [step('UNITS', { dueAt: 'd', overdue: true })], above))[1]).toEqual(['proceedWithout', null]);
    expect(brief(actionsFromAbove(unit({ phase: 'HEADS_SITTING' }), handedIn, [step('HEADS')], above))[1]).toEqual(['proceedWithout', null]);
    expect(brief(actionsFromAbove(unit({ phase: 'HEADS_SITTING' }), handedIn, [], above))[1]).toEqual(['proceedWithout', 'STEP.CLOSED']);
    expect(actionsFromAbove(unit(), null, [], rights(['submission.return'], [ORG]))).toEqual([]);
  });
});

describe('acts of a meeting', () => {
  const leader = rights(['meeting.run', 'ballot.run'], [ORG], 'leader');

  const LATER: [string, string | null][] = [['adjournMeeting', 'MEETING.ILLEGAL_MOVE'], ['resumeMeeting', 'MEETING.NOT_ADJOURNED'], ['returnMinutes', 'MINUTES.NOT_DRAFTED']];
  it.each<[Partial<MeetingRoom>, number, [string, string | null][]]>([
    [{}, 0, [['recordAttendance', null], ['openMeeting', null], ['postponeMeeting', null], ['draftMinutes', 'MEETING.ILLEGAL_MOVE'], ...LATER]],
    [{}, 2, [['recordAttendance', null], ['openMeeting', 'MEETING.ATTENDANCE_MISSING'], ['postponeMeeting', null], ['draftMinutes', 'MEETING.ILLEGAL_MOVE'], ...LATER]],
    [{ state: 'TALLYING', ballots: [ballot()] }, 0, [['recordAttendance', 'MEETING.ROLL_FIXED'], ['openMeeting', 'MEETING.ILLEGAL_MOVE'], ['postponeMeeting', 'MEETING.ILLEGAL_MOVE'], ['draftMinutes', 'MEETING.BALLOTS_OPEN'], ...LATER]],
    [{ state: 'TALLYING', ballots: [ballot({ state: 'TALLIED' })] }, 0, [['recordAttendance', 'MEETING.ROLL_FIXED'], ['openMeeting', 'MEETING.ILLEGAL_MOVE'], ['postponeMeeting', 'MEETING.ILLEGAL_MOVE'], ['draftMinutes', null], ...LATER]],
  ])('%#', (more, waiting, expected) => {
    expect(brief(meetingActions(room(more), waiting, leader))).toEqual(expected);
  });

  it.each<[Partial<MeetingRoom>, Record<string, string | null>]>([
    [{ state: 'REVIEWING' }, { adjournMeeting: null, resumeMeeting: 'MEETING.NOT_ADJOURNED' }],
    [{ state: 'BALLOTING' }, { adjournMeeting: 'MEETING.ILLEGAL_MOVE' }], // not while papers are out
    [{ state: 'ADJOURNED' }, { adjournMeeting: 'MEETING.ILLEGAL_MOVE', resumeMeeting: null, draftMinutes: 'MEETING.ILLEGAL_MOVE' }],
    [{ state: 'MINUTES_DRAFT', steps: [step('SIGN_MINUTES')] }, { returnMinutes: null, draftMinutes: null }],
    [{ state: 'MINUTES_DRAFT', steps: [step('SIGN_MINUTES', { state: 'CLOSED' })] }, { returnMinutes: 'MINUTES.NOT_DRAFTED', draftMinutes: null }], // returned already
    [{ state: 'MINUTES_SIGNED' }, { returnMinutes: null, draftMinutes: 'MEETING.ILLEGAL_MOVE' }],
    [{ state: 'CLOSED' }, { returnMinutes: 'MINUTES.NOT_DRAFTED' }],
  ])('pausing and returning: %#', (more, expected) => {
    expect(Object.fromEntries(brief(meetingActions(room(more), 0, leader)))).toMatchObject(expected);
  });

  it('signing is for chair, minute-taker and head teller, once', () => {
    const drafted = { state: 'MINUTES_DRAFT', steps: [step('SIGN_MINUTES')], minutes: { signatures: [{ role: 'HEAD_TELLER' }] } } as unknown as Partial<MeetingRoom>;
    const sign = (memberId: string, more: Partial<MeetingRoom>) => meetingActions(room(more), 0, rights([], [], memberId)).filter((one) => one.id === 'signMinutes');
    expect(brief(sign(ME, drafted))).toEqual([['signMinutes', null]]);
    expect(brief(sign('t1', drafted))).toEqual([['signMinutes', 'MINUTES.SIGNED_ALREADY']]);
    expect(brief(sign(ME, {}))).toEqual([['signMinutes', 'MINUTES.NOT_DRAFTED']]);
    expect(brief(sign(ME, { ...drafted, steps: [] }))).toEqual([['signMinutes', 'MINUTES.NOT_DRAFTED']]); // returned: the next version is not drafted
    expect(sign('t2', drafted)).toEqual([]);
  });

  it('names the ballot that comes first', () => {
    const [first, second] = [ballot({ id: 'b1' }), ballot({ id: 'b2', ordinal: 2 })];
    const sitting = room({ state: 'REVIEWING', ballots: [first, second] });
    expect(brief(ballotActions(sitting, first, leader))[0]).toEqual(['openBallot', null]);
    expect(ballotActions(sitting, second, leader)[0]).toMatchObject({ reasonCode: 'MEETING.ORDER_BROKEN', facts: { missing: 'b1' } });
  });

  it('lets each teller count once an attempt, and nobody else', () => {
    const counting = ballot({ state: 'RECONCILING' });
    const entered = ballot({ state: 'RECONCILING', myEntries: [{ attempt: 1, enteredAt: '', entry: {} }] });
    expect(brief(ballotActions(room(), counting, rights([], [], 't2')))).toEqual([['enterCount', null]]);
    expect(brief(ballotActions(room(), entered, rights([], [], 't2')))).toEqual([['enterCount', 'BALLOT.COUNT_ENTERED']]);
    expect(ballotActions(room(), counting, rights([], []))).toEqual([]);
  });

  it('votes again only where no level has the majority, withdraws only what nobody counted', () => {
    const tallied = (verdict: 1 | null) => ballot({ state: 'TALLIED', tally: [{ verdict }] as never });
    const acts = (one: BallotView) => Object.fromEntries(brief(ballotActions(room({ state: 'TALLYING', ballots: [one] }), one, leader)));
    expect(acts(tallied(null))).toMatchObject({ rerunBallot: null, voidBallot: 'BALLOT.ILLEGAL_MOVE' });
    expect(acts(tallied(1))).toMatchObject({ rerunBallot: 'BALLOT.NOTHING_TO_RERUN' });
    expect(acts(ballot({ state: 'RECONCILING', entered: 1 }))).toMatchObject({ voidBallot: 'BALLOT.COUNT_ENTERED', closeBallot: 'BALLOT.ILLEGAL_MOVE' });
    expect(acts(ballot({ state: 'OPEN' }))).toMatchObject({ closeBallot: null, voidBallot: null });
  });
});

describe('acts of a ballot about persons', () => {
  const leader = rights(['meeting.run', 'ballot.run'], [ORG], 'leader');
  const person = (more: Partial<PersonBallotView> = {}) => ({ id: 'p', ordinal: 1, kind: 'ELECTION', state: 'DRAFT', attempt: 1, entered: 0, myEntries: [], ...more }) as unknown as PersonBallotView;

  it('are planned by who leads a committee, until the minutes are drafted', () => {
    const planned = (more: Partial<MeetingRoom>, who = leader) => brief(meetingActions(room({ body: 'PARTY_COMMITTEE', ...more }), 0, who)).filter(([id]) => id === 'planPersonBallot');
    expect(planned({ state: 'TALLYING' })).toEqual([['planPersonBallot', null]]);
    expect(planned({ state: 'MINUTES_DRAFT' })).toEqual([['planPersonBallot', 'MEETING.ILLEGAL_MOVE']]);
    expect(planned({ state: 'TALLYING', body: null })).toEqual([]);
    expect(planned({ state: 'TALLYING' }, rights([], []))).toEqual([]);
  });

  it('open one at a time at a meeting under way, and keep the minutes waiting', () => {
    const open = (more: Partial<MeetingRoom>) => brief(personBallotActions(room({ state: 'REVIEWING', ...more }), person(), leader))[0];
    expect(open({})).toEqual(['openBallot', null]);
    expect(open({ state: 'CONVENED' })).toEqual(['openBallot', 'MEETING.ILLEGAL_MOVE']);
    expect(open({ ballots: [ballot({ state: 'OPEN' })] })).toEqual(['openBallot', 'BALLOT.OPEN_ALREADY']);
    expect(open({ personBallots: [person({ id: 'q', state: 'RECONCILING' })] })).toEqual(['openBallot', 'BALLOT.OPEN_ALREADY']);
    expect(brief(meetingActions(room({ state: 'TALLYING', personBallots: [person()] }), 0, leader))).toContainEqual(['draftMinutes', 'MEETING.BALLOTS_OPEN']);
  });

  it('are counted by tellers once an attempt and withdrawn while nobody has counted', () => {
    const counting = person({ state: 'RECONCILING' });
    expect(brief(personBallotActions(room(), counting, rights([], [], 't1')))).toEqual([['enterCount', null]]);
    expect(brief(personBallotActions(room(), person({ state: 'RECONCILING', myEntries: [{ attempt: 1, enteredAt: '', entry: {} }] }), rights([], [], 't1')))).toEqual([['enterCount', 'BALLOT.COUNT_ENTERED']]);
    expect(personBallotActions(room(), counting, rights([], []))).toEqual([]);
    expect(brief(personBallotActions(room(), person({ state: 'RECONCILING', entered: 1 }), leader))).toContainEqual(['voidBallot', 'BALLOT.COUNT_ENTERED']);
  });
});

describe('acts on a review', () => {
  const review = (more: Partial<ReviewPage> = {}) => ({ id: 'r', subjectKind: 'MEMBER', state: 'SELF_REVIEW_DRAFT', subject: { id: ME }, organisation: { id: ORG }, decider: { id: ABOVE }, steps: [step('SELF_REVIEW')], ...more }) as unknown as ReviewPage;
  const paper = (more: object) => ({ submittedAt: null, selfLevel: 2, ...more }) as never;

  it.each<[Partial<ReviewPage>, object | null, [string, string | null][]]>([
    [{}, null, [['submitPaper', 'PAPER.MISSING'], ['savePaper', null]]],
    [{}, { selfLevel: null }, [['submitPaper', 'PAPER.SELF_LEVEL_MISSING'], ['savePaper', null]]],
    [{}, {}, [['submitPaper', null], ['savePaper', null]]],
    [{ steps: [] }, {}, [['submitPaper', 'STEP.CLOSED'], ['savePaper', 'STEP.CLOSED']]],
    [{ state: 'SELF_REVIEW_SUBMITTED' }, { submittedAt: 'x' }, [['submitPaper', 'PAPER.SUBMITTED'], ['savePaper', 'PAPER.SUBMITTED']]],
  ])('of its author %#', (more, written, expected) => {
    expect(brief(reviewActions(review(more), written && paper(written), rights([], [])))).toEqual(expected);
  });

  it('of the cell and of those who verify', () => {
    const others = { subject: { id: 'somebody' } } as Partial<ReviewPage>;
    expect(brief(reviewActions(review({ ...others, state: 'SELF_REVIEW_SUBMITTED' }), null, rights(['self-review.return', 'opinion.write'])))).toEqual([['returnPaper', null], ['giveOpinion', null]]);
    expect(brief(reviewActions(review({ ...others, state: 'READY' }), null, rights(['self-review.return'])))).toEqual([['returnPaper', 'MEMBER_REVIEW.ILLEGAL_MOVE']]);
    expect(brief(reviewActions(review({ subjectKind: 'ORGANISATION', state: 'SUBMITTED' }), null, rights(['verification.write'])))).toEqual([['verify', null]]);
    expect(brief(reviewActions(review({ subjectKind: 'ORGANISATION', state: 'SELF_RATED' }), null, rights(['verification.write'])))).toEqual([['verify', 'ORG_CLASSIFICATION.ILLEGAL_MOVE']]);
  });
});

it('offers only the acts that a commendation case allows next', () => {
  const decides = rights(['commendation.decide']);
  expect(caseActions('S.2023', { state: 'CANDIDATE' }, ORG, decides, false).map((one) => one.id)).toEqual(['NOMINATE', 'DROP']);
  expect(caseActions('S.2023', { state: 'APPROVED' }, ORG, decides, true)).toMatchObject([{ id: 'ISSUE', allowed: false, reasonCode: 'CYCLE.CLOSED' }]);
  expect(caseActions('S.2023', { state: 'CANDIDATE' }, ORG, rights([]), false)).toEqual([]);
});

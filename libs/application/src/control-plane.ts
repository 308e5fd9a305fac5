import { type Activities, type BodyRef, COMMANDS, type CommandActivities, type CommandName, type CommandRef } from '@binhxet/contracts';
import { CaseStepsService } from './cases/case-steps.service.js';
import { DecideAppealHandler } from './cases/decide-appeal.handler.js';
import { DecideReevaluationHandler, DismissReevaluationHandler } from './cases/decide-reevaluation.handlers.js';
import { AppointPanelHandler, ConcludeAppealHandler, DeclareConflictHandler } from './cases/judge-appeal.handlers.js';
import { AdmitAppealHandler, ForwardAppealHandler, RejectAppealHandler, WithdrawAppealHandler } from './cases/receive-appeal.handlers.js';
import { CloseBallotHandler } from './ballot/close-ballot.handler.js';
import { OpenBallotHandler } from './ballot/open-ballot.handler.js';
import { RerunBallotHandler } from './ballot/rerun-ballot.handler.js';
import { TallyBallotService } from './ballot/tally-ballot.service.js';
import { VoidBallotHandler } from './ballot/void-ballot.handler.js';
import { ExecuteCommandService } from './command/execute-command.service.js';
import { AdvanceCasesHandler } from './commendation/advance-cases.handler.js';
import { DeriveCandidatesService } from './commendation/derive-candidates.service.js';
import { CycleStepsService } from './cycle/cycle-steps.service.js';
import { EndBodiesService } from './cycle/end-bodies.service.js';
import { FreezeCycleService } from './cycle/freeze-cycle.service.js';
import { IssueDecisionHandler } from './decision/issue-decision.handler.js';
import { AdjournMeetingHandler, ResumeMeetingHandler } from './meeting/adjourn-meeting.handler.js';
import { CloseMeetingService } from './meeting/close-meeting.service.js';
import { ConveneHandler } from './meeting/convene.handler.js';
import { DraftMinutesHandler } from './meeting/draft-minutes.handler.js';
import { OpenMeetingHandler } from './meeting/open-meeting.handler.js';
import { PostponeMeetingHandler } from './meeting/postpone-meeting.handler.js';
import { ReturnMinutesHandler } from './meeting/return-minutes.handler.js';
import { type Clock, type Ids } from './ports/clock.port.js';
import { type Rules } from './ports/rules.port.js';
import { type UnitOfWork } from './ports/unit-of-work.port.js';
import { CloseStepEarlyHandler } from './step/close-step-early.handler.js';
import { CloseStepService } from './step/close-step.service.js';
import { OpenStepService } from './step/open-step.service.js';
import { RemindService } from './step/remind.service.js';
import { ProceedWithoutHandler } from './submission/proceed-without.handler.js';
import { ReturnResultHandler } from './submission/return-result.handler.js';
import { SubmitResultHandler } from './submission/submit-result.handler.js';
import { ConcludeMidYearHandler } from './year/conclude-mid-year.handler.js';
import { OpenReviewHandler } from './year/open-review.handler.js';

export interface ControlPlaneParts {
  readonly uow: UnitOfWork;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Address people type, for links in the engine's own pages. */
  readonly publicUrl: string;
}

/** Everything the engine may ask: what each activity does, wired once. The worker adds error mapping and logging only. */
export function createControlPlane({ uow, rules, clock, ids, publicUrl }: ControlPlaneParts): Activities {
  const commands = new ExecuteCommandService(uow, clock, [
    new CloseStepEarlyHandler(),
    new ConveneHandler(rules, ids),
    new PostponeMeetingHandler(),
    new OpenMeetingHandler(rules),
    new OpenBallotHandler(rules),
    new CloseBallotHandler(ids),
    new RerunBallotHandler(ids),
    new VoidBallotHandler(ids),
    new DraftMinutesHandler(ids),
    new SubmitResultHandler(rules, ids),
    new ReturnResultHandler(rules),
    new ProceedWithoutHandler(),
    new IssueDecisionHandler(rules, ids),
    new AdvanceCasesHandler(rules, ids),
    new ConcludeMidYearHandler(rules, ids),
    new OpenReviewHandler(rules),
    new AdjournMeetingHandler(),
    new ResumeMeetingHandler(),
    new ReturnMinutesHandler(),
    new AdmitAppealHandler(),
    new RejectAppealHandler(),
    new ForwardAppealHandler(),
    new WithdrawAppealHandler(),
    new AppointPanelHandler(),
    new DeclareConflictHandler(),
    new ConcludeAppealHandler(),
    new DecideAppealHandler(rules, ids, { publicUrl }),
    new DecideReevaluationHandler(rules, ids, { publicUrl }),
    new DismissReevaluationHandler(),
  ]);
  const openSteps = new OpenStepService(uow, rules, clock, ids);
  const closeSteps = new CloseStepService(uow, clock);
  const reminders = new RemindService(uow, clock);
  const tallies = new TallyBallotService(uow, clock, ids);
  const meetings = new CloseMeetingService(uow, clock);
  const freezing = new FreezeCycleService(uow, rules, clock, ids);
  const cycles = new CycleStepsService(uow, rules, clock, { publicUrl });
  const endings = new EndBodiesService(uow, clock);
  const candidates = new DeriveCandidatesService(uow, rules, clock, ids);
  const cases = new CaseStepsService(uow, clock);

  const requests = Object.fromEntries(COMMANDS.map((name: CommandName) => [name, (_body: BodyRef, ref: CommandRef) => commands.execute(name, ref)])) as unknown as CommandActivities;
  return {
    ...requests,
    openStep: (body, kind, refId) => openSteps.open(body, kind, refId ?? null),
    closeStep: (stepId, cause) => closeSteps.close(stepId, cause),
    tallyBallot: (ballotId) => tallies.tally(ballotId),
    closeMeeting: (meetingId) => meetings.close(meetingId),
    remind: (stepId, nth) => reminders.remind(stepId, nth),
    escalate: (stepId, nth) => reminders.escalate(stepId, nth),
    freezeCycle: (cycleId) => freezing.freeze(cycleId),
    prepareYear: (cycleId) => freezing.prepare(cycleId),
    childBodies: (body, after) => cycles.childBodies(body, after),
    recordPhase: (body, workflow, phase) => cycles.recordPhase(body, workflow, phase),
    lateReviewInput: (body, reviewId) => cycles.lateReviewInput(body, reviewId),
    deriveCandidates: (cycleId) => candidates.derive(cycleId),
    endBodies: (cycleId, after) => endings.endPage(cycleId, after),
    endBody: (body) => endings.endOne(body),
    closeCycle: (cycleId) => cycles.closeCycle(cycleId),
    openCaseStep: (caseId, kind) => cases.open(caseId, kind),
    closeCaseStep: (caseId, kind, cause) => cases.close(caseId, kind, cause),
    remindCase: (caseId, kind, nth) => cases.remind(caseId, kind, nth),
    escalateCase: (caseId, kind, nth) => cases.escalate(caseId, kind, nth),
    closeCase: (caseId, kind) => cases.end(caseId, kind),
  };
}

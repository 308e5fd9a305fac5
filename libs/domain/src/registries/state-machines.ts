import { appealCaseMachine } from '../appeal/appeal-case.states.js';
import { ballotMachine } from '../ballot/ballot.states.js';
import { orgClassificationMachine } from '../classification/org-classification.states.js';
import { commendationCaseMachine } from '../commendation/commendation-case.states.js';
import { cycleMachine } from '../cycle/cycle.states.js';
import { decisionMachine } from '../decision/decision.states.js';
import { meetingMachine } from '../meeting/meeting.states.js';
import { collectiveReviewMachine } from '../review/collective-review.states.js';
import { reevaluationCaseMachine } from '../reevaluation/reevaluation-case.states.js';
import { memberReviewMachine } from '../review/member-review.states.js';
import { stepExpectationMachine } from '../step/step-expectation.states.js';
import { stepMachine } from '../step/step.states.js';
import { submissionMachine } from '../submission/submission.states.js';
import { taskMachine } from '../task/task.states.js';

/** Every state machine by the key its labels, columns and API schemas use. */
export const STATE_MACHINES = {
  memberReview: memberReviewMachine,
  collectiveReview: collectiveReviewMachine,
  orgClassification: orgClassificationMachine,
  meeting: meetingMachine,
  ballot: ballotMachine,
  commendationCase: commendationCaseMachine,
  appealCase: appealCaseMachine,
  reevaluationCase: reevaluationCaseMachine,
  cycle: cycleMachine,
  step: stepMachine,
  stepExpectation: stepExpectationMachine,
  task: taskMachine,
  submission: submissionMachine,
  decision: decisionMachine,
} as const;

export type StateMachineName = keyof typeof STATE_MACHINES;

import { type ErrorKind, type FieldError } from '@binhxet/domain';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { type StepRef } from './steps.js';

/**
 * A person's request to a body. The body of the request (reasons, numbers, documents) stays in PostgreSQL under `commandId`,
 * which is the client's idempotency key and the update id; only ids travel.
 */
export interface CommandRef {
  readonly commandId: string;
  readonly meetingId?: string;
  readonly ballotId?: string;
  readonly stepId?: string;
  readonly orgId?: string;
  /** Appeal or re-evaluation the act belongs to. */
  readonly caseId?: string;
}

/** What an act led to: ids and counts, never names, text or marks. */
export interface CommandOutcome {
  readonly commandId: string;
  readonly meetingId?: string;
  readonly ballotId?: string;
  readonly decisionId?: string;
  /** Steps the act opened, to be awaited by the workflow. */
  readonly opened?: readonly StepRef[];
  /** Steps the act closed. */
  readonly closed?: readonly string[];
  /** Reviews of absent members that now go their own way. */
  readonly lateReviewIds?: readonly string[];
  readonly openCases?: number;
  /** Rating pack that the act pinned. */
  readonly packId?: string;
}

/** Requests from people, one update each. The workflow validates order, the application service the rest. */
export const COMMANDS = [
  'closeStepEarly',
  'convene',
  'postponeMeeting',
  'openMeeting',
  'openBallot',
  'closeBallot',
  'rerunBallot',
  'voidBallot',
  'draftMinutes',
  'submitResult',
  'returnResult',
  'proceedWithout',
  'issueDecision',
  'advanceCases',
  'concludeMidYear',
  'openReview',
  'adjournMeeting',
  'resumeMeeting',
  'returnMinutes',
  'admitAppeal',
  'rejectAppeal',
  'forwardAppeal',
  'withdrawAppeal',
  'appointPanel',
  'declareConflict',
  'concludeAppeal',
  'decideAppeal',
  'decideReevaluation',
  'dismissReevaluation',
] as const;
export type CommandName = (typeof COMMANDS)[number];

const update = (name: CommandName) => defineUpdate<CommandOutcome, [CommandRef]>(name);

export const closeStepEarly = update('closeStepEarly');
export const convene = update('convene');
export const postponeMeeting = update('postponeMeeting');
export const openMeeting = update('openMeeting');
export const openBallot = update('openBallot');
export const closeBallot = update('closeBallot');
export const rerunBallot = update('rerunBallot');
export const voidBallot = update('voidBallot');
export const draftMinutes = update('draftMinutes');
export const submitResult = update('submitResult');
export const returnResult = update('returnResult');
export const proceedWithout = update('proceedWithout');
export const issueDecision = update('issueDecision');
export const advanceCases = update('advanceCases');
export const concludeMidYear = update('concludeMidYear');
export const openReview = update('openReview');
export const adjournMeeting = update('adjournMeeting');
export const resumeMeeting = update('resumeMeeting');
export const returnMinutes = update('returnMinutes');
export const admitAppeal = update('admitAppeal');
export const rejectAppeal = update('rejectAppeal');
export const forwardAppeal = update('forwardAppeal');
export const withdrawAppeal = update('withdrawAppeal');
export const appointPanel = update('appointPanel');
export const declareConflict = update('declareConflict');
export const concludeAppeal = update('concludeAppeal');
export const decideAppeal = update('decideAppeal');
export const decideReevaluation = update('decideReevaluation');
export const dismissReevaluation = update('dismissReevaluation');

/** Facts from below, told by the outbox relay at least once. Hints: the receiver asks PostgreSQL before it moves. */
export interface StepReady {
  readonly stepId: string;
  readonly outboxId: string;
}
export interface BodyFact {
  readonly outboxId: string;
}
export interface ClockMoved {
  /** Date of the cycle (Asia/Ho_Chi_Minh), `YYYY-MM-DD`: the working day that has just ended. */
  readonly on: string;
  /** End of that day as an instant. */
  readonly until: string;
  readonly outboxId: string;
}

export const stepReady = defineSignal<[StepReady]>('stepReady');
/** The level above sent this body's result back. */
export const resultReturned = defineSignal<[BodyFact]>('resultReturned');
/** The level above decided and notified: this body's part is over (or its second sitting begins). */
export const resultDecided = defineSignal<[BodyFact]>('resultDecided');
/** The organisation ended by a decision before it met: its part is over, whatever the phase. */
export const bodyEnded = defineSignal<[BodyFact]>('bodyEnded');
/** DRIVEN clock only. */
export const clockMoved = defineSignal<[ClockMoved]>('clockMoved');
/** The cycle closes: a body that is still at work ends in order, without a result. */
export const cycleClosed = defineSignal<[BodyFact]>('cycleClosed');
export const SIGNALS = ['stepReady', 'resultReturned', 'resultDecided', 'clockMoved', 'cycleClosed', 'bodyEnded'] as const;
export type SignalName = (typeof SIGNALS)[number];

export interface BodyProgress {
  readonly phase: string;
  readonly waitingFor: readonly StepRef[];
}
export const progress = defineQuery<BodyProgress>('progress');

/** Refusal of the workflow itself: the request is a right one at another time. Facts: `phase`, `command`, `allowedPhases`. */
export const NOT_NOW = 'ENGINE.NOT_NOW';
/** Facts of {@link NOT_NOW}. */
export interface NotNowFacts {
  readonly phase: string;
  readonly command: CommandName;
  readonly allowedPhases: readonly string[];
}

/** Second detail of every refusal that crosses Temporal; the first one is its facts. */
export interface RefusalDetail {
  readonly kind: ErrorKind;
  readonly errors: readonly FieldError[];
}

/** Payload of each signal, by name. */
export interface SignalPayloads {
  readonly stepReady: StepReady;
  readonly resultReturned: BodyFact;
  readonly resultDecided: BodyFact;
  readonly clockMoved: ClockMoved;
  readonly cycleClosed: BodyFact;
  readonly bodyEnded: BodyFact;
}

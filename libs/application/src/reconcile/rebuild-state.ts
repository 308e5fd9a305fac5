import { type CarriedState, type PendingFact, type StepKind } from '@binhxet/contracts';
import { ENDED_PHASES } from '../ports/body.store.js';
import { type BodyFacts, type StepFact } from './body-facts.js';

/** Where a body stands inside its phase. */
interface Stand {
  readonly phase: string;
  /** False: the phase is entered (again); what it opens is given back when it is open already. */
  readonly entered: boolean;
  readonly marks: readonly string[];
  /** Steps that are open and yet not waited for now. */
  readonly leftOut?: readonly StepKind[];
}

const enter = (phase: string, marks: readonly string[] = []): Stand => ({ phase, entered: false, marks });
const stay = (phase: string, marks: readonly string[] = [], leftOut: readonly StepKind[] = []): Stand => ({ phase, entered: true, marks, leftOut });

/** Reads the steps of one body in the light of its phase. */
class Reading {
  constructor(readonly facts: BodyFacts) {}

  get phase(): string {
    return this.facts.body.phase;
  }

  /** Opened, closed or still open since the phase began. */
  private inPhase(step: StepFact): boolean {
    const since = this.facts.body.phaseAt;
    return step.open || step.openedAt >= since || (step.closedAt !== null && step.closedAt >= since);
  }

  step(kind: StepKind): StepFact | undefined {
    return [...this.facts.steps].reverse().find((step) => step.kind === kind && this.inPhase(step));
  }

  isOpen(...kinds: StepKind[]): boolean {
    return this.facts.steps.some((step) => step.open && kinds.includes(step.kind));
  }

  get everAskedReport(): boolean {
    return this.facts.steps.some((step) => step.kind === 'COLLECTIVE_REPORT');
  }

  get returned(): boolean {
    return this.facts.submission?.state === 'RETURNED';
  }

  get handedInHere(): boolean {
    const { submission, body } = this.facts;
    return submission !== null && submission.state !== 'RETURNED' && submission.submittedAt >= body.phaseAt;
  }
}

/** A phase that opens one step on entering and does something else once it is closed. */
function oneStep(at: Reading, kind: StepKind, marks: readonly string[], closed: () => Stand): Stand {
  const step = at.step(kind);
  if (!step) return enter(at.phase, marks);
  return step.open ? stay(at.phase, marks) : closed();
}

/** A meeting, and beside it the hand-over of what was returned. */
function sitting(at: Reading, marks: readonly string[], mayHandIn: boolean): Stand {
  if (mayHandIn && at.handedInHere) return enter('SUBMITTED');
  const missing = at.returned && mayHandIn && !at.step('SUBMISSION') && at.isOpen('MEETING');
  if (missing) return enter(at.phase, marks);
  return oneStep(at, 'MEETING', marks, () => stay(at.phase, [...marks, 'SAT']));
}

function cell(at: Reading): Stand {
  const marks = at.returned ? ['RETURNED'] : [];
  switch (at.phase) {
    case 'SELF_REVIEW':
      return oneStep(at, 'SELF_REVIEW', [], () => stay('SELF_REVIEW'));
    case 'MEETING':
      return sitting(at, marks, true);
    case 'SUBMISSION':
      return at.handedInHere ? enter('SUBMITTED') : oneStep(at, 'SUBMISSION', marks, () => enter('SUBMISSION', marks));
    default:
      return stay(at.phase);
  }
}

function late(at: Reading): Stand {
  switch (at.phase) {
    case 'MEETING':
      return sitting(at, [], false);
    case 'SUBMISSION':
      return at.facts.settled ? enter('DONE') : oneStep(at, 'SUBMISSION', [], () => enter('SUBMISSION'));
    default:
      return stay(at.phase);
  }
}

function organisation(at: Reading): Stand {
  const marks = [...(at.returned ? ['RETURNED'] : []), 'REPORT_ASKED'];
  // A unit was sent back and the organisation had no time to wait for it.
  if (['SITTING', 'DECISION', 'DOSSIER'].includes(at.phase) && at.isOpen('UNITS')) return enter('UNITS', marks);
  switch (at.phase) {
    case 'UNITS':
      if (at.isOpen('UNITS') && !at.everAskedReport) return enter('UNITS', marks.filter((mark) => mark !== 'REPORT_ASKED'));
      return oneStep(at, 'UNITS', at.everAskedReport ? marks : [], () => stay('UNITS', marks));
    case 'SITTING':
      return sitting(at, marks, true);
    case 'DECISION':
      return oneStep(at, 'DECISION', marks, () => enter('DOSSIER', marks));
    case 'DOSSIER':
      return at.handedInHere ? enter('SUBMITTED', ['REPORT_ASKED']) : oneStep(at, 'SUBMISSION', marks, () => enter('DOSSIER', marks));
    case 'HEADS_SITTING':
      return sitting(at, ['REPORT_ASKED'], false);
    case 'HEADS_DECISION':
      return oneStep(at, 'DECISION', ['REPORT_ASKED'], () => enter('DONE'));
    default:
      return stay(at.phase, ['REPORT_ASKED']);
  }
}

function cycle(at: Reading): Stand {
  switch (at.phase) {
    case 'REVIEW':
      return at.step('UNITS') && at.step('VERIFICATION') ? stay('REVIEW') : enter('REVIEW');
    case 'CLASSIFICATION': {
      if (at.step('DECISION')?.open === false) return enter('HEADS');
      const meeting = at.step('MEETING');
      if (!meeting) return enter('CLASSIFICATION');
      // Sitting again is harmless where nothing is left to vote on: the step does not open then. The decision opens after it.
      return stay('CLASSIFICATION', ['SIT_AGAIN', ...(meeting.open ? [] : ['SAT'])], ['DECISION']);
    }
    case 'HEADS':
      return oneStep(at, 'HEADS', [], () => stay('HEADS'));
    case 'COMMENDATION':
      return oneStep(at, 'COMMENDATION', [], () => stay('COMMENDATION'));
    default:
      return stay(at.phase);
  }
}

const STANDS = {
  annualCycle: cycle,
  organisationReview: organisation,
  cellReview: cell,
  lateReview: late,
  commendation: (at: Reading): Stand => (at.phase === 'CASES' && at.facts.settled ? enter('DONE') : stay(at.phase)),
} as const;

/**
 * State of a body's workflow as PostgreSQL knows it, for a workflow that was lost or stands somewhere else: phase, awaited steps, facts from
 * above that it may not have heard. What cannot be told apart is entered again, which changes nothing where it has happened.
 * @returns null when it begins at the beginning, or has ended
 */
export function rebuildState(facts: BodyFacts): CarriedState | null {
  const { body } = facts;
  if (body.phase === 'OPENING' || ENDED_PHASES.includes(body.phase)) return null;
  const stand = STANDS[body.workflow](new Reading(facts));
  const steps = facts.steps.filter((step) => step.open && !stand.leftOut?.includes(step.kind));
  return {
    phase: stand.phase,
    entered: stand.entered,
    steps: steps.map((step) => step.ref),
    ready: steps.filter((step) => step.ref.outstanding === 0).map((step) => step.ref.stepId),
    handled: facts.handled,
    seen: [],
    facts: pendingFacts(facts, stand.phase),
    marks: stand.marks,
    late: mayOpenLate(facts, stand) ? facts.absent : [],
    clockUntil: facts.clockUntil,
    counters: Object.fromEntries(steps.flatMap((step) => [[`remind:${step.ref.stepId}`, step.reminded], [`escalate:${step.ref.stepId}`, step.escalated]])),
  };
}

/** State of a workflow that has nothing left to do: it ends as soon as it starts. */
export function endedState(phase: string): CarriedState {
  return { phase, entered: true, steps: [], ready: [], handled: [], seen: [], facts: [], marks: [], late: [], clockUntil: null, counters: {} };
}

function pendingFacts({ body, submission, decided }: BodyFacts, phase: string): PendingFact[] {
  if (body.workflow !== 'cellReview' && body.workflow !== 'organisationReview') return [];
  if (phase.startsWith('HEADS') || phase === 'DONE') return []; // heard already
  return [...(phase === 'SUBMITTED' && submission?.state === 'RETURNED' ? (['RETURNED'] as const) : []), ...(decided ? (['DECIDED'] as const) : [])];
}

/** Absent members go their own way once the cell has handed over, in a grassroots cell once it has met. */
function mayOpenLate({ body, grassrootsCell }: BodyFacts, stand: Stand): boolean {
  if (body.workflow !== 'cellReview') return false;
  return stand.phase === 'SUBMITTED' || (grassrootsCell && (stand.marks.includes('SAT') || stand.phase === 'SUBMISSION'));
}
